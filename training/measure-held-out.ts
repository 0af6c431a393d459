import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {language} from '../scripts/read-language.ts'
import {scoreCorpus, type Score} from '../scripts/score.ts'
import {parseNote} from '../src/core/note.ts'
import {Linter} from '../src/lint/linter.ts'
import {LanguageModel} from '../src/lint/model/language-model.ts'
import {CORPORA, HELD_OUT} from './all-examples.ts'
import {makeModel} from './make-model.ts'
import type {Example} from './read-examples.ts'
import type {WordTable} from './word-table.ts'

/** Packs and a model together, on notes that the model was not trained on. */
export interface HeldOut {
  readonly corpora: Readonly<Record<string, Score>>
  /** Findings on notes that nobody would flag. */
  readonly alarms: Readonly<Record<string, number>>
}

/** For every group of corpora, a model trained on all else. */
export function measureHeldOut(examples: readonly Example[], table: WordTable): HeldOut {
  const corpora: Record<string, Score> = {}
  const alarms: Record<string, number> = {}
  for (const group of HELD_OUT) {
    const sources = new Set(group.map((name) => `corpus/${name}`))
    const others = examples.filter(({source}) => !sources.has(source))
    const linter = new Linter(language, new LanguageModel(makeModel(others, table)))
    for (const name of group)
      if (name.startsWith('good')) alarms[name] = countFindings(linter, join(CORPORA, name, 'notes'))
      else corpora[name] = scoreCorpus(linter, join(CORPORA, name))
  }
  return {corpora, alarms}
}

const countFindings = (linter: Linter, folder: string): number =>
  readdirSync(folder).reduce(
    (sum, file) => sum + linter.lint(parseNote(readFileSync(join(folder, file), 'utf8'))).length,
    0,
  )
