import assert from 'node:assert/strict'
import type {ExportInput} from '../../../src/summary/exports/export-input.ts'
import {EXPORTS} from '../../../src/summary/exports/index.ts'
import {exported, SOME_OF_ALL} from './exported.ts'

const all = (input: ExportInput): string =>
  EXPORTS.flatMap((format) => format.files(input).map(({name, text}) => `${name}\n${text}`)).join('\n')

const KEPT = {
  'c-1/2026-07-01.md': `client: c-1
date: 2026-07-01
goals:
  - {id: g-open, words: "Open goal", strengths: [hidden power], resources: [hidden-desk]}
  - {id: g-hidden, words: "Hidden goal", share: {outside: no}, actions: [{what: Hidden step, by: 2026-07-30}], progress: 4}
strengths: [{name: hidden power, evidence: Hidden sight, share: {outside: no}}, humor]
resources: [{id: hidden-desk, name: Hidden desk, kind: housing, status: waiting, next_by: 2026-07-30, share: {outside: no}}]
preferences: [{says: Hidden wish, share: {outside: no}}]
wins: [{what: Hidden win, share: {outside: no}}, {what: Open win, goals: [g-hidden]}]
follow_up: {on: 2026-07-30, about: Hidden talk, share: {outside: no}}
assessments: [{tool: Hidden test, top: [x], share: {outside: no}}]`,
}

describe('what leaves the folder', () => {
  it('is nothing that the notes keep from readers outside, and no link to it', () => {
    const text = all(exported(KEPT))
    assert.doesNotMatch(text, /hidden/i)
    assert.match(text, /Open goal/)
    assert.match(text, /Open win/)
    assert.doesNotMatch(text, /2026-?07-?30/)
  })

  it('is everything else, with no word about it in the notes', () => {
    assert.match(all(exported(KEPT, {reader: 'team'})), /Hidden goal/)
    assert.match(all(exported({'a.md': 'client: c-1\ndate: 2026-07-01\nwins: [A win]'})), /A win/)
  })

  it('names nobody else whom a group note is about, nor its path', () => {
    const text = all(exported(SOME_OF_ALL, {client: 'c-1'}))
    assert.doesNotMatch(text, /c-2|Came along|groups\//)
    assert.match(text, /Spoke first/)
    assert.match(all(exported(SOME_OF_ALL, {client: 'c-1', reader: 'team'})), /groups\/c-1-and-c-2\.md/)
  })

  it('keeps the correction of a group note linked without naming its path', () => {
    const notes = {
      ...SOME_OF_ALL,
      'groups/again.md':
        'clients: [c-1, c-2]\ndate: 2026-07-10\ncorrects: groups/c-1-and-c-2\nreason: A slip\neach: {c-1: {wins: [Spoke second]}}',
    }
    const text = all(exported(notes, {client: 'c-1'}))
    assert.doesNotMatch(text, /c-2|groups\//)
    assert.match(text, /"corrects": "group-[0-9a-f]{8}"/)
    assert.match(text, /Spoke second/)
  })
})
