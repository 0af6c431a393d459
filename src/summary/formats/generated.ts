/** The first line of a Markdown page that this tool made; linter and compiler pass such files by. */
export const GENERATED_MARKER = '<!-- strengths-notes: generated page -->'

/** Whether a file is a page that this tool made. */
export const isGenerated = (text: string): boolean => text.replace(/^\uFEFF/, '').startsWith(GENERATED_MARKER)
