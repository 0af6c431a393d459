import assert from 'node:assert/strict'
import {array, assert as holdsFor, constantFrom, oneof, property, string} from 'fast-check'
import {valueAt, type Value} from '../../../src/core/yaml/frontmatter.ts'
import {parseNote} from '../../../src/core/note.ts'
import {quoteYaml} from '../../../src/core/yaml/quote-yaml.ts'

const textIn = (value: Value | undefined): string | undefined =>
  value?.kind === 'text' ? value.text : undefined

/** What a note reads where `text` was put after a colon, after a dash, in brackets and in braces. */
function readBack(text: string): (string | undefined)[] {
  const [block, flow] = [quoteYaml(text), quoteYaml(text, {flow: true})]
  const yaml = `---\nkey: ${block}\nlist:\n  - ${block}\nbrackets: [a, ${flow}, b]\nbraces: {a: ${flow}, b: c}\n---\n`
  const {frontmatter, problems} = parseNote(yaml)
  assert.deepEqual(problems, [], yaml)
  const entries = frontmatter?.entries ?? []
  const [list, brackets, braces] = ['list', 'brackets', 'braces'].map((key) => valueAt(entries, key))
  return [
    textIn(valueAt(entries, 'key')),
    list?.kind === 'list' ? textIn(list.items[0]) : undefined,
    brackets?.kind === 'list' && brackets.items.length === 3 ? textIn(brackets.items[1]) : undefined,
    braces?.kind === 'map' && braces.entries.length === 2 ? textIn(valueAt(braces.entries, 'a')) : undefined,
  ]
}

const SIGNS = ': | #|- |[|]|{|}|,|&|*|!|>|%|@|`|"|\'|?|---|~| |a|é|“|’|\\|😀|#|:'.split('|')
const TRAPS = [...SIGNS, '|', '\n', '\t', '\u0085', '\u2028', '\u00A0']

describe('a text written as YAML', () => {
  it('stays as it is where it reads as itself', () => {
    for (const text of [
      'persistence',
      'love of learning',
      'Ask her sister on the 26th',
      "it's done",
      '2026-07-14',
      '14:00',
    ])
      assert.equal(quoteYaml(text), text)
  })

  it('is quoted where YAML would drop or break some of it', () => {
    assert.equal(quoteYaml('I told her: three calls'), '"I told her: three calls"')
    assert.equal(quoteYaml('Finished step #4'), '"Finished step #4"')
    assert.equal(quoteYaml('"I did it," she said'), '"\\"I did it,\\" she said"')
    assert.equal(quoteYaml('bread, salt'), 'bread, salt')
    assert.equal(quoteYaml('bread, salt', {flow: true}), '"bread, salt"')
  })

  it('is quoted where another reader of YAML would take it for a number or a truth value', () => {
    for (const text of ['1e3', '1.10', '0x10', 'null', 'True', '~', '-1'])
      assert.equal(quoteYaml(text), `"${text}"`)
  })

  it('reads back as itself, whatever it is', () => {
    const traps = constantFrom(...TRAPS)
    const text = oneof(
      array(traps, {minLength: 1, maxLength: 8}).map((parts) => parts.join('')),
      string({unit: 'grapheme', minLength: 1}),
      string({unit: 'binary', minLength: 1}),
    )
    holdsFor(
      property(
        text.filter((each) => each.trim() !== '' && !/\p{Cs}/u.test(each)),
        (each) => assert.deepEqual(readBack(each), [each, each, each, each]),
      ),
      {numRuns: 500},
    )
  })
})
