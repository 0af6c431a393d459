import assert from 'node:assert/strict'
import {readdirSync, readFileSync} from 'node:fs'
import {readClientList} from '../../../src/core/agency/client-list.ts'
import {readPolicy} from '../../../src/core/agency/policy.ts'
import {readInput} from '../../../src/folder/read-input.ts'
import {
  exportInput,
  type ExportInput,
  type ExportSettings,
} from '../../../src/summary/exports/export-input.ts'
import {fold} from '../../../src/summary/fold.ts'
import {day, folded} from '../folded.ts'

type Settings = Partial<ExportSettings> & {readonly policyText?: string}

const settingsOf = ({policyText = '', ...given}: Settings): ExportSettings => ({
  reader: 'outside',
  client: undefined,
  policy: readPolicy(policyText).policy,
  specialists: [{id: 'jm', name: 'Jo March', credential: 'CPRS', supervisor: undefined, team: undefined}],
  ...given,
})

/** What an export of notes given as paths and frontmatter has to work with, as of 21 July 2026. */
export function exported(notes: Readonly<Record<string, string>>, given: Settings = {}): ExportInput {
  const settings = settingsOf(given)
  return exportInput(folded(notes, {policy: settings.policy}), settings)
}

const EXAMPLES = new URL('../../../examples/clients/', import.meta.url)

/** The same of the invented caseload that ships. */
export function examples(given: Settings = {}): ExportInput {
  const settings = settingsOf(given)
  const inputs = readdirSync(EXAMPLES, {recursive: true, encoding: 'utf8'})
    .filter((path) => path.endsWith('.md'))
    .flatMap((path) => readInput(path, readFileSync(new URL(path, EXAMPLES), 'utf8')) ?? [])
  const {joined} = readClientList('').list
  return exportInput(fold(inputs, {asOf: day('2026-11-20'), policy: settings.policy, joined}), settings)
}

/** Notes with something of everything, and with what a hand-over has to get right. */
export const SOME_OF_ALL: Readonly<Record<string, string>> = {
  'c-1/2026-06-02.md': `client: c-1
date: 2026-06-02
start: 10:00
end: 10:50
kind: individual
specialist: jm
service: {code: H0038, modifiers: [HQ], plan_goal: ISP-2, payer: horizon}
goals:
  - {id: g-work, words: "I want to work", status: active, strengths: [persistence], resources: [union-hall, sister], plan_goal: ISP-2, progress: {rating: 3, by: person, says: "A three"}}
  - {id: g-dog, words: "A dog", status: let-go}
  - {id: g-song, words: "Sing", status: keeping}
strengths:
  - {name: persistence, evidence: Called three times, named_by: person}
  - {name: humor, source: via, rank: 2}
resources:
  - {id: union-hall, name: Union hall, kind: employment, status: waiting, contact: ext. 12, next: Hears back, next_by: 2026-07-28, for: [g-work]}
  - {id: sister, name: sister, kind: family, status: active}
  - {id: walk, name: morning walk, kind: routine, status: active}
  - {id: court, name: legal help, kind: legal-aid, status: not-a-fit}
preferences: ["Mornings", {about: contact, says: Text first}]
assessments:
  - {tool: BARC-10, on: 2026-06-01, scores: {total: 41, hope: 5}}
  - {tool: VIA Character Strengths, on: 2026-05-30, top: [humor, kindness]}
wins: [Got up early]`,
  'c-1/2026-07-14.md': `client: c-1
date: 2026-07-14
note: n-2
specialist: jm
goals:
  - id: g-work
    words: "I want to work with my hands"
    status: active
    progress: {rating: 6, by: person}
    actions:
      - {id: a1, what: Call the hall, who: person, by: 2026-07-28}
      - {what: Print the form, who: specialist, by: 2026-07-21}
      - {what: Buy boots, who: person, done: 2026-07-13}
follow_up: {on: 2026-07-28, start: 14:00, place: library, about: the form}`,
  'c-1/2026-07-15.md': `client: c-1
date: 2026-07-14
corrects: n-2
reason: The day of the class was wrong.
entered: 2026-07-15
specialist: jm
goals:
  - id: g-work
    words: "I want to work with my hands"
    status: active
    progress: {rating: 6, by: person}
    actions:
      - {id: a1, what: Call the hall, who: person, by: 2026-07-29}
      - {what: Print the form, who: specialist, by: 2026-07-21}
follow_up: {on: 2026-07-28, start: 14:00, place: library, about: the form}`,
  'groups/c-1-and-c-2.md': `clients: [c-1, c-2]
date: 2026-07-10
kind: group
specialist: jm
each:
  c-1: {wins: [Spoke first]}
  c-2: {wins: [Came along]}`,
}

/** That an object has these values, whatever else it has. */
export function assertHolds(actual: Readonly<Record<string, unknown>> | undefined, expected: object): void {
  const same = Object.keys(expected).map((key) => [key, actual?.[key]])
  assert.deepEqual(Object.fromEntries(same), expected)
}
