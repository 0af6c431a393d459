import {fileURLToPath} from 'node:url'
import {language} from '../scripts/read-language.ts'
import {Linter} from '../src/lint/linter.ts'
import {readCorpus, readMarkedFiles, readProofs, type Example} from './read-examples.ts'

export const CORPORA = fileURLToPath(new URL('../test/corpus', import.meta.url))
const SENTENCES = fileURLToPath(new URL('sentences', import.meta.url))

/** Corpora of whole notes, in groups that are held out together when the model is measured. */
export const HELD_OUT = [
  ['dev', 'good'],
  ['fresh-a', 'fresh-b'],
  ['fresh-c', 'fresh-d', 'good-2'],
] as const

/** Everything in the repository that somebody has marked. */
export function readAllExamples(): Example[] {
  return [
    ...HELD_OUT.flat().flatMap((name) => readCorpus(CORPORA, name)),
    ...readProofs(language, new Linter(language)),
    ...readMarkedFiles(SENTENCES),
  ]
}
