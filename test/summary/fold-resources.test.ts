import assert from 'node:assert/strict'
import {pageOf} from './folded.ts'

describe('resources', () => {
  const resource = (rest: string) => `resources: [{id: hall, name: Union hall, kind: employment, ${rest}}]`

  it('is worth asking about after the days its status gives', () => {
    const page = pageOf({
      '2026-05-15': `resources:
  - {name: Union hall, status: waiting, next: Call back, next_by: 2026-05-28}
  - {name: Old program, status: not-a-fit}
  - {name: Sister, kind: family, status: active}
  - {name: Choir, status: exploring}`,
    })
    assert.deepEqual(
      page.resources.map(({name, askAbout, group}) => [name, askAbout, group]),
      [
        ['Union hall', 'next-step', undefined],
        ['Old program', undefined, undefined],
        ['Sister', undefined, 'social'],
        ['Choir', 'quiet', undefined],
      ],
    )
  })

  it('takes settings for how long', () => {
    const page = pageOf({'2026-07-10': resource('status: active')}, {askAfterDays: {active: 7}})
    assert.equal(page.resources[0]?.askAbout, 'quiet')
  })

  it('counts a day that is past until a later note speaks of it', () => {
    const notes = {'2026-07-01': resource('status: waiting, next: Call, next_by: 2026-07-10')}
    assert.equal(pageOf(notes).resources[0]?.askAbout, 'next-step')
    const later = pageOf({...notes, '2026-07-14': resource('status: active')})
    assert.deepEqual(
      [later.resources[0]?.askAbout, later.resources[0]?.next, later.resources[0]?.status],
      [undefined, undefined, 'active'],
    )
  })

  it('hears of a resource through a goal', () => {
    const page = pageOf({
      '2026-05-01': resource('status: active'),
      '2026-07-14': 'goals: [{words: Work, resources: [union hall]}]',
    })
    assert.equal(page.resources[0]?.lastHeard, '2026-07-14')
  })

  it('tells two of one name apart by their kinds', () => {
    const page = pageOf({
      '2026-05-01': 'resources: [{name: Maria, kind: friend}, {name: Maria, kind: sponsor}]',
      '2026-06-01': 'resources: [{name: maria, kind: sponsor, status: active}]',
    })
    assert.deepEqual(
      page.resources.map(({kind, status}) => [kind, status]),
      [
        ['friend', undefined],
        ['sponsor', 'active'],
      ],
    )
  })
})
