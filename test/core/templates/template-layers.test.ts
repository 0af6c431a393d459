import assert from 'node:assert/strict'
import {
  needsOriginal,
  offerTemplates,
  settledTemplate,
  templateForKind,
  usualFirst,
} from '../../../src/core/templates/template-layers.ts'
import type {Template} from '../../../src/core/templates/template.ts'

const template = (id: string, kind?: string, name = id): Template => ({
  id,
  name,
  description: '',
  practice: '',
  asks: [],
  file: '',
  kind,
  text: '',
})
const SHIPPED = [
  template('first-meeting', 'individual'),
  template('session', 'individual', 'Individual session'),
  template('phone-check-in', 'check-in'),
  template('group', 'group'),
  template('walk', 'stroll'),
]
const offered = offerTemplates({'built in': SHIPPED, 'this folder’s': [], yours: []})
const idOf = (found: {readonly template: Template} | undefined): string | undefined => found?.template.id

describe('templates of several places', () => {
  it('give one for each id: the writer’s over the folder’s over what ships', () => {
    const all = offerTemplates({
      'built in': SHIPPED,
      'this folder’s': [template('walk'), template('group')],
      yours: [template('walk'), template('own')],
    })
    assert.deepEqual(
      all.map(({template: {id}, origin}) => `${id} ${origin}`),
      [
        'session built in',
        'first-meeting built in',
        'group this folder’s',
        'own yours',
        'phone-check-in built in',
        'walk yours',
      ],
    )
  })
})

describe('the template of a person’s next note', () => {
  for (const [name, person, id] of [
    ['a first meeting for somebody new', {isNew: true, kinds: []}, 'first-meeting'],
    ['a session where no note says a kind', {isNew: false, kinds: []}, 'session'],
    ['that of the one kind they have had', {isNew: false, kinds: ['check-in']}, 'phone-check-in'],
    ['that of the one kind beside groups', {isNew: false, kinds: ['group', 'check-in']}, 'phone-check-in'],
    ['one that says the kind, where none is usual for it', {isNew: false, kinds: ['stroll']}, 'walk'],
    ['a session for a kind that no template has', {isNew: false, kinds: ['court']}, 'session'],
    ['asked for where there were several', {isNew: false, kinds: ['check-in', 'individual']}, undefined],
  ] as const)
    it(`is ${name}`, () => {
      assert.equal(idOf(settledTemplate(offered, person)), id)
    })

  it('comes first in the list, by the kinds they have had', () => {
    const {usual, others} = usualFirst(offered, ['check-in', 'individual', 'check-in'])
    assert.deepEqual(usual.map(idOf), ['phone-check-in', 'session'])
    assert.deepEqual(others.map(idOf), ['first-meeting', 'group', 'walk'])
    assert.equal(idOf(templateForKind(offered, 'group')), 'group')
  })

  it('is none that adds to a note that is there', () => {
    assert.ok(needsOriginal({...template('x'), text: 'amends: "{{ original.note }}"'}))
    assert.ok(!needsOriginal(template('x')))
  })
})
