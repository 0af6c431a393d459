import type {Note} from '../core/note.ts'
import {ATOM, type Prose} from '../core/text/prose.ts'
import {overlaps, type Span} from '../core/text/span.ts'

/** A line of a note's text as a record system takes it: words alone, and a dash before the item of a list. */
export interface TextLine {
  readonly text: string
  readonly span: Span
}

/** What stands below one heading, up to the next. */
export interface BodySection {
  /** The headings that it stands below, the outermost first; none before the first heading. */
  readonly headings: readonly string[]
  readonly lines: readonly TextLine[]
}

/** The text of a note without Markdown, section by section. Paragraphs that touch one of `without` are left out. */
export function bodySections(note: Note, without: readonly Span[] = []): readonly BodySection[] {
  const sections: {headings: readonly string[]; lines: TextLine[]}[] = [{headings: [], lines: []}]
  let above: readonly {readonly level: number; readonly words: string}[] = []
  let row = -1
  for (const prose of note.prose) {
    if (prose.kind === 'value') continue
    if (prose.kind === 'heading') {
      const level = levelOf(note, prose)
      above = [...above.filter((heading) => heading.level < level), {level, words: wordsOf(note, prose)}]
      sections.push({headings: above.map(({words}) => words), lines: []})
    } else if (!without.some((span) => overlaps(span, prose.span))) {
      const lines = sections.at(-1)?.lines ?? []
      const {line} = note.lines.positionAt(prose.span.start)
      const last = lines.at(-1)
      // The cells of a row go on one line.
      if (prose.kind === 'cell' && line === row && last)
        lines[lines.length - 1] = {
          text: `${last.text} | ${wordsOf(note, prose)}`,
          span: {start: last.span.start, end: prose.span.end},
        }
      else lines.push({text: marked(note, prose), span: prose.span})
      row = prose.kind === 'cell' ? line : -1
    }
  }
  return sections
    .map(({headings, lines}) => ({headings, lines: lines.filter(({text}) => text.trim() !== '')}))
    .filter(({lines}) => lines.length > 0)
}

/** `##` is 2; a heading with a line below it is 1 or 2. */
function levelOf({text}: Note, {span}: Prose): number {
  const written = text.slice(span.start, span.end)
  return /^\s*(#{1,6})/.exec(written)?.[1]?.length ?? (/=\s*$/.test(written) ? 1 : 2)
}

/** The words as they are read; code and addresses as they were typed. */
const wordsOf = ({text}: Note, prose: Prose): string =>
  prose.text
    .replaceAll(ATOM, (_, at: number) => {
      const {start, end} = prose.sourceSpan(at, at + 1)
      return text
        .slice(start, end)
        .replace(/^`+ ?| ?`+$/g, '')
        .replace(/^!\[([^\]]*)\].*$/s, '$1')
    })
    .trim()

/** A list's item with its sign, and a quote of somebody else's words between quotation marks. */
function marked(note: Note, prose: Prose): string {
  const words = wordsOf(note, prose)
  const {text, lines} = note
  const start = lines.startOf(lines.positionAt(prose.span.start).line)
  const before = text.slice(start, prose.span.start)
  const [, sign, box = ''] = /([-*+]|\d+[.)])[ \t]+(\[[ xX]\][ \t]+)?$/.exec(before) ?? []
  if (words === '') return ''
  const said = prose.quoted && !/^["“]/.test(words) ? `“${words}”` : words
  return sign === undefined ? said : `${/\d/.test(sign) ? sign : '-'} ${box.trimStart()}${said}`
}
