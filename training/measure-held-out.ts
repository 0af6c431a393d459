import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {language} from '../scripts/read-language.ts'
import {scoreCorpus, type Score} from '../scripts/score.ts'
import {parseNote} from '../src/core/note.ts'
import {Linter} from '../src/lint/linter.ts'
import {LanguageModel} from '../src/lint/model/language-model.ts'
import {readModel, writeModel} from '../src/lint/model/model-data.ts'
import {BLIND, CORPORA, HELD_OUT} from './all-examples.ts'
import {makeModel, withThresholds} from './make-model.ts'
import type {Example} from './read-examples.ts'
import type {WordTable} from './word-table.ts'

/** Packs and a model together, on notes that the model was not trained on. */
export interface HeldOut {
  readonly corpora: Readonly<Record<string, Score>>
  /** Findings on notes that nobody would flag. */
  readonly alarms: Readonly<Record<string, number>>
}

type Group = (typeof HELD_OUT)[number]

/** Where a group's model is kept between training and measuring; no part of the repository. */
const cached = (group: Group): URL => new URL(`.cache/without-${group.join('-')}.bin`, import.meta.url)

/** Trains, for every group of corpora or those that hold one of `names`, a model on all else. */
export function trainHeldOut(examples: readonly Example[], table: WordTable, names: readonly string[]): void {
  mkdirSync(new URL('.cache/', import.meta.url), {recursive: true})
  for (const group of HELD_OUT) {
    if (names.length > 0 && !group.some((name) => names.includes(name))) continue
    const sources = new Set(group.map((name) => `corpus/${name}`))
    const others = examples.filter(({source}) => !sources.has(source))
    writeFileSync(cached(group), writeModel(makeModel(others, table)))
    console.log(`trained without ${group.join(', ')}`)
  }
}

/** Scores every group of corpora whose model has been trained, at the thresholds of today. */
export function measureHeldOut(): HeldOut {
  const corpora: Record<string, Score> = {}
  const alarms: Record<string, number> = {}
  for (const group of HELD_OUT) {
    if (!existsSync(cached(group))) continue
    const model = withThresholds(readModel(readFileSync(cached(group))))
    const linter = new Linter(language, new LanguageModel(model))
    for (const name of group)
      if (name.startsWith('good')) alarms[name] = countFindings(linter, join(CORPORA, name, 'notes'))
      else corpora[name] = scoreCorpus(linter, join(CORPORA, name))
    if (group === HELD_OUT[0])
      for (const name of BLIND) corpora[name] = scoreCorpus(linter, join(CORPORA, name))
  }
  return {corpora, alarms}
}

const countFindings = (linter: Linter, folder: string): number =>
  readdirSync(folder).reduce(
    (sum, file) => sum + linter.lint(parseNote(readFileSync(join(folder, file), 'utf8'))).length,
    0,
  )
