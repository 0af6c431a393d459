import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {parseNote} from '../src/core/note.ts'
import {overlaps, type Span} from '../src/core/text/span.ts'
import {CATEGORIES, type Category} from '../src/lint/entry.ts'
import type {Linter} from '../src/lint/linter.ts'

/** A row of a corpus: words of a note, with what they are or only look like. */
interface Row {
  readonly note: string
  readonly line: number
  readonly text: string
  readonly nth?: number
}
interface Label extends Row {
  readonly category: Category
  readonly strong: boolean
}

/** What somebody finds in a note. */
export interface Finding extends Span {
  readonly category: string
  /** How many reframes come with it. */
  readonly offers: number
}

/** How a reader of notes does on one corpus; parts of wholes, so that corpora can be added up. */
export interface Score {
  readonly labels: number
  readonly strong: number
  readonly strongFound: number
  readonly found: number
  readonly categoryRight: number
  readonly findings: number
  readonly right: number
  readonly lookalikes: number
  readonly leftAlone: number
  readonly offered: number
  readonly byCategory: Readonly<
    Record<
      Category,
      {
        readonly strong: number
        readonly strongFound: number
        readonly findings: number
        readonly right: number
      }
    >
  >
}

/** A finding meets a label when they share half of the shorter one and the finding is not much longer. */
const meets = (finding: Span, label: Span): boolean => {
  const [found, wanted] = [finding.end - finding.start, label.end - label.start]
  const shared = Math.min(finding.end, label.end) - Math.max(finding.start, label.start)
  return shared * 2 >= Math.min(found, wanted) && found <= 4 * wanted + 20
}

/** Scores a linter on the corpus in `folder`. */
export const scoreCorpus = (linter: Linter, folder: string): Score =>
  scoreReader(
    (text) =>
      linter
        .lint(parseNote(text))
        .map(({category, span, offers}) => ({category, ...span, offers: offers.length})),
    folder,
  )

/** Scores whoever reads notes on the corpus in `folder`: `notes/`, `labels.jsonl` and `negatives.jsonl`. */
export function scoreReader(read: (text: string) => readonly Finding[], folder: string): Score {
  const rows = <T extends Row>(name: string): (T & Span)[] =>
    readFileSync(join(folder, name), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => placeRow(folder, JSON.parse(line) as T))
  const labels = rows<Label>('labels.jsonl')
  const lookalikes = rows<Row>('negatives.jsonl')
  const findings = [...new Set([...labels, ...lookalikes].map(({note}) => note))].flatMap((note) =>
    read(readNote(folder, note)).map((finding) => ({note, ...finding})),
  )
  const inNote = <T extends {note: string}>(rows: readonly T[], note: string): T[] =>
    rows.filter((row) => row.note === note)
  const met = labels.map((label) => ({
    label,
    by: inNote(findings, label.note).filter((finding) => meets(finding, label)),
  }))
  const right = findings.filter((finding) =>
    inNote(labels, finding.note).some((label) => overlaps(finding, label)),
  )
  const touched = lookalikes.filter((row) =>
    inNote(findings, row.note).some((finding) => overlaps(finding, row) && !right.includes(finding)),
  )
  const found = met.filter(({by}) => by.length > 0)
  const strongFound = found.filter(({label}) => label.strong)
  return {
    labels: labels.length,
    strong: labels.filter(({strong}) => strong).length,
    strongFound: strongFound.length,
    found: found.length,
    categoryRight: found.filter(({label, by}) => by.some(({category}) => category === label.category)).length,
    findings: findings.length,
    right: right.length,
    lookalikes: lookalikes.length,
    leftAlone: lookalikes.length - touched.length,
    offered: strongFound.filter(({by}) => by.some(({offers}) => offers > 0)).length,
    byCategory: Object.fromEntries(
      CATEGORIES.map((category) => [
        category,
        {
          strong: labels.filter((label) => label.strong && label.category === category).length,
          strongFound: strongFound.filter(({label}) => label.category === category).length,
          findings: findings.filter((finding) => finding.category === category).length,
          right: right.filter((finding) => finding.category === category).length,
        },
      ]),
    ) as Score['byCategory'],
  }
}

const readNote = (folder: string, note: string): string => readFileSync(join(folder, 'notes', note), 'utf8')

function placeRow<T extends Row>(folder: string, row: T): T & Span {
  const text = readNote(folder, row.note)
  let start = -1
  for (let nth = 0; nth < (row.nth ?? 1); nth++) start = text.indexOf(row.text, start + 1)
  if (start < 0) throw new Error(`${row.note}: cannot find “${row.text}”.`)
  return {...row, start, end: start + row.text.length}
}
