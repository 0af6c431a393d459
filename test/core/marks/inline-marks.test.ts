import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import type {Root} from 'mdast'
import {fixesFor} from '../../../src/core/record/problem-fix.ts'
import {parseMarkdown} from '../../../src/core/text/markdown.ts'
import {MARK_OPENING} from '../../../src/core/marks/mark-syntax.ts'
import {parseNote, type Note} from '../../../src/core/note.ts'
import {readRecord} from '../../../src/core/record/record.ts'
import type {Said} from '../../../src/core/record/said.ts'

const HEADER = '---\nclient: c-014\ndate: 2026-07-14\n---\n\n'
const noteWith = (body: string): Note => parseNote(HEADER + body)
const proseOf = (note: Note): string[] =>
  note.prose.filter(({kind}) => kind !== 'value').map(({text}) => text)
const at = ({text}: Note, said: Said<unknown> | undefined): string | undefined =>
  said && text.slice(said.span.start, said.span.end)

/** The marks of a text as they were written. */
const marksOf = (body: string): string[] => {
  const note = noteWith(body)
  return note.marks.map(({span}) => note.text.slice(span.start, span.end))
}

describe('marks in the text', () => {
  it('say a strength with what was seen, its words where they stand', () => {
    const note = noteWith('She :strength[kept *every* appointment]{name=persistence named_by=person}.')
    const [strength] = readRecord(note).record.strengths
    assert.equal(strength?.name.value, 'persistence')
    assert.equal(at(note, strength?.name), 'persistence')
    assert.equal(strength?.evidence?.value, 'kept every appointment')
    assert.equal(at(note, strength?.evidence), 'kept *every* appointment')
    assert.equal(strength?.namedBy?.value, 'person')
    assert.equal(strength && note.text.slice(strength.span.start).indexOf(':strength['), 0)
  })

  it('say a strength by its name alone, as a bare text does', () => {
    const [strength] = readRecord(noteWith('Her :strength[humor] filled the room.')).record.strengths
    assert.equal(strength?.name.value, 'humor')
    assert.equal(strength?.evidence, undefined)
  })

  it('say resources, goals and wins with the keys that the frontmatter has for them', () => {
    const note = noteWith(
      'The :resource[Tuesday group]{kind=peer-group status=active for="g-work, g-dinner" share.outside=no} helps with ' +
        ':goal[work with my hands]{#g-work status=active progress=6/10 since=2026-05-05} and :win[one day at a time]{goals=g-work}.',
    )
    const {resources, goals, wins} = readRecord(note).record
    const [resource] = resources
    assert.equal(resource?.name.value, 'Tuesday group')
    assert.equal(resource?.kind?.value, 'peer-group')
    assert.equal(resource?.status?.value, 'active')
    assert.deepEqual(
      resource?.for.map(({value}) => value),
      ['g-work', 'g-dinner'],
    )
    assert.deepEqual(
      resource?.for.map((said) => at(note, said)),
      ['g-work', 'g-dinner'],
    )
    assert.deepEqual(resource?.share, {outside: false})
    const [goal] = goals
    assert.equal(goal?.id?.value, 'g-work')
    assert.equal(at(note, goal?.id), 'g-work')
    assert.equal(goal?.words?.value, 'work with my hands')
    assert.equal(goal?.status?.value, 'active')
    assert.equal(goal?.progress?.rating?.value, 6)
    assert.equal(goal?.since?.value, '2026-05-05')
    assert.equal(wins[0]?.what.value, 'one day at a time')
    assert.deepEqual(
      wins[0]?.goals.map(({value}) => value),
      ['g-work'],
    )
  })

  it('come after what the frontmatter says, which stays as it was', () => {
    const {wins} = readRecord(
      parseNote('---\nclient: c-014\ndate: 2026-07-14\nwins:\n  - first\n---\n\nThen :win[second].\n'),
    ).record
    assert.deepEqual(
      wins.map(({what}) => what.value),
      ['first', 'second'],
    )
  })

  it('may stand in each other, in lists, headings and tables, and run over lines', () => {
    assert.deepEqual(marksOf('## :goal[Own place]\n\n- :win[made :strength[the\n  whole desk] laugh]\n'), [
      ':goal[Own place]',
      ':win[made :strength[the\n  whole desk] laugh]',
      ':strength[the\n  whole desk]',
    ])
    assert.deepEqual(marksOf('| what |\n|--|\n| :win[a call] |\n'), [':win[a call]'])
    assert.equal(readRecord(noteWith('- :win[made\n  a call]\n')).record.wins[0]?.what.value, 'made a call')
  })

  it('leave the prose of their words, and nothing of their signs', () => {
    const note = noteWith('She :strength[kept *every* appointment]{name=persistence}, at 10:30.')
    assert.deepEqual(proseOf(note), ['She kept every appointment, at 10:30.'])
    const prose = note.prose.find(({kind}) => kind === 'paragraph')
    const from = prose?.text.indexOf('every appointment') ?? -1
    const span = prose?.sourceSpan(from, from + 'every appointment'.length)
    assert.equal(span && note.text.slice(span.start, span.end), 'every* appointment')
  })

  it('have their places behind a byte order mark and with CRLF', () => {
    const note = parseNote(
      `\uFEFF${HEADER}At last :win[she *called*]{goals="g-a"}.\n`.replaceAll('\n', '\r\n'),
    )
    const [win] = readRecord(note).record.wins
    assert.equal(at(note, win?.what), 'she *called*')
    assert.equal(at(note, win?.goals[0]), 'g-a')
  })

  it('read entities, code and quotation marks as the person wrote them', () => {
    const [win, second] = readRecord(
      noteWith(
        ':win[Smith &amp; Sons said `yes`]{strengths=\'love of learning\'} :win[two]{goals="a &amp; b"}',
      ),
    ).record.wins
    assert.equal(win?.what.value, 'Smith & Sons said yes')
    assert.equal(win?.strengths[0]?.value, 'love of learning')
    assert.equal(second?.goals[0]?.value, 'a & b')
  })

  for (const body of [
    '> Somebody else wrote :win[passed the test].',
    '`:win[passed]`',
    '    :win[passed]',
    '```\n:win[passed]\n```',
    '<!-- :win[passed] -->',
    '\\:win[passed]',
    'Team:win[passed]',
    '::win[passed]',
    ':win [passed]',
    ':win(passed)',
    ':winner[passed]',
    ':win[passed',
    ':WIN[passed]',
  ])
    it(`are not met in ${JSON.stringify(body)}`, () => {
      assert.deepEqual(marksOf(body), [])
      assert.deepEqual(readRecord(noteWith(body)).record.wins, [])
    })

  it('say nothing where they hold nothing', () => {
    const {record, problems} = readRecord(noteWith(':win[] :goal[ ] :strength[]{name=} :resource[]{}'))
    assert.deepEqual([record.wins, record.goals, record.strengths, record.resources], [[], [], [], []])
    assert.deepEqual(problems, [])
  })

  it('tell what a value should be at its place, with a fix that holds', () => {
    const note = noteWith(
      'Her :goal[own place]{status=Achieved since=7/14/26} at :resource[the desk]{status=wating}.',
    )
    const reading = readRecord(note)
    assert.deepEqual(
      reading.problems.map((problem) => [problem.code, at(note, {value: '', span: problem.span})]),
      [
        ['note/word-form', 'Achieved'],
        ['note/date-form', '7/14/26'],
        ['note/value-unreadable', 'wating'],
      ],
    )
    assert.deepEqual(
      fixesFor(note, reading.problems, reading).flatMap(({edits}) => edits.map(({text}) => text)),
      ['reached', '2026-07-14'],
    )
  })

  it('reach nobody in a note about several people, and say so', () => {
    const {record, problems} = readRecord(
      parseNote('---\nclients: [c-014, c-021]\ndate: 2026-07-14\n---\n\nOne :win[spoke first].\n'),
    )
    assert.deepEqual(record.wins, [])
    assert.deepEqual(
      problems.map(({code, severity}) => [code, severity]),
      [['note/mark-in-group', 'information']],
    )
  })
})

describe('text beside marks', () => {
  const scraps = fc.constantFrom(
    '10:30',
    ':',
    '::',
    ':::',
    'Note:word[1]',
    ':word[x]{a=b}',
    ':goal',
    ':win',
    '[',
    ']',
    '{',
    '}',
    '{a="b"}',
    ' ',
    '\n',
    '\n\n',
    '- ',
    '> ',
    '# ',
    '| a | b |\n|--|--|\n',
    '*',
    '_',
    '`',
    '\\',
    '<!--',
    '-->',
    'http://a.b/c:d[e]',
    'www.a.b',
    'a@b.cd',
    '&colon;',
    '[x](y:z)',
    '[^1]',
    '~~',
    '![a](b)',
    'word',
    '\t',
  )
  const plainText = fc
    .array(scraps, {maxLength: 24})
    .map((parts) => parts.join(''))
    .filter((text) => !MARK_OPENING.test(text))
  const withoutMark = ({children}: Root): unknown => ({children: children.slice(0, -1)})

  it('reads as it does without them', () => {
    fc.assert(
      fc.property(plainText, (text) => {
        // The fence of the two is a heading, which nothing before it can take in.
        const [plain, marked] = ['# x', '# :win[x]'].map((last) =>
          parseMarkdown(`# a\n\n${text}\n\n${last}\n`),
        )
        if (!plain || !marked || marked.markParts.length === 0) return
        assert.deepEqual(withoutMark(marked.root), withoutMark(plain.root))
        const end = marked.root.children.at(-1)?.position?.start.offset ?? 0
        assert.deepEqual(
          marked.pieces.filter((piece) => piece.start < end),
          plain.pieces.filter((piece) => piece.start < end),
        )
      }),
      {numRuns: 1500},
    )
  })

  it('never throws on marks cut anywhere, and keeps every place inside its mark', () => {
    const broken = fc.array(
      fc.oneof(
        scraps,
        fc.constantFrom(':win[', ':goal[', ':strength[a]{name=', ':resource[b]{#', 'status=active}', '"'),
      ),
      {maxLength: 20},
    )
    fc.assert(
      fc.property(broken, (parts) => {
        const note = noteWith(parts.join(''))
        readRecord(note)
        for (const {span, words, attributes, name} of note.marks) {
          assert.ok(note.text.startsWith(`:${name}[`, span.start))
          for (const inner of [words.span, ...attributes.flatMap(({key, value}) => [key.span, value.span])])
            assert.ok(span.start < inner.start && inner.start <= inner.end && inner.end <= span.end)
          for (const {key, value} of attributes)
            if (key.value !== 'id') assert.equal(note.text.slice(key.span.start, key.span.end), key.value)
            else assert.ok(value.span.end - value.span.start >= 0)
        }
      }),
      {numRuns: 1500},
    )
  })

  it('is read in time that grows with its length, however many marks stand open', () => {
    const text = ':win['.repeat(20_000)
    assert.deepEqual(noteWith(text).marks, [])
  })
})
