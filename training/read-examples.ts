import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {parseNote} from '../src/core/note.ts'
import {overlaps, type Span} from '../src/core/text/span.ts'
import {CATEGORIES, type Category, type Language} from '../src/lint/entry.ts'
import type {Linter} from '../src/lint/linter.ts'
import {placeOf, sentenceEnd} from '../src/lint/passage.ts'
import {findQuotations} from '../src/lint/speech.ts'
import {readWords, type Word} from '../src/lint/words.ts'

/** What a word is: 0 nothing, 1 to 10 part of a phrase of that category, -1 nobody has said. */
export type Target = number

/** A sentence whose phrases somebody has marked. */
export interface Example {
  /** Corpus, pack or file that it comes from; what is held out together. */
  readonly source: string
  readonly words: readonly Word[]
  /** 1 for a word inside a quotation. */
  readonly quoted: readonly boolean[]
  readonly targets: readonly Target[]
  /** False where supervisors differ. */
  readonly strong: readonly boolean[]
}

interface Mark extends Span {
  readonly category: Category
  readonly strong: boolean
}

interface Row {
  readonly note: string
  readonly text: string
  readonly nth?: number
  readonly category: Category
  readonly strong: boolean
}

const lines = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '')

/** Cuts a stretch of words into sentences, with the marks on them; `unknown` is what nobody has judged. */
export function sentencesOf(
  source: string,
  text: string,
  marks: readonly Mark[],
  place: (word: Word) => Span,
  unknown: readonly Span[] = [],
): Example[] {
  const words = readWords(text)
  const quotations = findQuotations(text, words)
  const found: Example[] = []
  for (let first = 0; first < words.length;) {
    const next = sentenceEnd(words, first)
    const part = words.slice(first, next)
    const met = part.map((word) => marks.find((mark) => overlaps(mark, place(word))))
    found.push({
      source,
      words: part,
      quoted: part.map((word) => quotations.some((span) => !span.scare && overlaps(span, word))),
      targets: part.map((word, at) => {
        const mark = met[at]
        if (mark) return CATEGORIES.indexOf(mark.category) + 1
        return unknown.some((span) => overlaps(span, place(word))) ? -1 : 0
      }),
      strong: met.map((mark) => mark?.strong ?? true),
    })
    first = next
  }
  return found
}

/** The sentences of an annotated corpus, or of good notes that have no annotations. */
export function readCorpus(folder: string, name: string): Example[] {
  const notes = join(folder, name, 'notes')
  const labels = join(folder, name, 'labels.jsonl')
  const rows = existsSync(labels)
    ? lines(readFileSync(labels, 'utf8')).map((line) => JSON.parse(line) as Row)
    : []
  return readdirSync(notes)
    .toSorted()
    .flatMap((file) => {
      const text = readFileSync(join(notes, file), 'utf8')
      const marks = rows.filter(({note}) => note === file).map((row) => ({...row, ...placeIn(text, row)}))
      return parseNote(text).prose.flatMap((prose) => {
        const place = (word: Word): Span => prose.sourceSpan(word.start, word.end)
        return prose.quoted ? [] : sentencesOf(`corpus/${name}`, prose.text, marks, place)
      })
    })
}

/** Notes that are good but for what the packs see; a sentence with something in it is nobody's word on the matter. */
export function readOwnNotes(source: string, files: readonly URL[], linter: Linter): Example[] {
  return files.flatMap((file) => {
    const note = parseNote(readFileSync(file, 'utf8'))
    return note.prose.flatMap((prose) => {
      const met = linter.judge(prose).flatMap(({candidate, passage, verdict}) => {
        if (verdict === 'silence' || candidate.entry.category === 'strength') return []
        return [placeOf(candidate, passage)]
      })
      return sentencesOf(source, prose.text, [], (word) => word).filter(
        ({words}) => !words.some((word) => met.some((span) => overlaps(span, word))),
      )
    })
  })
}

function placeIn(text: string, {text: words, nth = 1, note}: Row): Span {
  let start = -1
  for (let at = 0; at < nth; at++) start = text.indexOf(words, start + 1)
  if (start < 0) throw new Error(`${note}: cannot find “${words}”.`)
  return {start, end: start + words.length}
}

const MARK = /\[\[([a-z-]+)(\??)\|([^\]]*)\]\]/g

/** One line of `training/sentences`: its text, and what is marked in it. */
export function readMarkedLine(line: string): {readonly text: string; readonly marks: readonly Mark[]} {
  const marks: Mark[] = []
  let text = ''
  let from = 0
  for (const match of line.matchAll(MARK)) {
    const category = CATEGORIES.find((each) => each === match[1])
    if (!category) throw new Error(`There is no category “${match[1]}”: ${line}`)
    text += line.slice(from, match.index)
    marks.push({
      category,
      strong: match[2] === '',
      start: text.length,
      end: text.length + (match[3] ?? '').length,
    })
    text += match[3]
    from = match.index + match[0].length
  }
  return {text: text + line.slice(from), marks}
}

/** The marked lines of `training/sentences`, file by file. */
export function readMarkedFiles(folder: string): Example[] {
  return readdirSync(folder)
    .toSorted()
    .flatMap((file) =>
      lines(readFileSync(join(folder, file), 'utf8')).flatMap((line) => {
        if (line.startsWith('#')) return []
        const {text, marks} = readMarkedLine(line.replace(/^\s*[-*•]\s+/, ''))
        return sentencesOf(`sentences/${file}`, text, marks, (word) => word)
      }),
    )
}

/** The packs' own sentences. A phrase in them that another rule sees is nobody's word on the matter. */
export function readProofs(language: Language, linter: Linter): Example[] {
  return language.entries.flatMap((entry) => {
    const {category} = entry
    const clean = (text: string): Example[] =>
      sentencesOf(`proof/${category}`, text, [], (word) => word, metIn(linter, text))
    if (category === 'strength') return entry.flagged.flatMap((text) => clean(text.replace(/[[\]]/g, '')))
    const flagged = entry.flagged.flatMap((sentence) => {
      const [before = '', inside, after = ''] = sentence.split(/\[\[?|\]\]?/, 3)
      if (inside === undefined) return []
      const text = before + inside + after
      const mark = {
        category,
        strong: entry.severity !== 'information',
        start: before.length,
        end: before.length + inside.length,
      }
      return sentencesOf(`proof/${category}`, text, [mark], (word) => word, metIn(linter, text))
    })
    const better = entry.becomes.map(([, to]) => to)
    return [...flagged, ...[...entry.leftAlone, ...better].flatMap(clean)]
  })
}

const metIn = (linter: Linter, text: string): Span[] =>
  parseNote(text).prose.flatMap((prose) =>
    linter.judge(prose).flatMap(({candidate, passage, verdict}) => {
      if (verdict === 'silence' || candidate.entry.category === 'strength') return []
      const {start, end} = placeOf(candidate, passage)
      return [prose.sourceSpan(start, end)]
    }),
  )
