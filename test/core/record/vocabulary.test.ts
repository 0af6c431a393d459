import assert from 'node:assert/strict'
import {parseNote} from '../../../src/core/note.ts'
import {readRecord} from '../../../src/core/record/record.ts'
import {keyAt, keyNamed, NOTE_KEYS, recordUnder} from '../../../src/core/record/vocabulary.ts'
import {STRATEGIES, type Form, type Key, type Vocabulary} from '../../../src/core/record/vocabulary-form.ts'

interface Placed {
  readonly path: readonly string[]
  readonly key: Key
}

/** Every key at every depth. */
function* allKeys(vocabulary: Vocabulary, above: readonly string[] = []): Generator<Placed> {
  for (const [name, key] of Object.entries(vocabulary)) {
    const path = [...above, name]
    yield {path, key}
    yield* within(key.form, path)
  }
}

function* within(form: Form, path: readonly string[]): Generator<Placed> {
  if (form.kind === 'list') yield* within(form.of, path)
  else if (form.kind === 'map') yield* within(form.of, [...path, 'c-014'])
  else if (form.kind === 'record') yield* allKeys(form.keys, path)
}

describe('the vocabulary', () => {
  const keys = [...allKeys(NOTE_KEYS)]

  it('says of each key what it is for, in one plain line', () => {
    for (const {path, key} of keys) {
      assert.match(key.about, /^[A-Za-z].*[^\s]$/, path.join('.'))
      assert.ok(key.about.length <= 90 && !key.about.includes('\n'), path.join('.'))
    }
  })

  it('gives an example of each top-level key that reads without a problem', () => {
    for (const [name, {example}] of Object.entries(NOTE_KEYS)) {
      const head = {client: 'client: c-014', date: 'date: 2026-07-14'}
      const lines = Object.entries(head).flatMap(([key, line]) => (key === name ? [] : [line]))
      const note = parseNote(`---\n${[...lines, `${name}: ${example}`].join('\n')}\n---\n`)
      assert.deepEqual([...note.problems, ...readRecord(note).problems], [], name)
    }
  })

  it('gives an example of each key of a record that reads without a problem', () => {
    for (const {path, key} of keys) {
      if (path.length !== 2 || path[0] === 'each') continue
      const [parent = '', name = ''] = path
      const {main = name, keys = {}} = recordUnder([parent]) ?? {}
      const lead = main === name ? '' : `${main}: ${keys[main]?.example ?? ''}, `
      const note = parseNote(
        `---\nclient: c-014\ndate: 2026-07-14\n${parent}: {${lead}${name}: ${key.example}}\n---\n`,
      )
      assert.deepEqual([...note.problems, ...readRecord(note).problems], [], path.join('.'))
    }
  })

  it('serves each of the nine strategies with a key of its own', () => {
    const served = new Set(Object.values(NOTE_KEYS as Vocabulary).map(({strategy}) => strategy))
    for (const strategy of Object.keys(STRATEGIES))
      assert.ok([...served].includes(strategy as never), strategy)
  })

  it('means one key by each name that people write', () => {
    for (const {path} of [{path: []}, ...keys]) {
      const names = Object.entries(recordUnder(path)?.keys ?? {}).flatMap(([key, {also = []}]) => [
        key,
        ...also,
      ])
      assert.equal(new Set(names).size, names.length, path.join('.'))
      for (const name of names) assert.match(name, /^[a-z]+(?:_[a-z]+)*$/)
    }
  })

  it('means one value by each word of a closed list', () => {
    for (const {path, key} of keys) {
      const form = key.form.kind === 'list' ? key.form.of : key.form
      if (form.kind !== 'choice') continue
      const words = form.choices.flatMap(({value, also = []}) => [value, ...also])
      assert.equal(new Set(words).size, words.length, path.join('.'))
    }
  })

  it('finds a key by its path, through lists and the ids below each', () => {
    assert.equal(keyAt(['goals', 'actions', 'who'])?.example, 'person')
    assert.equal(keyAt(['Goal', 'Steps', 'due'])?.about, 'The day by which.')
    assert.equal(keyAt(['each', 'c-014', 'wins'])?.strategy, 'celebrating-progress')
    assert.equal(keyAt(['mood']), undefined)
    assert.equal(keyAt(['goals', 'mood']), undefined)
    assert.equal(recordUnder(['each']), undefined)
    assert.equal(recordUnder(['goals'])?.main, 'words')
    assert.ok(recordUnder([])?.keys['client'])
    assert.ok(recordUnder(['each', 'c-014'])?.keys['wins'])
  })

  it('takes no part in the keys of every object', () => {
    for (const name of ['constructor', 'toString', '__proto__'])
      assert.equal(keyNamed(NOTE_KEYS, name), undefined)
  })
})
