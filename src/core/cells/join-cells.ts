import {
  FRONTMATTER_LANGUAGE,
  QUERY_LANGUAGE,
  SECTION_LANGUAGE,
  shownText,
  withLineFeeds,
  type CellOrigin,
  type NoteCells,
} from './note-cells.ts'
import {openEnd, startsBlock} from '../text/open-end.ts'
import {
  asItWas,
  writeFence,
  writeFrontmatter,
  writeSection,
  type CellSource,
  type EditedCell,
} from './write-cell.ts'

/** The note that cells were cut from; its `cells` are what they were then. */
export interface NoteBefore extends Pick<NoteCells, 'lead' | 'lineEnd'> {
  readonly cells: readonly CellOrigin[]
}

/** Where a cell went: its own words, what stands before them, and what parts them from what follows. */
export interface CellPart {
  /** The place of its cell in the list. */
  readonly cell: number
  readonly before: string
  readonly own: string
  readonly after: string
}

export interface JoinedNote {
  readonly lead: string
  /** In the order of the note: its frontmatter comes first wherever its cell is. Empty cells have no part. */
  readonly parts: readonly CellPart[]
}

export const noteText = ({lead, parts}: JoinedNote): string =>
  lead + parts.map(({before, own, after}) => before + own + after).join('')

/**
 * Puts a note together from its cells. One that nobody edited is written as it was, and where two still follow each
 * other, what stood between them stands there again; an edited one keeps the line ends and the fences it had. Cells
 * that come to stand side by side get an empty line between them, and what a cell leaves open is closed, so that none
 * swallows another.
 */
export function joinCells(note: NoteBefore, cells: readonly EditedCell[]): JoinedNote {
  const block = frontmatterCells(note, cells)
  const others = cells.flatMap((cell, place) =>
    block.includes(place) ? [] : (writeOther(note, cells, cell, place) ?? []),
  )
  const written = [...writeBlock(note, cells, block), ...others]
  return {
    // An empty line above would make the block at the top plain text.
    lead: block.length > 0 ? note.lead.replace(/[^\uFEFF]+/, '') : note.lead,
    parts: written.map((part, index) => {
      const {place, before, own, close} = part
      return {cell: place, before, own, after: close + gapAfter(part, written[index + 1], note)}
    }),
  }
}

/** What is written of one cell, before what parts it from the next is known. */
interface Written extends CellSource {
  readonly place: number
  readonly origin: CellOrigin | undefined
  /** The last of the cells that were joined to it. */
  readonly last?: CellOrigin
  readonly isEdited: boolean
  /** The next cell goes on in the same block. */
  readonly goesOn?: boolean
}

/** The places of the cells that make the block at the top: the one that was it, and new ones split off it. */
function frontmatterCells({cells: originals}: NoteBefore, cells: readonly EditedCell[]): number[] {
  const isYaml = (cell: EditedCell | undefined): boolean => cell?.language === FRONTMATTER_LANGUAGE
  const wasTop = (cell: EditedCell): boolean => isYaml(cell) && cell.origin?.language === FRONTMATTER_LANGUAGE
  // The note's own goes before one that was pasted from another note.
  const own = cells.findIndex((cell) => wasTop(cell) && isOriginal(cell.origin, originals))
  const known = own < 0 ? cells.findIndex(wasTop) : own
  const isNew = isYaml(cells[0]) && cells[0]?.text.trim() !== ''
  if (known < 0 && !isNew) return []
  const places = [Math.max(0, known)]
  for (let next = Math.max(0, known) + 1; isYaml(cells[next]) && !cells[next]?.origin; next++)
    places.push(next)
  return places
}

function writeBlock(note: NoteBefore, cells: readonly EditedCell[], places: readonly number[]): Written[] {
  const [first = -1, ...rest] = places
  const top = cells[first]
  if (!top) return []
  const same = rest.length === 0 ? asItWas(top) : undefined
  const text = rest.length === 0 ? top.text : `${top.text}\n`
  const source = same ?? writeFrontmatter({...top, text}, note.lineEnd)
  const about = {origin: top.origin, isEdited: !same}
  if (rest.length === 0) return [{...about, ...source, place: first}]
  const end = source.close.replace(/-.*$/s, '')
  const own = source.own.slice(0, source.own.length - end.length)
  return places.map((place, index) => ({
    ...about,
    place,
    before: index === 0 ? source.before : end,
    own: index === 0 ? own : (cells[place]?.text ?? '').replaceAll('\n', end),
    close: index === places.length - 1 ? source.close : '',
    goesOn: index < places.length - 1,
  }))
}

function writeOther(
  note: NoteBefore,
  cells: readonly EditedCell[],
  cell: EditedCell,
  place: number,
): Written | undefined {
  const {language, text, origin} = cell
  const about = {place, origin}
  const same = language === FRONTMATTER_LANGUAGE ? undefined : asItWas(cell)
  if (same) return {...about, ...same, isEdited: false}
  const staysEmpty = origin?.language === language && language === QUERY_LANGUAGE
  if (text.trim() === '' && !staysEmpty) return undefined
  if (language !== SECTION_LANGUAGE) return {...about, ...writeFence(cell, note.lineEnd), isEdited: true}
  if (origin?.language !== language)
    return {...about, ...writeSection(text, '', note.lineEnd), isEdited: true}
  const joined = withJoined(origin, note.cells, cells, text)
  const source = writeSection(joined.text, joined.raw, note.lineEnd)
  return {...about, ...source, last: joined.last, isEdited: true}
}

/**
 * What a section was, with those after it that were joined to it since, and its text with what stood between them;
 * VS Code puts one line end there, which would make one paragraph of two.
 */
function withJoined(
  origin: CellOrigin,
  originals: readonly CellOrigin[],
  cells: readonly EditedCell[],
  text: string,
): {readonly raw: string; readonly text: string; readonly last: CellOrigin} {
  let {raw} = origin
  let shown = shownText(origin)
  let rest = text
  let last = origin
  const done: string[] = []
  for (;;) {
    const next = originals[last.index + 1]
    const isGone =
      next?.language === SECTION_LANGUAGE && !cells.some(({origin: at}) => at?.index === next.index)
    if (!isGone || !rest.startsWith(`${shown}\n${firstLine(shownText(next))}`)) break
    raw += last.after + next.raw
    done.push(shown, withLineFeeds(last.after))
    rest = rest.slice(shown.length + 1)
    shown = shownText(next)
    last = next
  }
  return {raw, text: done.join('') + rest, last}
}

const firstLine = (text: string): string => /^[^\n]*/.exec(text)?.[0] ?? ''

/** What parts a cell from the next one, or from the end of the note. */
function gapAfter(part: Written, next: Written | undefined, {cells, lineEnd}: NoteBefore): string {
  if (part.goesOn) return ''
  const {before, own, close} = part
  const origin = part.last ?? part.origin
  const known = isOriginal(origin, cells) ? origin : undefined
  if (!next) return cells.at(-1)?.after ?? lineEnd
  const follows = known && isOriginal(next.origin, cells) && next.origin.index === known.index + 1
  const after = origin?.after ?? ''
  if (follows && !part.isEdited && !next.isEdited) return after
  const added = close === '' ? openEnd(before + own, lineEnd) : ''
  const closed = before + own + close + added
  const isApart = [...after.matchAll(/\r\n|\n|\r/g)].length > 1
  const words = next.before + next.own + next.close
  const fits = isApart || (follows && startsBlock(closed, after, words))
  const gap = fits ? after : lineEnd + lineEnd
  const isTaken = /^[ \t]/.test(words) && !startsBlock(closed, gap, words)
  return added + gap + (isTaken ? LIST_END + lineEnd + lineEnd : '')
}

/** Ends a list or a footnote that would take in what is indented below it, and shows nowhere. */
const LIST_END = '<!-- -->'

/** Whether a cell is one of those that the note was cut into, not one that came from another note. */
const isOriginal = (origin: CellOrigin | undefined, cells: readonly CellOrigin[]): origin is CellOrigin =>
  origin !== undefined && cells[origin.index]?.raw === origin.raw
