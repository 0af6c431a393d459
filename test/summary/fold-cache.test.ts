import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import {readInput} from '../../src/folder/read-input.ts'
import {FoldCache} from '../../src/summary/fold-cache.ts'
import {fold} from '../../src/summary/fold.ts'
import type {NoteInput} from '../../src/summary/summary.ts'
import {day, noteOf} from './folded.ts'

const settings = {asOf: day('2026-07-21')}

const texts = fc
  .tuple(
    fc.constantFrom('client: c-1', 'client: c-2', 'clients: [c-1, c-2]', ''),
    fc.constantFrom('date: 2026-05-01', 'date: 2026-05-02', 'date: 2027-01-01', ''),
    fc.array(
      fc.constantFrom(
        'wins: [Slept]',
        'goals: [{id: g-a, words: A dog, status: active}]',
        'goals: [{id: g-a, status: paused}]',
        'corrects: n1',
        'amends: n2',
        'note: same',
        'start: 23:00\nend: 1:00',
        'each: {c-1: {wins: [Own]}}',
      ),
      {maxLength: 3},
    ),
  )
  .map(([client, date, lines]) => [client, date, ...lines].join('\n'))

describe('a fold again after a change', () => {
  it('is what a fold from scratch gives, whatever changed', () => {
    const changes = fc.array(fc.tuple(fc.nat(5), fc.option(texts, {nil: undefined})), {maxLength: 8})
    fc.assert(
      fc.property(changes, (edits) => {
        const cache = new FoldCache()
        const notes = new Map<string, NoteInput>()
        for (const [at, text] of edits) {
          const id = `n${at}.md`
          if (text === undefined) notes.delete(id)
          else notes.set(id, noteOf(id, text))
          assert.deepEqual(cache.fold([...notes.values()], settings), fold([...notes.values()], settings))
        }
      }),
    )
  })

  it('gives the same page object to everybody whose notes stand as before', () => {
    const cache = new FoldCache()
    const other = noteOf('b.md', 'client: c-2\ndate: 2026-05-01')
    const [, before] = cache.fold([noteOf('a.md', 'client: c-1'), other], settings).pages
    const [changed, after] = cache.fold([noteOf('a.md', 'client: c-1\nwins: [One]'), other], settings).pages
    assert.equal(changed?.wins.length, 1)
    assert.equal(after, before)
    const later = {asOf: day('2026-07-22')}
    assert.deepEqual(cache.fold([other], later), fold([other], later))
  })
})

describe('a folder with bad notes', () => {
  const good = '---\nclient: c-1\ndate: 2026-05-01\nwins: [One]\n---\n'
  const bad: Readonly<Record<string, string>> = {
    'broken.md': '---\nclient: c-2\ndate: 2026-05-01\nwins: [One\ngoals: {{{\n---\n',
    'copy.md': '---\nnote: good\nclient: c-3\ndate: 2026-05-01\n---\n',
    'round.md': '---\nclient: c-4\ndate: 2026-05-01\ncorrects: round\nwins: [Two]\n---\n',
    'later.md': '---\nclient: c-5\ndate: 2031-05-01\nwins: [Three]\n---\n',
    'huge.md': `---\nclient: c-6\ndate: 2026-05-01\nstrengths:\n  - "${'x'.repeat(1_000_000)}"\n---\n`,
  }
  const inputs = Object.entries({'good.md': good, ...bad}).flatMap(([id, text]) => readInput(id, text) ?? [])
  const unread = [{file: 'latin.md', line: 3, message: 'Some letters here are not UTF-8.'}]

  it('gives everybody a page, and one list of what needs a look', () => {
    const {pages, review} = fold(inputs, {...settings, unread})
    assert.deepEqual(
      pages.map(({client, wins, notes}) => [client, wins.map(({what}) => what), notes[0]?.standing]),
      [
        ['c-1', ['One'], 'counted'],
        ['c-2', pages[1]?.wins.map(({what}) => what), 'counted'],
        ['c-3', [], 'counted'],
        ['c-4', ['Two'], 'counted'],
        ['c-5', [], 'later'],
        ['c-6', [], 'counted'],
      ],
    )
    assert.equal(pages[5]?.strengths[0]?.name.length, 1_000_000)
    const codesOf = new Set(review.map(({code}) => code))
    for (const code of ['note/unread', 'note/same-id', 'note/corrects-loop', 'note/after-page'] as const)
      assert.ok(codesOf.has(code), code)
    assert.ok(review.some(({code, sources}) => code.startsWith('yaml/') && sources[0]?.file === 'broken.md'))
    for (const {message, todo, sources} of review) assert.ok(message && todo && sources.length > 0)
  })

  it('carries hostile text as it was typed', () => {
    const hostile = '<script>alert(1)</script> [x](javascript:alert(1)) =HYPERLINK("x") \u202Eevil __proto__'
    const words = JSON.stringify(hostile)
    const note = noteOf(
      '__proto__.md',
      `client: __proto__\ndate: 2026-05-01\nwins: [${words}]\nstrengths: [${words}]`,
    )
    const [page] = fold([note], settings).pages
    assert.deepEqual(
      [page?.client, page?.wins[0]?.what, page?.strengths[0]?.name],
      ['__proto__', hostile, hostile],
    )
  })
})
