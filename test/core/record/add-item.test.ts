import assert from 'node:assert/strict'
import {addItem, type ItemPlace, type NewItem} from '../../../src/core/record/add-item.ts'
import {parseNote} from '../../../src/core/note.ts'
import {applyEdits} from '../../../src/core/text/span.ts'

const STRENGTH: NewItem = [
  ['name', 'not giving up: ever'],
  ['evidence', ''],
]

/** The frontmatter lines after the item was added, a bar at the cursor; undefined where it was refused. */
function added(
  yaml: string,
  item: NewItem,
  place: Partial<ItemPlace> & {list: ItemPlace['list']},
): string | undefined {
  const text = `---\n${yaml}\n---\n\nBody.\n`
  const result = addItem(parseNote(text), item, {client: undefined, ...place})
  if (!result) return undefined
  const after = applyEdits(text, [result.edit])
  const marked = `${after.slice(0, result.cursor)}¦${after.slice(result.cursor)}`
  assert.ok(marked.endsWith('\n---\n\nBody.\n'), marked)
  return marked.slice(4, -'\n---\n\nBody.\n'.length)
}

describe('an item that is added', () => {
  it('starts its list where there is none', () => {
    const wanted = 'strengths:\n  - name: "not giving up: ever"\n    evidence: ¦'
    assert.equal(added('client: c-1', STRENGTH, {list: 'strengths'}), `client: c-1\n${wanted}`)
    assert.equal(added('strengths:\nclient: c-1', STRENGTH, {list: 'strengths'}), `${wanted}\nclient: c-1`)
    assert.equal(added('strengths: []', STRENGTH, {list: 'strengths'}), wanted)
  })

  it('goes after the last one, as deep as the others', () => {
    assert.equal(
      added('strengths:\n- humor # seen twice\n\nclient: c-1', STRENGTH, {list: 'strengths'}),
      'strengths:\n- humor # seen twice\n- name: "not giving up: ever"\n  evidence: ¦\n\nclient: c-1',
    )
    assert.equal(
      added('wins:\n    - what: >-\n        One\n        two\n    - x', [['what', 'Sang']], {list: 'wins'}),
      'wins:\n    - what: >-\n        One\n        two\n    - x\n    - what: Sang¦',
    )
  })

  it('goes into brackets where the list is in brackets', () => {
    assert.equal(
      added('strengths: [humor]', STRENGTH, {list: 'strengths'}),
      'strengths: [humor, {name: "not giving up: ever"}¦]',
    )
  })

  it('makes a list of one that stood alone', () => {
    assert.equal(
      added('wins: "Up: early"', [['what', 'Sang']], {list: 'wins'}),
      'wins:\n  - "Up: early"\n  - what: Sang¦',
    )
  })

  it('goes under its goal, whatever way the goal is written', () => {
    const step: NewItem = [
      ['what', 'Call the hall'],
      ['by', ''],
    ]
    assert.equal(
      added('goals:\n  - id: g\n    actions:\n      - a\n  - id: h', step, {list: 'actions', goal: 0}),
      'goals:\n  - id: g\n    actions:\n      - a\n      - what: Call the hall\n        by: ¦\n  - id: h',
    )
    assert.equal(
      added('goals:\n  - id: g\n    status: active\n  - id: h', step, {list: 'actions', goal: 0}),
      'goals:\n  - id: g\n    status: active\n    actions:\n      - what: Call the hall\n        by: ¦\n  - id: h',
    )
    assert.equal(
      added('goals:\n  - "My own: door"\nwins: []', step, {list: 'actions', goal: 0}),
      'goals:\n  - words: "My own: door"\n    actions:\n      - what: Call the hall\n        by: ¦\nwins: []',
    )
    assert.equal(
      added('goals:\n  - {id: g}', step, {list: 'actions', goal: 0}),
      'goals:\n  - {id: g, actions: [{what: Call the hall}]¦}',
    )
  })

  it('may bring a list of its own', () => {
    assert.equal(
      added(
        'client: c',
        [
          ['id', 'g'],
          [
            'actions',
            [
              [
                ['what', 'Call'],
                ['by', ''],
              ],
            ],
          ],
        ],
        {list: 'goals'},
      ),
      'client: c\ngoals:\n  - id: g\n    actions:\n      - what: Call\n        by: ¦',
    )
  })

  it('goes to the person it belongs to in a group note', () => {
    assert.equal(
      added('clients: [a, b]\neach:\n  a:\n    wins: [x]\n  b:\n    wins:\n      - y', [['what', 'z']], {
        list: 'wins',
        client: 'b',
      }),
      'clients: [a, b]\neach:\n  a:\n    wins: [x]\n  b:\n    wins:\n      - y\n      - what: z¦',
    )
    assert.equal(
      added('each:\n  a:\n    goals: [x]\n  b:\n    wins: [y]', [['what', 'z']], {list: 'wins', client: 'a'}),
      'each:\n  a:\n    goals: [x]\n    wins:\n      - what: z¦\n  b:\n    wins: [y]',
    )
  })

  it('keeps the line ends of the note', () => {
    const text = '---\r\nclient: c\r\nwins:\r\n  - a\r\n---\r\n'
    const result = addItem(parseNote(text), [['what', 'b']], {list: 'wins', client: undefined})
    assert.ok(result)
    assert.equal(
      applyEdits(text, [result.edit]),
      '---\r\nclient: c\r\nwins:\r\n  - a\r\n  - what: b\r\n---\r\n',
    )
  })

  it('is refused where it would change anything else, or has no place', () => {
    assert.equal(added('wins: {a: b}', [['what', 'x']], {list: 'wins'}), undefined)
    assert.equal(added('goals: [a]', [['what', 'x']], {list: 'actions', goal: 3}), undefined)
    assert.equal(added('client: c', [['what', 'x']], {list: 'wins', client: 'nobody'}), undefined)
    assert.equal(addItem(parseNote('Text.\n'), [['what', 'x']], {list: 'wins', client: undefined}), undefined)
  })
})
