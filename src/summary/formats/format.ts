import type {NoteRef} from '../summary.ts'
import type {Outline} from './outline.ts'

/** Where a note link leads. `data` becomes `data-note` and `data-line` in HTML, for an editor's own page. */
export interface NoteLink {
  readonly href: string
  readonly data?: {readonly note: string; readonly line: number}
}

export interface RenderOptions {
  /** Chooses where each note link leads; without it, or where it gives nothing, the date alone stands. */
  readonly linkTo?: (ref: NoteRef) => NoteLink | undefined
  /** In HTML, makes each sentence at the foot a button with `data-correct`, for an editor that begins a correction. */
  readonly correctable?: boolean
}

/** What a reader gets, before any format. */
export interface Page {
  readonly outline: Outline
  /** The same for programs: plain data, in a settled order of keys. */
  readonly data: Readonly<Record<string, unknown>>
}

/** Turns a page into text. Pure: the shells decide where the text goes. */
export interface Format {
  readonly id: string
  /** Of the file it makes, without the dot. */
  readonly extension: string
  render(page: Page, options?: RenderOptions): string
}
