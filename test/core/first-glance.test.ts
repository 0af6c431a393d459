import assert from 'node:assert/strict'
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {array, assert as holds, constantFrom, property, tuple} from 'fast-check'
import {mayBeSessionNote} from '../../src/core/first-glance.ts'
import {parseNote} from '../../src/core/note.ts'
import {isSessionNote} from '../../src/lint/check-note.ts'

const root = join(import.meta.dirname, '../..')
const files = ['examples', 'test/notes', 'test/corpus', 'test/editor/workspace', 'templates', 'docs'].flatMap(
  (folder) =>
    readdirSync(join(root, folder), {recursive: true, encoding: 'utf8'})
      .filter((file) => file.endsWith('.md'))
      .map((file) => join(root, folder, file)),
)

const isTold = (text: string): boolean => !isSessionNote(parseNote(text)) || mayBeSessionNote(text)

describe('a first glance at a Markdown file', () => {
  it('misses no session note of the repository', () => {
    assert.deepEqual(
      files.filter((file) => !isTold(readFileSync(file, 'utf8'))),
      [],
    )
  })

  it('misses no session note, however it is written', () => {
    const line = tuple(
      constantFrom('', ' ', '- ', '  ', '{', '? ', '&a ', '!!str ', '\t'),
      constantFrom('client', 'Clients', '"goals"', "'wins'", 'strenghts', 'ziele', 'datum', 'title', 'a b'),
      constantFrom(':', ' :', ': ', ': c-014', ' = ', ' ', ': {a: 1}', ': |', ': "x'),
    ).map((parts) => parts.join(''))
    const end = constantFrom('\n', '\r\n', '\r')
    holds(
      property(array(line, {maxLength: 6}), end, constantFrom('', '\uFEFF'), (lines, end, mark) =>
        isTold([`${mark}---`, ...lines, '---', 'Text'].join(end)),
      ),
      {numRuns: 1000},
    )
  })

  it('passes pages of other kinds by', () => {
    for (const text of [
      '# Read me\n',
      '---\n\nA line above.\n',
      '---\ntitle: A post\ndate: 2026-01-01\ntags:\n  - one\n  - two\n---\n',
      '---\nlayout: page\npermalink: /about/\nplace: Bern\n# a comment\n---\nclient: not here\n',
      '---\nid: intro\nsidebar_position: 1\ndescription: >\n  Long words\n  over lines\n---\n',
    ])
      assert.ok(!mayBeSessionNote(text), text)
  })
})
