import {readdirSync, readFileSync} from 'node:fs'
import {readRecordProfile, type RecordProfile} from '../src/core/record/record-profile.ts'

const folder = new URL('../profiles/ehr/', import.meta.url)

const read = readdirSync(folder)
  .toSorted()
  .map((name) => ({
    file: `profiles/ehr/${name}`,
    ...readRecordProfile(readFileSync(new URL(name, folder), 'utf8'), name.replace(/\.yml$/, '')),
  }))

/** The ways to fill the boxes of a record system that ship with the tool. */
export const profiles: readonly RecordProfile[] = read.flatMap(({profile}) => profile ?? [])

export const profileProblems = read.flatMap(({file, problems}) =>
  problems.map((problem) => ({file, ...problem})),
)
