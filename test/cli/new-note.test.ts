import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {parseNote} from '../../src/core/note.ts'
import {readRecord} from '../../src/core/record/record.ts'
import {contentsOf, inFolder, strengths} from './strengths.ts'

const LAST = `---
client: c-014
date: 2026-07-14
kind: individual
place: library, by the window
specialist: jm
goals:
  - id: g-work
    words: "I want to work with my hands again"
    status: active
    actions:
      - {what: Call the union hall, who: person, by: 2026-07-21}
      - {what: Ask for the form, who: specialist, done: 2026-07-14}
  - {id: g-bike, words: Mend the bike, status: reached}
resources:
  - {name: Local 43, kind: employment, status: waiting, next: Hears back, next_by: 2026-07-28}
preferences:
  - {about: contact, says: "Text me first"}
---

## What I heard

He costs $5 and {{client}} in \\\${1} a day, two blanks${'  '}
at the end.
`
const NOTES = {'clients/c-014/2026-07-14.md': LAST}
const TODAY = ['--date', '2026-08-11', '--stdout']

const problemsIn = (text: string): readonly unknown[] => {
  const note = parseNote(text)
  return [...note.problems, ...readRecord(note).problems]
}

describe('strengths new --from-last', () => {
  it('recalls what is open, as comments, and says nothing of it', () =>
    inFolder(NOTES, async (folder) => {
      const {code, out} = await strengths(folder, ['new', '--client', 'c-014', '--from-last', ...TODAY])
      assert.equal(code, 0)
      assert.match(out, /^# Keep in mind: contact: Text me first$/m)
      assert.match(out, /^# Last met at: library, by the window$/m)
      assert.match(out, /^ {2}# Open: g-work: “I want to work with my hands again” \(active since 14 Jul\)$/m)
      assert.match(out, /^ {6}# How did it go\? Call the union hall \(person, was planned for 21 Jul\)$/m)
      assert.match(
        out,
        /^ {2}# Worth asking about: Local 43 \(waiting, next: Hears back, was planned for 28 Jul/m,
      )
      assert.match(out, /^<!-- Last note: \[14 Jul\]\(2026-07-14\.md\) -->$/m)
      assert.doesNotMatch(out, /g-bike|Ask for the form/)
      const {record} = readRecord(parseNote(out))
      assert.deepEqual(problemsIn(out), [])
      assert.deepEqual(
        [record.goals, record.resources, record.preferences, record.place, record.wins],
        [[], [], [], undefined, []],
      )
    }))

  it('recalls nothing of a later day, and nothing of anybody else', () =>
    inFolder(NOTES, async (folder) => {
      const before = await strengths(folder, [
        'new',
        'session',
        '--client',
        'c-014',
        '--from-last',
        '--date',
        '2026-07-01',
        '--stdout',
      ])
      const other = await strengths(folder, ['new', 'session', '--client', 'c-2', '--from-last', ...TODAY])
      for (const {code, out} of [before, other]) {
        assert.equal(code, 0)
        assert.doesNotMatch(out, /union|library, by|Local 43/)
      }
    }))

  it('recalls a person by each of the ids that the client list joins', () =>
    inFolder({...NOTES, '.strengths/clients.yml': 'c-100: {also: [c-014]}\n'}, async (folder) => {
      for (const id of ['c-014', 'c-100']) {
        const {out} = await strengths(folder, ['new', '--client', id, '--from-last', ...TODAY])
        assert.match(out, /^ {2}# Open: g-work: /m)
      }
    }))

  it('takes the template of the last kind of contact', () =>
    inFolder(
      {...NOTES, 'b.md': '---\nclient: c-014\ndate: 2026-08-01\nkind: check-in\n---\n'},
      async (folder) => {
        const {out} = await strengths(folder, ['new', '--client', 'c-014', '--from-last', ...TODAY])
        assert.match(out, /^kind: check-in$/m)
      },
    ))

  it('says what else it needs where there is neither a template nor an earlier note', () =>
    inFolder(NOTES, async (folder) => {
      const {code, err} = await strengths(folder, ['new', '--client', 'c-014', '--stdout'])
      assert.equal(code, 2)
      assert.match(err, /strengths templates.*--from-last/)
    }))
})

describe('strengths new for a group', () => {
  it('gives each person a block of their own', () =>
    inFolder(NOTES, async (folder) => {
      const {out} = await strengths(folder, [
        'new',
        'group',
        '--client',
        'c-014, c-021',
        '--from-last',
        ...TODAY,
      ])
      const {record} = readRecord(parseNote(out))
      assert.deepEqual(problemsIn(out), [])
      assert.deepEqual(
        record.clients.map(({value}) => value),
        ['c-014', 'c-021'],
      )
      assert.deepEqual(
        record.each.map(({client}) => client.value),
        ['c-014', 'c-021'],
      )
      const [own = '', other = ''] = out.split('  "c-021":')
      assert.match(own, /g-work/)
      assert.doesNotMatch(other, /g-work|14 Jul|library/)
    }))
})

describe('strengths new for what was written before', () => {
  it('corrects a note with all that it says, and leaves the note as it is', () =>
    inFolder(NOTES, async (folder) => {
      const before = contentsOf(folder)
      const path = 'clients/c-014/2026-07-14.md'
      const {code, out} = await strengths(folder, ['new', '--corrects', path, '--reason', 'It was "Tuesday"'])
      assert.equal(code, 0)
      assert.equal(out, 'clients/c-014/2026-07-14-correction.md\n')
      const text = readFileSync(join(folder, out.trim()), 'utf8')
      const {record} = readRecord(parseNote(text))
      assert.deepEqual(problemsIn(text), [])
      assert.equal(record.corrects?.value, 'clients/c-014/2026-07-14')
      assert.equal(record.reason?.value, 'It was "Tuesday"')
      assert.ok(record.entered)
      assert.equal(record.id?.value, 'c-014/2026-07-14-correction')
      assert.deepEqual(
        record.goals.map(({id}) => id?.value),
        ['g-work', 'g-bike'],
      )
      assert.match(text, /^Correction of \[2026-07-14\]\(2026-07-14\.md\), written \d{4}-\d\d-\d\d\.$/m)
      assert.ok(text.endsWith(LAST.slice(LAST.indexOf('## What'))))
      assert.deepEqual({...contentsOf(folder), ...before}, contentsOf(folder))
    }))

  it('corrects a correction without its old reason', () =>
    inFolder(
      {
        'a.md':
          '---\nnote: x\ncorrects: y\nreason: "first"\nclient: c-1\ndate: 2026-07-14\nlate: yes\n---\nText\n',
      },
      async (folder) => {
        const {out} = await strengths(folder, ['new', '--corrects', 'x', '--reason', 'second', '--stdout'])
        assert.deepEqual(problemsIn(out), [])
        assert.doesNotMatch(out, /first|late:|: y/)
        assert.match(out, /^---\nnote: "a-correction"\ncorrects: "x"\n/)
      },
    ))

  it('keeps Windows line ends in a correction', () =>
    inFolder({'a.md': '---\r\nclient: c-1\r\ndate: 2026-07-14\r\n---\r\n\r\nText\r\n'}, async (folder) => {
      const {out} = await strengths(folder, ['new', '--corrects', 'a.md', '--stdout'])
      assert.doesNotMatch(out, /[^\r]\n/)
    }))

  it('adds to a note what was not known, or was left out', () =>
    inFolder(NOTES, async (folder) => {
      const {out: addendum} = await strengths(folder, [
        'new',
        '--amends',
        'clients/c-014/2026-07-14',
        '--reason',
        'He called',
        '--stdout',
      ])
      assert.deepEqual(problemsIn(addendum), [])
      assert.match(addendum, /^amends: "clients\/c-014\/2026-07-14"\nentered: .*\nreason: "He called"/m)
      assert.match(addendum, /^specialist: "jm"$/m)
      assert.match(addendum, /^Addendum to \[2026-07-14\]\(2026-07-14\.md\), written /m)
      const {out: late} = await strengths(folder, [
        'new',
        '--amends',
        'clients/c-014/2026-07-14.md',
        '--late',
      ])
      assert.equal(late, 'clients/c-014/2026-07-14-late-addition.md\n')
      const {record} = readRecord(parseNote(readFileSync(join(folder, late.trim()), 'utf8')))
      assert.equal(record.late?.value, true)
      assert.equal(record.date?.value, '2026-07-14')
    }))

  it('says of a past day when it is written, and of a late entry that it is one', () =>
    inFolder({}, async (folder) => {
      const args = ['new', 'session', '--client', 'c-1', '--date', '2026-07-14', '--stdout']
      const {out: past} = await strengths(folder, args)
      assert.match(past, /^date: 2026-07-14\nentered: \d{4}-\d\d-\d\d\nnote:/m)
      const {out: late} = await strengths(folder, [...args, '--late', '--reason', 'the power was out'])
      assert.match(late, /^late: yes\nreason: "the power was out" /m)
      assert.deepEqual(problemsIn(late), [])
    }))

  for (const [name, args] of [
    ['a note that there is not', ['--corrects', 'x']],
    ['a note outside the folder', ['--corrects', '../x.md']],
    ['a folder', ['--amends', 'clients']],
    ['a file that is no session note', ['--amends', 'list.md']],
    ['both at a time', ['--amends', 'clients/c-014/2026-07-14', '--corrects', 'clients/c-014/2026-07-14']],
    ['a template for a correction', ['session', '--corrects', 'clients/c-014/2026-07-14']],
    ['another template for an addendum', ['session', '--amends', 'clients/c-014/2026-07-14']],
    ['an addendum to nothing', ['addendum', '--client', 'c-014']],
    ['an answer that nobody asked for', ['session', '--client', 'c-014', '--answer', 'topic=x']],
  ] as const)
    it(`refuses ${name}, with a sentence`, () =>
      inFolder({...NOTES, 'list.md': '# Shopping\n'}, async (folder) => {
        const before = contentsOf(folder)
        const {code, err, out} = await strengths(folder, ['new', ...args])
        assert.deepEqual([code, out], [2, ''])
        assert.match(err, /\S+ \S+ \S+/)
        assert.doesNotMatch(err, /\n {4}at /)
        assert.deepEqual(contentsOf(folder), before)
      }))
})

describe('templates of the folder and of the writer', () => {
  const template = (name: string): string =>
    `---\ntemplate: {name: ${name}, description: "${name}."}\nclient: "{{client}}"\ndate: {{date}}\nplace: ${name}\n---\n`

  it('go over those that ship, the writer’s over the folder’s, and the list says so', () =>
    inFolder(
      {
        '.strengths/templates/session.md': template('theirs'),
        '.strengths/templates/outreach.md': template('theirs'),
        '.config/strengths-notes/templates/outreach.md': template('mine'),
      },
      async (folder) => {
        const {out: list} = await strengths(folder, ['templates'])
        assert.match(list, /^session +theirs\. \(this folder’s\)$/m)
        assert.match(list, /^outreach +mine\. \(yours\)$/m)
        assert.match(list, /^closing +[^(]*$/m)
        const {out} = await strengths(folder, ['new', 'outreach', '--client', 'c-1', '--stdout'])
        assert.match(out, /^place: mine$/m)
      },
    ))

  it('ask their own questions', () =>
    inFolder(
      {
        '.strengths/templates/walk.md':
          '---\ntemplate:\n  name: Walk\n  asks: {where: Where did you walk?}\n  file: "walks/{{where}}.md"\n' +
          'client: "{{client}}"\ndate: {{date}}\nplace: {{where}}\n---\n',
      },
      async (folder) => {
        const args = ['new', 'walk', '--client', 'c-1', '--answer', 'where=the river: east bank']
        const {out} = await strengths(folder, args)
        assert.equal(out, 'walks/the-river-east-bank.md\n')
        const {record} = readRecord(parseNote(readFileSync(join(folder, out.trim()), 'utf8')))
        assert.equal(record.place?.value, 'the river: east bank')
      },
    ))
})
