import {readdirSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {language} from '../scripts/read-language.ts'
import {Linter} from '../src/lint/linter.ts'
import {readCorpus, readMarkedFiles, readOwnNotes, readProofs, type Example} from './read-examples.ts'

export const CORPORA = fileURLToPath(new URL('../test/corpus', import.meta.url))
const SENTENCES = fileURLToPath(new URL('sentences', import.meta.url))

/** Corpora of whole notes, in groups that are held out together when the model is measured. */
export const HELD_OUT = [
  ['fresh-c', 'fresh-d', 'fresh-e', 'good-2', 'good-3'],
  ['fresh-a', 'fresh-b'],
  ['dev', 'good'],
] as const

/** Notes and templates of our own; many of their lines are short, as lines of frontmatter and headings are. */
function ownNotes(): URL[] {
  return ['examples', 'templates'].flatMap((folder) => {
    const root = new URL(`../${folder}/`, import.meta.url)
    return readdirSync(root, {recursive: true, encoding: 'utf8'})
      .filter((name) => name.endsWith('.md') && !name.startsWith('pages/'))
      .toSorted()
      .map((name) => new URL(name, root))
  })
}

/** Notes that no model is trained on, nor anybody who works on packs or model has read: each model is scored on them. */
export const BLIND = ['fresh-f', 'fresh-g', 'fresh-h'] as const

/** Everything in the repository that somebody has marked, but for what is blind. */
export function readAllExamples(): Example[] {
  const linter = new Linter(language)
  return [
    ...HELD_OUT.flat().flatMap((name) => readCorpus(CORPORA, name)),
    ...readProofs(language, linter),
    ...readOwnNotes('own', ownNotes(), linter),
    ...readMarkedFiles(SENTENCES),
  ]
}
