import type {NoteRef} from '../summary.ts'

/** A line of what the editor tells about something: words, and the notes that they rest on. */
export interface AboutLine {
  readonly text: string
  /** `title`: what it is about. `quote`: somebody's own words. */
  readonly tone: 'title' | 'plain' | 'quote'
  readonly sources: readonly NoteRef[]
}

export const titleLine = (text: string): AboutLine => ({text, tone: 'title', sources: []})
export const plainLine = (text: string, sources: readonly NoteRef[] = []): AboutLine => ({
  text,
  tone: 'plain',
  sources,
})
export const quoteLine = (text: string, sources: readonly NoteRef[] = []): AboutLine => ({
  text,
  tone: 'quote',
  sources,
})
