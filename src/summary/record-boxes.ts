import type {Note} from '../core/note.ts'
import {
  BOX_ITEMS,
  type BoxForm,
  type BoxItem,
  type BoxSource,
  type RecordProfile,
} from '../core/record/record-profile.ts'
import {itemsIn, type PersonalRecord} from '../core/record/record-items.ts'
import type {SessionRecord} from '../core/record/record.ts'
import type {Span} from '../core/text/span.ts'
import {bodySections, type BodySection, type TextLine} from './body-sections.ts'
import {itemsFor, mayLeave, type BoxValues} from './box-items.ts'

/** One box of a record system, filled. */
export interface RecordBox {
  readonly id: string
  readonly title: string
  /** Its lines as plain text; where there are none, a sentence that says so. */
  readonly text: string
  readonly isEmpty: boolean
  /** What the text is made of, each with its place in the note. */
  readonly lines: readonly TextLine[]
}

export interface FilledBoxes {
  readonly boxes: readonly RecordBox[]
  /** How many items stayed out because the writer keeps them from the team or from outside readers. */
  readonly kept: number
  /** Things the note says that no box of this profile takes. */
  readonly unplaced: readonly BoxItem[]
}

/** What a note says of the person whose record it goes to. */
export interface BoxNote {
  readonly note: Note
  readonly record: SessionRecord
  /** What it says of this person: all of it in a note about one, their own block in a note about several. */
  readonly parts: readonly PersonalRecord[]
}

/**
 * Fills the boxes of a record system from one note: the writer's own words, as plain text, in the order that the
 * profile gives. Nothing is added but the profile's own wording, and a box for which there is nothing says so.
 */
export function fillBoxes(profile: RecordProfile, {note, record, parts}: BoxNote): FilledBoxes {
  const keptItems = [
    ...parts.flatMap(itemsIn),
    ...parts.flatMap(({goals}) => goals.flatMap(({actions}) => actions)),
  ].filter((item) => !mayLeave(item))
  // Words that are marked in the text and kept back take their paragraph with them.
  const inBody = keptItems
    .map(({span}) => span)
    .filter(({start}) => start >= (note.frontmatter?.span.end ?? 0))
  const sections = bodySections(note, inBody)
  const named = new Set(profile.boxes.flatMap(({from}) => from.flatMap(headingsOf)))
  const items = itemsFor(record, parts)
  const taken = new Set(
    profile.boxes.flatMap(({from}) => from.flatMap((each) => (each.kind === 'items' ? each.take : []))),
  )
  const sources = {sections, named, items, bodyStart: note.frontmatter?.span.end ?? 0}
  return {
    boxes: profile.boxes.map((form) => fillBox(form, sources)),
    kept: keptItems.length,
    unplaced: Object.keys(BOX_ITEMS).filter(
      (item): item is BoxItem =>
        isItem(item) && items[item].length > 0 && !taken.has(item) && !isToldBeside(item, taken),
    ),
  }
}

interface Sources {
  readonly sections: readonly BodySection[]
  /** Names of headings that some box takes, as `plainHeading` writes them. */
  readonly named: ReadonlySet<string>
  readonly items: Readonly<Record<BoxItem, readonly BoxValues[]>>
  /** Where the text begins; an item from there on is one that its writer marked. */
  readonly bodyStart: number
}

const isItem = (name: string): name is BoxItem => Object.hasOwn(BOX_ITEMS, name)

/** A reply is told with what it replies to. */
const isToldBeside = (item: BoxItem, taken: ReadonlySet<BoxItem>): boolean =>
  (item === 'replies' && taken.has('affirmations')) || (item === 'affirmations' && taken.has('replies'))

const plainHeading = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const headingsOf = (source: BoxSource): readonly string[] =>
  source.kind === 'headings' ? source.headings.map(plainHeading) : []

function fillBox({id, title, empty, from}: BoxForm, sources: Sources): RecordBox {
  const blocks: (readonly TextLine[])[] = []
  for (const source of from) {
    const lines = linesFrom(source, sources, blocks.flat())
    if (lines.length > 0) blocks.push(lines)
  }
  const text = blocks.map((lines) => lines.map((line) => line.text).join('\n')).join('\n\n')
  const isEmpty = blocks.length === 0
  return {id, title, text: isEmpty ? empty : text, isEmpty, lines: blocks.flat()}
}

function linesFrom(source: BoxSource, sources: Sources, above: readonly TextLine[]): readonly TextLine[] {
  // Marked words that stand in the text of this box already are told there.
  const isTold = (text: string, {start}: Span): boolean =>
    start >= sources.bodyStart && above.some((line) => line.text.includes(text))
  const lines =
    source.kind === 'items'
      ? sources.items[source.take].flatMap(({span, values}) => {
          const text = worded(source.as, values)
          return text === undefined || isTold(text, span) ? [] : [{text, span}]
        })
      : sectionLines(source, sources)
  const [first] = lines
  return first && source.lead !== undefined ? [{text: source.lead, span: first.span}, ...lines] : lines
}

/** The text of sections; where there are several, each below its own heading's words. */
function sectionLines(source: BoxSource, {sections, named}: Sources): readonly TextLine[] {
  const wanted = new Set(headingsOf(source))
  const isIn = (names: ReadonlySet<string>, {headings}: BodySection): boolean =>
    headings.some((heading) => names.has(plainHeading(heading)))
  const found = sections.filter((section) =>
    source.kind === 'rest' ? !isIn(named, section) : isIn(wanted, section),
  )
  return found.flatMap(({headings, lines}) => {
    const heading = headings.at(-1)
    const [first] = lines
    return found.length > 1 && heading !== undefined && first
      ? [{text: /[?!.:]$/.test(heading) ? heading : `${heading}:`, span: first.span}, ...lines]
      : lines
  })
}

/** A wording with its values: `[…]` goes where one of its own is missing; undefined where one outside is. */
function worded(wording: string, values: BoxValues['values']): string | undefined {
  const isMissing = (part: string): boolean =>
    [...part.matchAll(/\{([^{}]*)\}/g)].some(([, name = '']) => values[name] === undefined)
  const shown = wording.replace(/\[([^[\]]*)\]/g, (_, part: string) => (isMissing(part) ? '' : part))
  if (isMissing(shown)) return undefined
  const text = shown.replace(/\{([^{}]*)\}/g, (_, name: string) => values[name] ?? '')
  return text.replace(/[^\S\n]+/g, ' ').trim()
}

/** All boxes as one text, each below its title. */
export const allBoxes = (boxes: readonly RecordBox[]): string =>
  boxes.map(({title, text}) => `${title}\n${text}`).join('\n\n')

/** What whoever copies should know besides, a sentence each. */
export function aboutBoxes({kept, unplaced}: FilledBoxes): readonly string[] {
  const items = kept === 1 ? 'One item stays' : `${kept} items stay`
  return [
    ...(kept > 0 ? [`${items} out, as the note keeps them from the team or from outside readers.`] : []),
    ...(unplaced.length > 0
      ? [`No box of this format takes: ${unplaced.join(', ').replaceAll('_', ' ')}.`]
      : []),
  ]
}
