import assert from 'node:assert/strict'
import {readClientList} from '../../../src/core/agency/client-list.ts'
import {readSpecialists} from '../../../src/core/agency/specialist-list.ts'
import {birthDate, email, phone, socialSecurity, streetAddress} from '../../../src/lint/checks/identifiers.ts'
import {clientName, participantName, specialistName} from '../../../src/lint/checks/names.ts'
import {otherClient} from '../../../src/lint/checks/other-client.ts'
import type {Rule} from '../../../src/lint/checks/rule.ts'
import {afterOffer, folderOf, seenBy, withKeys, wordsSeen} from './checked.ts'

const inBody = (rule: Rule, body: string): string[] => wordsSeen(rule, withKeys('', `${body}\n`))
const inKeys = (rule: Rule, keys: string): string[] => wordsSeen(rule, withKeys(keys))

describe('another person’s id', () => {
  const {list: clients} = readClientList('c-014: {also: [c-099]}\nc-021:\n"100234":\njm:\n12:\n')

  it('is told in the text and in the frontmatter, however it is written', () => {
    assert.deepEqual(
      wordsSeen(
        otherClient,
        withKeys('participants: [c-021]', 'Came with C-021. See [it](../c-021.md), (100234).'),
        {
          clients,
        },
      ),
      ['c-021', 'C-021', 'c-021', '100234'],
    )
  })

  it('is known from the other notes of a folder', () => {
    const known = folderOf({'b.md': '---\nclient: k7f2\ndate: 2026-07-01\n---\n'})
    assert.deepEqual(wordsSeen(otherClient, withKeys('', 'With k7f2 on the bus.'), {known}), ['k7f2'])
  })

  it('is not the person’s own, nor one that is joined to it', () => {
    assert.deepEqual(wordsSeen(otherClient, withKeys('note: c-014/a', 'c-014, once c-099.'), {clients}), [])
    const own = '---\nclient: c-099\ndate: 2026-07-14\n---\n\nNow c-014.\n'
    assert.deepEqual(wordsSeen(otherClient, own, {clients}), [])
  })

  it('is not one of the same group, and is one of nobody in it', () => {
    const group =
      '---\nclients: [c-014, c-021]\ndate: 2026-07-14\neach:\n  c-014: {wins: [Sang]}\n---\n\nc-021 and 100234.\n'
    assert.deepEqual(wordsSeen(otherClient, group, {clients}), ['100234'])
  })

  it('is not a word or a number of everyday life, a part of another, or something unknown', () => {
    const body = 'At 12 with jm. c-0211, xc-021, c-021-b, c-022, 1002345, 2026-07-14.'
    assert.deepEqual(wordsSeen(otherClient, withKeys('', body), {clients}), [])
    assert.deepEqual(wordsSeen(otherClient, withKeys('', 'c-021')), [])
  })

  it('is an error, and offers a role in its place', () => {
    assert.equal(otherClient.severity, 'error')
    assert.equal(
      afterOffer(otherClient, withKeys('', 'With c-021.'), {clients}),
      withKeys('', 'With [a role, such as another member].'),
    )
    assert.equal(
      afterOffer(otherClient, withKeys('participants:\n  - c-021'), {clients}),
      withKeys('participants:\n  - "[a role, such as another member]"'),
    )
  })
})

describe('a person’s telephone number', () => {
  for (const [body, words] of [
    ['His new number is 555-201-3344.', '555-201-3344'],
    ['Text her at (555) 201-3344 first.', '(555) 201-3344'],
    ['His sister’s cell: 555.201.3344', '555.201.3344'],
    ['Call him on +1 555 201 3344 in the\nmornings.', '+1 555 201 3344'],
  ] as const)
    it(`is told in “${body}”`, () => assert.deepEqual(inBody(phone, body), [words]))

  for (const body of [
    'He called 988 and stayed on.',
    'Gave her the line, 1-800-273-8255.',
    'She has the crisis line on her fridge: 555-201-3344.',
    'Her clinic’s front desk is 555-201-3344.',
    'Union Hall 555-201-3344.',
    'Call the housing office at 555-201-3344.',
    'She can reach her case manager at 555-201-3344.',
    '555-201-3344',
    'Their ticket is 1234-555-201-3344-9.',
    'From 555.201.3344.2 on the map.',
    'Seen 2026-07-14, 14:00 to 14:50, 120-150 people.',
  ])
    it(`is not told in “${body}”`, () => assert.deepEqual(inBody(phone, body), []))

  it('is told under its own key and of a resource who is a person', () => {
    assert.deepEqual(inKeys(phone, 'phone: 555-201-3344'), ['555-201-3344'])
    const resource = (kind: string): string =>
      `resources:\n  - {name: Rosa, kind: ${kind}, contact: 555-201-3344}\n  - {name: Line, kind: crisis-line, contact: 555-201-3345}`
    assert.deepEqual(inKeys(phone, resource('family')), ['555-201-3344'])
    assert.deepEqual(inKeys(phone, resource('employment')), [])
  })

  it('offers words in its place, and takes nothing away', () => {
    assert.equal(
      afterOffer(phone, withKeys('', 'His cell: 555-201-3344, mornings.')),
      withKeys('', 'His cell: [whose number], mornings.'),
    )
    assert.equal(afterOffer(phone, withKeys('phone: 555-201-3344')), withKeys('phone: "[whose number]"'))
    assert.equal(
      afterOffer(phone, withKeys('wins:\n  - Called me from his cell 555-201-3344 himself')),
      withKeys('wins:\n  - Called me from his cell [whose number] himself'),
    )
  })
})

describe('a person’s e-mail address', () => {
  it('is told on a private service, and where words make it theirs', () => {
    assert.deepEqual(inBody(email, 'Wrote to rosa.v@gmail.com.'), ['rosa.v@gmail.com'])
    assert.deepEqual(inBody(email, 'Her address is rosa@example.net.'), ['rosa@example.net'])
    assert.deepEqual(inKeys(email, 'email: rosa@example.net'), ['rosa@example.net'])
  })
  it('is not told of an office', () => {
    for (const body of [
      'Forms go to intake@county.example.gov.',
      'Her clinic, desk@clinic.example.',
      'At 5 @ the hall.',
    ])
      assert.deepEqual(inBody(email, body), [], body)
  })
})

describe('a Social Security number', () => {
  it('is told', () => {
    assert.deepEqual(inBody(socialSecurity, 'Wrote 219-09-9999 on the form.'), ['219-09-9999'])
    assert.deepEqual(inBody(socialSecurity, 'SSN: 219099999'), ['219099999'])
    assert.deepEqual(inBody(socialSecurity, 'Last four of his SSN is 9999.'), ['9999'])
    assert.deepEqual(inBody(socialSecurity, 'SSN 219-09-9999'), ['219-09-9999'])
  })
  it('is not told in other numbers', () => {
    for (const body of [
      'Order 000-12-3456 and 987-65-4320.',
      'Applied for a Social Security number.',
      'Social Security called in 2024.',
      'Phone 555-20-13344.',
      'Ref 1219-09-9999.',
    ])
      assert.deepEqual(inBody(socialSecurity, body), [], body)
  })
})

describe('a street address', () => {
  it('is told where somebody lives', () => {
    assert.deepEqual(inBody(streetAddress, 'She lives at 412 Maple Street, apt 3 now.'), [
      '412 Maple Street, apt 3',
    ])
    assert.deepEqual(inBody(streetAddress, 'Moved to 1200 N. 5th Ave on Monday.'), ['1200 N. 5th Ave'])
    assert.deepEqual(inKeys(streetAddress, 'place: 412 Maple St'), ['412 Maple St'])
  })
  it('is not told of streets, shops and offices', () => {
    for (const body of [
      'We met on Maple Street.',
      'The office is at 412 Maple Street.',
      'She lives on Fulton, two doors from the bakery.',
      'He lives with 3 Rivers Road Runners nearby.',
      'Got 4 Way bread.',
      'The 12 bus to Court.',
    ])
      assert.deepEqual(inBody(streetAddress, body), [], body)
    assert.deepEqual(inKeys(streetAddress, 'place: public library, study room 2'), [])
  })
})

describe('a birth date', () => {
  it('is told', () => {
    assert.deepEqual(inBody(birthDate, 'DOB 3/4/1985.'), ['3/4/1985'])
    assert.deepEqual(inBody(birthDate, 'Born on March 4, 1985 in Leeds.'), ['March 4, 1985'])
    assert.deepEqual(inBody(birthDate, 'Date of birth: 1985-03-04'), ['1985-03-04'])
    assert.deepEqual(inKeys(birthDate, 'dob: 1985-03-04'), ['1985-03-04'])
  })
  it('is not told in other dates', () => {
    for (const body of [
      'Born in 1985.',
      'Her birthday is Friday.',
      'Seen 2026-07-14.',
      'His birth certificate came 7/14/2026.',
    ])
      assert.deepEqual(inBody(birthDate, body), [], body)
  })
})

describe('a name of the client list', () => {
  const {list: clients} = readClientList(
    'c-014: {name: Rosalind Vega}\nc-021: {name: Will Okafor}\nc-030: {name: Hope}\n',
  )
  const {specialists} = readSpecialists('jm: {name: Rosalind March}\n')

  it('is told whole of anybody, and by first name of the note’s own person', () => {
    const text = withKeys('', 'Rosalind came with Will Okafor. Rosalind  Vega laughed; she will, Will said.')
    assert.deepEqual(wordsSeen(clientName, text, {clients}).toSorted(), [
      'Rosalind',
      'Rosalind',
      'Rosalind  Vega',
      'Will Okafor',
    ])
  })

  it('is not told where a colleague has it too, nor as a word', () => {
    assert.deepEqual(
      wordsSeen(clientName, withKeys('', 'Rosalind came. I hope. Hope Street.'), {clients, specialists}),
      [],
    )
    assert.deepEqual(wordsSeen(clientName, withKeys('', 'rosalind')), [])
  })
})

describe('names under keys', () => {
  it('of participants are told, roles are not', () => {
    assert.deepEqual(
      inKeys(participantName, 'participants: [Denise Walker, sister, Case Manager, Mom, Dr. Lee, Peer]'),
      ['Denise Walker'],
    )
    const {specialists} = readSpecialists('jm: Jo March\n')
    assert.deepEqual(wordsSeen(participantName, withKeys('participants: [Jo March]'), {specialists}), [])
  })

  it('of a specialist with an id are told, with the id', () => {
    const {specialists} = readSpecialists('jm: Jo March\n')
    const text = withKeys('specialist: Jo March')
    assert.equal(afterOffer(specialistName, text, {specialists}), withKeys('specialist: jm'))
    assert.deepEqual(seenBy(specialistName, withKeys('specialist: jm'), {specialists}), [])
    assert.deepEqual(seenBy(specialistName, withKeys('specialist: Otis Reed'), {specialists}), [])
  })
})
