import {Ajv} from 'ajv'
import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import {readdirSync, readFileSync} from 'node:fs'
import {parse} from 'yaml'
import {profileProblems, profiles} from '../../../scripts/read-profiles.ts'
import {readRecordProfile} from '../../../src/core/record/record-profile.ts'

describe('the profiles that ship', () => {
  it('are the five formats, read without a problem', () => {
    assert.deepEqual(profileProblems, [])
    assert.deepEqual(
      profiles.map(({id, boxes}) => [id, boxes.map(({title}) => title).join(' ')]),
      [
        ['birp', 'Behavior Intervention Response Plan'],
        ['dap', 'Data Assessment Plan'],
        ['girp', 'Goal Intervention Response Plan'],
        ['pie', 'Purpose Intervention Evaluation'],
        ['soap', 'Subjective Objective Assessment Plan'],
      ],
    )
  })

  it('leave nothing of a note without a box', () => {
    for (const {id, boxes} of profiles) {
      const sources = boxes.flatMap(({from}) => from)
      const taken = new Set(sources.map((source) => (source.kind === 'items' ? source.take : source.kind)))
      assert.ok(taken.has('rest'), id)
      for (const item of [
        'goals',
        'steps',
        'steps_done',
        'strengths',
        'wins',
        'resources',
        'preferences',
        'skills',
      ] as const)
        assert.ok(taken.has(item), `${id}: ${item}`)
    }
  })
})

describe('the schema of profiles', () => {
  const ROOT = new URL('../../../', import.meta.url)
  const read = (path: string): string => readFileSync(new URL(path, ROOT), 'utf8')
  const takes = new Ajv({allowUnionTypes: true}).compile(JSON.parse(read('schema/ehr.schema.json')) as object)

  it('takes those that ship, and tells what the reader would tell of', () => {
    for (const name of readdirSync(new URL('profiles/ehr/', ROOT)))
      assert.ok(takes(parse(read(`profiles/ehr/${name}`))), name)
    for (const text of ['boxes: [{from: rest}]', 'boxes: [{title: A, from: [gaols]}]', 'title: x']) {
      assert.ok(!takes(parse(text)), text)
      assert.ok(readRecordProfile(text, 'x').problems.length > 0, text)
    }
  })
})

describe('a profile of an agency', () => {
  it('says its boxes, what fills them and in which words', () => {
    const {profile, problems} = readRecordProfile(
      `title: Our form
boxes:
  - title: What we worked on
    empty: Nothing was written down.
    from:
      - take: goals
        as: "Goal: {words}"
        lead: Goals
      - headings: What I did
      - rest
`,
      'ours',
    )
    assert.deepEqual(problems, [])
    assert.deepEqual(profile, {
      id: 'ours',
      title: 'Our form',
      about: '',
      boxes: [
        {
          id: 'what-we-worked-on',
          title: 'What we worked on',
          empty: 'Nothing was written down.',
          from: [
            {kind: 'items', take: 'goals', as: 'Goal: {words}', lead: 'Goals'},
            {kind: 'headings', headings: ['What I did'], lead: undefined},
            {kind: 'rest', lead: undefined},
          ],
        },
      ],
    })
  })

  it('tells what it does not know by its line, and keeps the rest', () => {
    const {profile, problems} = readRecordProfile(
      'boxes:\n  - title: A\n    from:\n      - gaols\n      - take: wins\n        as: "{when}"\n      - rest\n  - from: rest\n  - title: a\n',
      'ours',
    )
    assert.deepEqual(
      problems.map(({line}) => line),
      [4, 5, 8, 9],
    )
    assert.match(problems[0]?.message ?? '', /goals/)
    assert.match(problems[1]?.message ?? '', /\{when\}.*\{what\}/)
    assert.deepEqual(profile?.boxes[0]?.from, [{kind: 'rest', lead: undefined}])
  })

  it('ends in a profile or in problems, whatever stands there', () => {
    for (const text of ['', 'boxes:', '- a', 'boxes: 3', '[', 'title: x\nboxes: [{title: [1]}]'])
      assert.ok(readRecordProfile(text, 'x').problems.length > 0, text)
    fc.assert(
      fc.property(fc.string({unit: fc.constantFrom(...'boxes: title-from\n []{}"ax&*#')}), (text) => {
        const {profile, problems} = readRecordProfile(text, 'x')
        assert.ok(profile ?? problems.length > 0)
      }),
    )
  })
})
