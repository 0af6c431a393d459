import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import {readdirSync, readFileSync} from 'node:fs'
import {parseCivilDate} from '../../../src/core/time/civil-date.ts'
import {NO_CLIENTS, readClientList} from '../../../src/core/agency/client-list.ts'
import {parseNote} from '../../../src/core/note.ts'
import {readPolicy} from '../../../src/core/agency/policy.ts'
import {checkNote} from '../../../src/lint/check-note.ts'
import {RULES, runChecks} from '../../../src/lint/checks/index.ts'
import {KnownNotes} from '../../../src/lint/checks/known-notes.ts'
import {noStrategy} from '../../../src/lint/checks/no-strategy.ts'
import {repeatedText} from '../../../src/lint/checks/repeated-text.ts'
import {NO_CONTEXT, type CheckContext} from '../../../src/lint/checks/rule.ts'
import {fingerprintsOf, sentencesIn} from '../../../src/lint/checks/sentences.ts'
import {strategiesOf} from '../../../src/lint/checks/strategies.ts'
import {linter} from '../load-language.ts'
import {checkedNote, folderOf, seenBy, withKeys, wordsSeen} from './checked.ts'

const LONG = 'The bus was late and it rained, and the form was long and had to be read over again. '.repeat(8)

describe('the nine strategies', () => {
  it('are found in frontmatter, headings with words under them, and language', () => {
    const {note, record, sightings} = checkedNote(
      withKeys(
        'stories: [A ride]\nassessments: [VIA]\naffirmations: [Three calls]\nresources: [library]',
        '## Skills\n\nReads blueprints.\n\n## Goals\n\n**What the group gave back**\n\n## Reflections\n\nHe sees it.\n\nShe is proud of the garden.\n',
      ),
    )
    assert.deepEqual(
      strategiesOf(note, record, sightings()).map(({strategy}) => strategy),
      [
        'active-exploration',
        'strengths-assessment',
        'reflective-listening',
        'skill-identification',
        'resource-mapping',
        'self-reflection',
        'celebrating-progress',
      ],
    )
  })

  it('each have places in the text', () => {
    const checked = checkedNote(withKeys('wins: [A walk]', '## Next steps\n\n- Call.\n'))
    for (const {places} of strategiesOf(checked.note, checked.record, checked.sightings()))
      for (const {start, end} of places) assert.ok(start < end && end <= checked.note.text.length)
  })

  it('are asked for where a longer note shows none', () =>
    assert.deepEqual(wordsSeen(noStrategy, withKeys('', LONG)), ['---']))

  for (const [name, text] of [
    ['a begun note', withKeys('place: library')],
    ['a short note', withKeys('', 'He came by. We talked about the bus.')],
    ['nobody met', withKeys('kind: no-contact', LONG)],
    ['a talk with others', withKeys('kind: collateral', LONG)],
    ['supervision', withKeys('kind: supervision', LONG)],
    ['a correction', withKeys('corrects: x', LONG)],
    ['a goal', withKeys('goals: [Work]', LONG)],
    ['a plan', withKeys('', `${LONG}\n\n## Next\n\nCall.\n`)],
    ['the person’s own words', withKeys('', `${LONG} “I read it\ntwice,” she said.`)],
    ['a quoted card', withKeys('', `${LONG}\n\n> What I got: company.\n`)],
    ['a strength in its language', withKeys('', `${LONG} She is proud of the garden.`)],
  ] as const)
    it(`are not asked for in ${name}`, () => assert.deepEqual(seenBy(noStrategy, text), []))
})

describe('text of an earlier note', () => {
  const STORY =
    'He walked in with the form already filled in and asked where it goes. We read the second page together and he found the line about the bus pass by himself. '
  const day = (date: string, body: string, more = ''): string =>
    `---\nclient: c-014\ndate: ${date}\n${more}---\n\n${body}\n`
  const earlier = {'clients/a.md': day('2026-07-01', `Rain. ${STORY}`)}

  it('is told, with its words and the note', () => {
    const text = day('2026-07-14', `## What I heard\n\nSun. ${STORY}And the pass came.`)
    const [seen, ...others] = seenBy(repeatedText, text, {known: folderOf(earlier)})
    assert.equal(others.length, 0)
    assert.equal(text.slice(seen?.span.start, seen?.span.end), STORY.trim())
    assert.equal(
      seen?.message,
      'These 31 words also stand in the note of 1 Jul (clients/a.md). What was different this time?',
    )
  })

  it('is found across line breaks, marks and capitals', () => {
    const text = day('2026-07-14', STORY.toUpperCase().replaceAll(' THE ', '\nthe, '))
    assert.equal(seenBy(repeatedText, text, {known: folderOf(earlier)}).length, 1)
  })

  for (const [name, body, more] of [
    ['a little of it', 'He walked in with the form already filled in and asked where it goes.', ''],
    ['a heading', `# ${STORY}`, ''],
    ['a quoted block', `> ${STORY}`, ''],
    ['code', `\`\`\`\n${STORY}\n\`\`\``, ''],
    ['a correction', STORY, 'corrects: clients/a\n'],
    ['an addendum', STORY, 'amends: clients/a\n'],
  ] as const)
    it(`is left alone in ${name}`, () =>
      assert.deepEqual(seenBy(repeatedText, day('2026-07-14', body, more), {known: folderOf(earlier)}), []))

  it('is left alone in somebody else’s note, on the same day, of a form, and where notes are not known', () => {
    const text = day('2026-07-14', STORY)
    const other = {'b.md': day('2026-07-01', STORY).replace('c-014', 'c-021')}
    const sameDay = {'b.md': day('2026-07-14', STORY)}
    const form = Object.fromEntries([1, 2, 3, 4, 5].map((n) => [`${n}.md`, day(`2026-07-0${n}`, STORY)]))
    for (const files of [other, sameDay, form])
      assert.deepEqual(seenBy(repeatedText, text, {known: folderOf(files)}), [])
    assert.deepEqual(seenBy(repeatedText, text), [])
  })

  it('is kept as numbers only', () => {
    const sentences = sentencesIn(STORY, 0)
    assert.deepEqual(
      sentences.map(({start, end}) => STORY.slice(start, end).split(' ').length),
      [14, 17],
    )
    assert.ok(sentences.every(({fingerprint}) => Number.isSafeInteger(fingerprint)))
  })
})

describe('checks as rules', () => {
  const {list: clients} = readClientList('c-014:\nc-021:\n')
  const text = withKeys(
    'start: 14:00\nend: 13:00\nstrengths: [humor]',
    'With c-021. Her cell is 555-201-3344.\n',
  )
  const ids = (note: string, settings = {}): string[] =>
    checkNote(linter, parseNote(note), settings, {...NO_CONTEXT, clients})
      .filter(({category}) => category === 'check')
      .map(({rule}) => rule)
  const ALL = ['note/end-before-start', 'strength/no-evidence', 'privacy/other-client', 'privacy/phone']

  it('stand beside language and record in the order of the text', () => assert.deepEqual(ids(text), ALL))

  it('are set by code, by group and all together', () => {
    assert.deepEqual(ids(text, {'privacy/phone': 'off', 'note/end-before-start': 'off'}), [ALL[1], ALL[2]])
    assert.deepEqual(ids(text, {privacy: 'off'}), ALL.slice(0, 2))
    assert.deepEqual(ids(text, {privacy: 'off', 'privacy/phone': 'error'}), [...ALL.slice(0, 2), ALL[3]])
    assert.deepEqual(ids(text, {check: 'off'}), [])
    const severities = checkNote(linter, parseNote(text), {check: 'hint'}, {...NO_CONTEXT, clients})
    assert.ok(severities.every(({category, severity}) => category !== 'check' || severity === 'hint'))
  })

  it('are switched off in the note by code, group, category and all', () => {
    for (const [comment, left] of [
      ['strengths-disable-file privacy/phone', ALL.slice(0, 3)],
      ['strengths-disable-file privacy', ALL.slice(0, 2)],
      ['strengths-disable-file check -- on paper', []],
      ['strengths-disable-file', []],
    ] as const)
      assert.deepEqual(ids(`${text}\n<!-- ${comment} -->\n`), left, comment)
  })

  it('look at session notes only', () =>
    assert.deepEqual(ids('---\ntitle: Our office\n---\n\nHer cell is 555-201-3344.\n'), []))

  it('have codes of their own, with a page that tells what they see and leave alone', () => {
    assert.equal(new Set(RULES.map(({id}) => id)).size, RULES.length)
    const page = readFileSync(new URL('../../../docs/rules/check.md', import.meta.url), 'utf8')
    for (const {id, about, why} of RULES) {
      assert.match(id, /^(?:note|goal|strength|action|privacy)\/[a-z-]+$/)
      assert.match(about, /Leaves alone: /)
      assert.match(why, /\.$/)
      assert.ok(page.includes(`### ${id}\n`), id)
    }
  })

  it('weigh as an error only where another person is named', () =>
    assert.deepEqual(
      RULES.flatMap(({id, severity}) => (severity === 'error' ? [id] : [])),
      ['privacy/other-client'],
    ))

  it('say it in words that our own linter leaves alone', () => {
    for (const {about, why} of RULES)
      assert.deepEqual(
        linter.lint(parseNote(`${why}\n\n${about}\n`)).map(({message}) => message),
        [],
      )
  })

  it('never throw, and always have a place in the text, whatever is typed', () => {
    const {policy} = readPolicy('rounding: up\nlimit_per_day: 1\nlate_after: same day\n')
    const pieces = fc.constantFrom(
      '---\n',
      'client: c-014\n',
      'clients: [c-1, c-2]\n',
      'date: 2026-07-14\n',
      'entered: 2026-07-20\n',
      'start: 14:00\n',
      'end: 13:00\n',
      'duration: 5\n',
      'strengths: [a, {b: }]\n',
      'goals:\n',
      '  - words: Client will attend\n',
      '    status: active\n',
      '    actions: [x, {what: y}]\n',
      'each:\n  c-1: {goals: [z]}\n',
      'participants: [Ann Lee]\n',
      'phone: 555-201-3344\n',
      'c-021 her cell 555-201-3344 ',
      '"',
      '[',
      '{',
      '\r\n',
      '\uFEFF',
      '> ',
      '# Goals\n',
      'DOB 1/2/1990 ',
      'lives at 4 Elm St ',
      '```\n',
      LONG,
    )
    const known = folderOf({'b.md': withKeys('start: 14:00\nend: 14:30', LONG)}, clients)
    fc.assert(
      fc.property(fc.array(pieces, {maxLength: 25}), (parts) => {
        const checked = checkedNote(`---\n${parts.join('')}`)
        const context: CheckContext = {
          policy,
          clients,
          specialists: [],
          known,
          asOf: parseCivilDate('2026-01-01'),
        }
        for (const {span, offers} of runChecks(checked, context)) {
          assert.ok(0 <= span.start && span.start <= span.end && span.end <= checked.note.text.length)
          for (const {kind} of offers) assert.equal(kind, 'ask')
        }
      }),
      {numRuns: 300},
    )
  })
})

describe('on notes that read well', () => {
  const root = new URL('../../../', import.meta.url)
  const read = (folder: string): {file: string; text: string}[] =>
    readdirSync(new URL(folder, root), {recursive: true, encoding: 'utf8'})
      .filter((name) => name.endsWith('.md') && !name.endsWith('README.md'))
      .map((name) => ({
        file: `${folder}/${name}`,
        text: readFileSync(new URL(`${folder}/${name}`, root), 'utf8'),
      }))

  for (const folder of [
    'examples/clients',
    'test/corpus/good/notes',
    'test/corpus/good-2/notes',
    'test/corpus/dev/notes',
  ])
    it(`in ${folder} no check tells more than a hint`, () => {
      const notes = read(folder).map(({file, text}) => ({file, ...checkedNote(text)}))
      const known = new KnownNotes(
        notes.map(({file, note, record}) => ({file, record, sentences: fingerprintsOf(note)})),
        NO_CLIENTS,
      )
      const {policy} = readPolicy('rounding: up\nlimit_per_day: 16\nlate_after: 7 days\n')
      for (const checked of notes) {
        const context = {...NO_CONTEXT, policy, known, file: checked.file, asOf: parseCivilDate('2026-11-22')}
        const told = runChecks(checked, context).filter(({severity}) => severity !== 'hint')
        assert.deepEqual(
          told.map(({rule, message}) => `${checked.file} ${rule} ${message}`),
          [],
        )
      }
    })
})
