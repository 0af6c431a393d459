import assert from 'node:assert/strict'
import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {contentsOf, inFolder, strengths} from './strengths.ts'

const NOTES = {
  'n/a.md':
    '---\nclient: c-1\ndate: 2026-07-14\nstart: 10:00\nend: 10:50\ngoals: [{id: g-a, words: A dog, actions: [{what: Ask, by: 2026-08-03}]}]\nwins: [{what: Secret win, share: {outside: no}}]\nfollow_up: {on: 2026-08-04, about: Secret talk}\n---\n',
  'n/b.md': '---\nclient: c-2\ndate: 2026-07-15\nwins: [A walk]\n---\n',
  'n/.strengths/specialists.yml': 'jm: {name: Jo March, team: north}\n',
}
const AS_OF = ['--as-of', '2026-08-01']

describe('strengths export', () => {
  it('prints one document, without what the notes keep from readers outside', () =>
    inFolder(NOTES, async (folder) => {
      const {code, out} = await strengths(folder, ['export', 'n', ...AS_OF])
      assert.equal(code, 0)
      const data = JSON.parse(out) as {clients: {id: string}[]; asOf: string}
      assert.deepEqual(
        data.clients.map(({id}) => id),
        ['c-1', 'c-2'],
      )
      assert.doesNotMatch(out, /Secret win/)
      const team = await strengths(folder, ['export', 'n', '--reader', 'team', ...AS_OF])
      assert.match(team.out, /Secret win/)
    }))

  it('takes one person by any of the ids that the client list joins, as `summary` does', () =>
    inFolder({...NOTES, 'n/.strengths/clients.yml': 'c-100: {also: [c-2]}\n'}, async (folder) => {
      for (const id of ['c-2', 'c-100']) {
        const {code} = await strengths(folder, ['export', 'n', '--client', id, '--out', 'x', ...AS_OF])
        assert.equal(code, 0)
        const {out} = await strengths(folder, ['summary', 'n', '--client', id, ...AS_OF])
        assert.match(out, /^# c-100$/m)
      }
      assert.deepEqual(readdirSync(join(folder, 'x')), ['export-c-100.json'])
    }))

  it('writes tables, a calendar and bundles, again only what changed', () =>
    inFolder(NOTES, async (folder) => {
      for (const format of ['json', 'csv', 'ics', 'fhir'])
        assert.equal(
          (await strengths(folder, ['export', 'n', '--format', format, '--out', 'x', ...AS_OF])).code,
          0,
        )
      assert.deepEqual(readdirSync(join(folder, 'x')), [
        'actions.csv',
        'export.json',
        'fhir-c-1.json',
        'fhir-c-2.json',
        'follow-ups.ics',
        'goals.csv',
        'resources.csv',
        'sessions.csv',
      ])
      const before = contentsOf(folder)
      const again = await strengths(folder, ['export', 'n', '--format', 'csv', '--out', 'x', ...AS_OF])
      assert.equal(again.err, '4 files: 4 unchanged, as of 2026-08-01\n')
      assert.deepEqual(contentsOf(folder), before)
      assert.match(readFileSync(join(folder, 'x/follow-ups.ics'), 'utf8'), /SUMMARY:Follow-up\\, c-1/)
      assert.doesNotMatch(readFileSync(join(folder, 'x/follow-ups.ics'), 'utf8'), /Secret/)
    }))

  it('leaves a table that it did not make', () =>
    inFolder({...NOTES, 'x/goals.csv': 'client,goal\nc-1,mine\n'}, async (folder) => {
      const {code, err} = await strengths(folder, ['export', 'n', '--format', 'csv', '--out', 'x', ...AS_OF])
      assert.equal(code, 2)
      assert.match(err, /x\/goals\.csv was not made by this tool/)
      assert.equal(readFileSync(join(folder, 'x/goals.csv'), 'utf8'), 'client,goal\nc-1,mine\n')
      assert.ok(existsSync(join(folder, 'x/sessions.csv')))
    }))

  it('hands one person’s bundle on, and asks whose where there are several', () =>
    inFolder(NOTES, async (folder) => {
      const several = await strengths(folder, ['export', 'n', '--format', 'fhir', ...AS_OF])
      assert.equal(several.code, 2)
      assert.equal(several.out, '')
      assert.match(several.err, /about one person/)
      const one = await strengths(folder, ['export', 'n', '--format', 'fhir', '--client', 'c-2', ...AS_OF])
      assert.equal((JSON.parse(one.out) as {resourceType: string}).resourceType, 'Bundle')
      assert.match(one.err, /For hand-over testing, not a certified interface/)
      assert.doesNotMatch(one.out, /c-1/)
    }))

  it('removes bundles of people who are gone where it is asked to', () =>
    inFolder(NOTES, async (folder) => {
      const args = ['export', 'n', '--format', 'fhir', '--out', 'x', ...AS_OF]
      await strengths(folder, args)
      const gone = readFileSync(join(folder, 'x/fhir-c-2.json'), 'utf8')
      writeFileSync(join(folder, 'x/fhir-c-9.json'), gone)
      writeFileSync(join(folder, 'x/fhir-mine.json'), '{}')
      await strengths(folder, [...args, '--prune'])
      assert.deepEqual(readdirSync(join(folder, 'x')), ['fhir-c-1.json', 'fhir-c-2.json', 'fhir-mine.json'])
    }))

  for (const [name, args] of [
    ['tables without a folder', ['--format', 'csv']],
    ['somebody whom no note names', ['--client', 'c-9']],
    ['a format that there is not', ['--format', 'xml']],
    ['a reader that there is not', ['--reader', 'world']],
  ] as const)
    it(`says what is the matter with ${name}`, () =>
      inFolder(NOTES, async (folder) => {
        const {code, out, err} = await strengths(folder, ['export', 'n', ...args])
        assert.equal(code, 2)
        assert.equal(out, '')
        assert.match(err, /\S+ \S+ \S+/)
      }))
})

describe('strengths week', () => {
  it('shows meetings, steps and what is worth asking about, those with the nearest day first', () =>
    inFolder(NOTES, async (folder) => {
      const {code, out} = await strengths(folder, ['week', 'n', ...AS_OF])
      assert.equal(code, 0)
      assert.equal(
        out,
        `1 Aug to 14 Aug 2026

c-1  (last note 14 Jul)
  Mon 3 Aug  Ask, for “A dog”
  Tue 4 Aug  meeting, Secret talk
`,
      )
    }))

  it('is data where it is asked for, each line with its places', () =>
    inFolder(NOTES, async (folder) => {
      const {out} = await strengths(folder, ['week', 'n', '--format', 'json', ...AS_OF])
      const {people, until} = JSON.parse(out) as {
        until: string
        people: {steps: {evidence: {file: string}[]}[]}[]
      }
      assert.equal(until, '2026-08-14')
      assert.equal(people[0]?.steps[0]?.evidence[0]?.file, 'a.md')
    }))

  it('is a page where one is asked for', () =>
    inFolder(NOTES, async (folder) => {
      const {code, out} = await strengths(folder, ['week', 'n', '--format', 'md', ...AS_OF])
      assert.equal(code, 0)
      assert.match(out, /^# The next two weeks$/m)
      assert.match(out, /^## c-1$/m)
    }))

  it('is of one specialist’s people where one is named', () =>
    inFolder(
      {...NOTES, 'n/a.md': NOTES['n/a.md'].replace('date:', 'specialist: jm\ndate:')},
      async (folder) => {
        assert.match((await strengths(folder, ['week', 'n', '--specialist', 'jm', ...AS_OF])).out, /c-1/)
        assert.match(
          (await strengths(folder, ['week', 'n', '--specialist', 'rb', ...AS_OF])).out,
          /nothing is planned/,
        )
      },
    ))
})

describe('strengths doctor', () => {
  it('has nothing to say of a folder that is well', () =>
    inFolder({'a.md': '---\nclient: c-1\ndate: 2026-07-14\nwins: [x]\n---\n'}, async (folder) => {
      const {code, out} = await strengths(folder, ['doctor', '.', ...AS_OF])
      assert.equal(code, 0)
      assert.match(out, /^1 session note about 1 person$/m)
      assert.match(out, /Nothing here needs a look/)
    }))

  const UNWELL = {
    'a.md': '---\nclient: c-1\nwins: [Private words]\n---\n',
    'b.md': '---\nclient: c-1\ndate: 2026-07-14\nnote: x\nwins: [Private words]\n---\n',
    'c.md': '---\nclient: c-1\ndate: 2026-07-14\nnote: x\nwins: [Private words]\n---\n',
    'd.md': '---\nclient: c-1\ndate: Private day\ngoals: [Private goal]\n---\n',
    'e.md': new Uint8Array([0xff, 0xfe, 0x41]),
    '.strengths/config.yml': 'rules: {label: loud}\n',
  }

  it('tells each kind of thing with how often and where, and nothing of what notes say', () =>
    inFolder(UNWELL, async (folder) => {
      const {code, out} = await strengths(folder, ['doctor', '.', ...AS_OF])
      assert.equal(code, 2)
      assert.match(out, /^file\/not-utf-8 {2}1 place: .*\n {2}e\.md:1$/m)
      assert.match(out, /^file\/same-text {2}2 places: .*\n {2}b\.md:1\n {2}c\.md:1$/m)
      assert.match(out, /^note\/date-unreadable {2}1 place: .*\n {2}d\.md:3$/m)
      assert.match(out, /^note\/no-date {2}2 places/m)
      assert.match(out, /^note\/same-id {2}1 place/m)
      assert.match(out, /\.strengths\/config\.yml:1 {2}A rule is set to one of/)
      assert.doesNotMatch(out, /Private/)
    }))

  it('is data where it is asked for', () =>
    inFolder(UNWELL, async (folder) => {
      const {out} = await strengths(folder, ['doctor', '.', '--format', 'json', ...AS_OF])
      const {findings, files} = JSON.parse(out) as {
        files: number
        findings: {code: string; places: object[]}[]
      }
      assert.equal(files, 5)
      assert.deepEqual(findings.find(({code}) => code === 'file/same-text')?.places, [
        {file: 'b.md', line: 1},
        {file: 'c.md', line: 1},
      ])
      assert.doesNotMatch(out, /Private/)
    }))

  it('ends with 1 where notes need a look and all could be read', () =>
    inFolder({'a.md': UNWELL['a.md']}, async (folder) => {
      assert.equal((await strengths(folder, ['doctor', '.', ...AS_OF])).code, 1)
    }))
})
