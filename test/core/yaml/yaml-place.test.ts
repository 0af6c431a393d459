import assert from 'node:assert/strict'
import {yamlPlaceAt, type YamlPlace} from '../../../src/core/yaml/yaml-place.ts'

/** The place of the bar in frontmatter lines. */
function placeOf(yaml: string): YamlPlace | undefined {
  const marked = `---\n${yaml}\n---\n\nBody.\n`
  return yamlPlaceAt(marked.replace('¦', ''), marked.indexOf('¦'))
}

/** `kind path`, and what is typed. */
const said = (yaml: string): string | undefined => {
  const place = placeOf(yaml)
  return place && `${place.kind} ${place.path.join('.')} ‹${place.typed}›${place.needsDash ? ' -' : ''}`
}

describe('a place in half-written frontmatter', () => {
  it('is a key at the start of a line', () => {
    assert.equal(said('client: c-1\n¦'), 'key  ‹›')
    assert.equal(said('cli¦'), 'key  ‹cli›')
    assert.equal(said('pla¦ce: x'), 'key  ‹pla›')
    assert.deepEqual(placeOf('client: c-1\n¦\ndate: 2026-07-14\ngoals:\n  - id: g')?.siblings, [
      'client',
      'date',
      'goals',
    ])
  })

  it('is a value after the colon', () => {
    assert.equal(said('kind: ¦'), 'value kind ‹›')
    assert.equal(said('kind: indi¦vidual # x'), 'value kind ‹indi›')
    assert.equal(said('kind:¦'), undefined)
    assert.equal(said('service:\n  code: H¦'), 'value service.code ‹H›')
    assert.equal(said('place: "libr¦ary"'), 'value place ‹"libr›')
    assert.equal(said('x: 1 # sta¦'), undefined)
    assert.equal(said('# sta¦'), undefined)
  })

  it('is an item after a dash, which may turn out a key', () => {
    assert.equal(said('strengths:\n  - ¦'), 'item strengths ‹›')
    assert.equal(said('strengths:\n- per¦'), 'item strengths ‹per›')
    assert.equal(said('goals:\n  - id: a\n    actions:\n      - ¦'), 'item goals.actions ‹›')
    assert.equal(said('goals:\n  - ¦id: a'), 'item goals ‹›')
    assert.equal(said('wins:\n  - "It ¦'), 'value wins ‹"It ›')
  })

  it('wants a dash where a list goes on', () => {
    assert.equal(said('strengths:\n  - a\n  ¦'), 'item strengths ‹› -')
    assert.equal(said('strengths:\n  ¦'), 'item strengths ‹› -')
    assert.equal(said('client: c-1\n  ¦'), undefined)
  })

  it('is a key or a value in a map of a list', () => {
    assert.equal(said('goals:\n  - id: g\n    ¦'), 'key goals ‹›')
    assert.deepEqual(placeOf('goals:\n  - id: g\n    ¦\n    words: x\n  - status: y')?.siblings, [
      'id',
      'words',
    ])
    assert.equal(said('goals:\n  - id: g\n    status: act¦'), 'value goals.status ‹act›')
    assert.equal(said('goals:\n  - id: g\n    strengths:\n      - a\n    st¦'), 'key goals ‹st›')
    assert.equal(said('goals:\n  - id: g\n    strengths:\n    - a\n    st¦'), 'key goals ‹st›')
    assert.equal(said('goals:\n  - id: g\nst¦'), 'key  ‹st›')
    assert.equal(said('each:\n  c-1:\n    wi¦'), 'item each.c-1 ‹wi› -')
  })

  it('is found in brackets and braces, on one line and on several', () => {
    assert.equal(said('strengths: [a, ¦]'), 'value strengths ‹›')
    assert.equal(said('strengths: [per¦'), 'value strengths ‹per›')
    assert.equal(said('strengths: [a, "not gi¦ving up"]'), 'value strengths ‹"not gi›')
    assert.equal(said('service: {code: H, ¦}'), 'key service ‹›')
    assert.equal(said('service: {¦'), 'key service ‹›')
    assert.equal(said('service: {co¦de: x}'), 'key service ‹co›')
    assert.equal(said('goals:\n  - {id: g, actions: [{what: a, who: ¦}]}'), 'value goals.actions.who ‹›')
    assert.equal(said('goals:\n  - {id: g,\n    status: ¦}'), 'value goals.status ‹›')
    assert.deepEqual(placeOf('x: {a: 1, ¦, b: [{c: 2}], d: "e, f: g"}')?.siblings, ['a', 'b', 'd'])
    assert.equal(said('service: {code: H}\n¦'), 'key  ‹›')
    assert.equal(said('service: {code: H,\n  payer: x}\n¦'), 'key  ‹›')
  })

  it('is none in a text that goes on over lines, and one again after it', () => {
    assert.equal(said('affirmations:\n  - >-\n    I told ¦her\n'), undefined)
    assert.equal(said('reason: |\n  a\n  ¦\n'), undefined)
    assert.equal(said('reason: |\n  a: b\n\nst¦'), 'key  ‹st›')
    assert.equal(said('wins:\n  - >-\n    One\n  - ¦'), 'item wins ‹›')
    assert.equal(said('reason: "a\n  b: c"\n¦'), 'key  ‹›')
  })

  it('is none in the body and in the fences', () => {
    const text = '---\nclient: c-1\n---\n\nkind: '
    assert.equal(yamlPlaceAt(text, text.length), undefined)
    assert.equal(yamlPlaceAt(text, 2), undefined)
    assert.equal(yamlPlaceAt('kind: ', 6), undefined)
  })

  it('is there before the closing fence is', () => {
    const text = '---\nclient: c-1\nki'
    assert.equal(yamlPlaceAt(text, text.length)?.kind, 'key')
    assert.equal(yamlPlaceAt('---\n', 4)?.kind, 'key')
    assert.equal(yamlPlaceAt('---\r\nclient: c-1\r\nkind: ', 24)?.path[0], 'kind')
  })

  it('says what would be replaced', () => {
    const place = placeOf('kind: indi¦vidual # x')
    assert.deepEqual(place?.span, {start: 10, end: 20})
    assert.equal(placeOf('goals:\n  - id: g\n    st¦')?.column, 4)
    assert.equal(placeOf('goals:\n  - ¦')?.column, 4)
  })

  it('never fails, wherever it is asked', () => {
    const text = '---\ngoals:\n  - {id: "a, [b\n   c: |\n - x: \'y\n\t- [\n}: ]\n---\nx'
    for (let offset = 0; offset <= text.length; offset++) yamlPlaceAt(text, offset)
  })
})
