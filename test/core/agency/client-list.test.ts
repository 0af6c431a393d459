import assert from 'node:assert/strict'
import {canonicalIds, readClientList} from '../../../src/core/agency/client-list.ts'
import {readSpecialists} from '../../../src/core/agency/specialist-list.ts'

describe('a list of clients', () => {
  it('joins only what it lists, ids as typed', () => {
    const {list, problems} = readClientList('c-014: {also: [c-099]}\n007:\n"008": {also: 009}\n')
    assert.deepEqual(problems, [])
    assert.deepEqual(list.joined, {'c-014': ['c-099'], '008': ['009']})
    assert.deepEqual(list.ids, ['c-014', 'c-099', '007', '008', '009'])
    const canonical = canonicalIds(list)
    assert.deepEqual(['c-099', 'c-014', '009', 'c-1'].map(canonical), ['c-014', 'c-014', '008', 'c-1'])
  })

  it('keeps names where the agency keeps them here', () => {
    assert.deepEqual(
      readClientList('c-014: {name: Ada Example}\nc-015: {names: [Bo, Bo Example]}\n').list.names,
      {
        'c-014': ['Ada Example'],
        'c-015': ['Bo', 'Bo Example'],
      },
    )
  })

  it('joins nobody by an id that stands with two', () => {
    const {list, problems} = readClientList('c-1: {also: [c-3]}\nc-2: {also: [c-3]}\nc-4: {also: [c-5]}\n')
    assert.deepEqual(list.joined, {'c-4': ['c-5']})
    assert.deepEqual(
      problems.map(({line}) => line),
      [1, 2],
    )
    assert.match(problems[0]?.message ?? '', /`c-3` stands with `c-1` and with `c-2`/)
  })

  it('tells of an id that is joined and has a line of its own', () => {
    const {list, problems} = readClientList('c-1: {also: [c-2]}\nc-2:\n')
    assert.deepEqual(list.joined, {})
    assert.equal(problems.length, 1)
  })

  it('may be empty, and names what it cannot read', () => {
    assert.deepEqual(readClientList('').problems, [])
    assert.deepEqual(readClientList('# nobody yet\n').problems, [])
    assert.deepEqual(
      ['- c-1\n', 'c-1: Ada\n', 'c-1: {also: [\n', 'c-1: *x\n'].map(
        (text) => readClientList(text).problems.length > 0,
      ),
      [true, true, true, true],
    )
  })
})

describe('a list of specialists', () => {
  it('has a name, a credential, a supervisor and a team, or a name alone', () => {
    const {specialists, problems} = readSpecialists(
      'jm: {name: Jo March, credential: CPRS, supervisor: ab, team: north}\not: Otis Reed\n',
    )
    assert.deepEqual(problems, [])
    assert.deepEqual(specialists, [
      {id: 'jm', name: 'Jo March', credential: 'CPRS', supervisor: 'ab', team: 'north'},
      {id: 'ot', name: 'Otis Reed', credential: undefined, supervisor: undefined, team: undefined},
    ])
  })

  it('names what it cannot read, and the others count', () => {
    const {specialists, problems} = readSpecialists('jm: [Jo]\not: Otis Reed\n')
    assert.deepEqual([specialists.length, problems.map(({line}) => line)], [2, [1]])
    assert.equal(readSpecialists('Jo March').problems.length, 1)
  })
})
