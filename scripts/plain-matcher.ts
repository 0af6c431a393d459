import {readFileSync} from 'node:fs'
import {CATEGORIES, type Category} from '../src/lint/entry.ts'
import {readCsv} from '../test/lint/read-csv.ts'
import type {Finding} from './score.ts'

const ESCAPED = /[.*+?^${}()|[\]\\]/g

interface Term {
  readonly category: Category
  readonly pattern: string
}

/**
 * The floor to measure against: every term of `test/lexicon/terms.csv`, with its variants, wherever it stands as whole
 * words, whatever is around it. Of two that overlap the longer is kept.
 */
export function makePlainMatcher(): (text: string) => readonly Finding[] {
  const rows = readCsv(readFileSync(new URL('../test/lexicon/terms.csv', import.meta.url), 'utf8'))
  const terms = rows.flatMap((row): Term[] => {
    const category = CATEGORIES.find((each) => each === row['category'])
    const term = row['term_or_pattern'] ?? ''
    // Frames with places to fill are no words yet.
    if (!category || /\{[A-Z]/.test(term)) return []
    const isPattern = term.startsWith('/')
    const variants = (row['variants'] ?? '').split(';').map((each) => each.trim())
    const plain = [isPattern ? '' : term, ...variants].filter((each) => /^\w.*\w$/.test(each))
    const patterns = plain.map((each) => `\\b(?:${each.replace(ESCAPED, '\\$&')})\\b`)
    return [...patterns, ...(isPattern ? [term.slice(1, term.lastIndexOf('/'))] : [])].map((pattern) => ({
      category,
      pattern,
    }))
  })
  const searches = terms.map(({category, pattern}) => ({category, search: new RegExp(pattern, 'giu')}))
  return (text) => {
    const met = searches
      .flatMap(({category, search}) =>
        [...text.matchAll(search)].map(({0: words, index}) => ({
          category,
          start: index,
          end: index + words.length,
          offers: 0,
        })),
      )
      .toSorted((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)
    const kept: Finding[] = []
    for (const each of met)
      if (kept.every(({start, end}) => each.end <= start || end <= each.start)) kept.push(each)
    return kept
  }
}
