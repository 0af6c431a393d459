/** What says, in any format, that this tool made a file. */
export const GENERATED_WORDS = 'strengths-notes: generated page'

/** The first line of a Markdown page, the second of an HTML page; linter and compiler pass such files by. */
export const GENERATED_MARKER = `<!-- ${GENERATED_WORDS} -->`

const START = new RegExp(
  `^\\uFEFF?(?:(?:<!doctype html>\\s*)?${GENERATED_MARKER}|\\{\\s*"generated": "${GENERATED_WORDS}")`,
  'i',
)

/** Whether a file is a page that this tool made, in any format. */
export const isGenerated = (text: string): boolean => START.test(text)
