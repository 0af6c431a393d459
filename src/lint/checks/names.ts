import type {Span} from '../../core/text/span.ts'
import type {Offer} from '../finding.ts'
import {offerInstead} from './offers.ts'
import {bodyStart, type CheckContext, type CheckedNote, type Rule} from './rule.ts'

/** First names that are also words, months or places: alone, they say nothing sure. */
const AMBIGUOUS = new Set(
  'april art august autumn bill bob brook brooke buck carol chance charity chase chip christian christmas clay cliff crystal daisy dale dallas dawn dean destiny dick dolly don drew earl eden eve faith fern flora forest frank gene georgia ginger glen grace grant guy harmony heather heath herb holly honor hope hunter ivy jack jade jasmine jay jean jewel jordan joy june justice king lance lane laurel leaf lily lynn may mark mason max melody mercy mike miles mo nick noel olive opal pat patience pearl penny peter piper poppy prince rain ray red rich river rob robin rocky rod roman rose rosemary ruby rusty sage sally sandy savannah scout serenity skip sky sonny star sterling sue summer sunny terry tom trinity truth violet virginia wade ward will willow winter woody'.split(
    ' ',
  ),
)

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

/** A name with any blanks between its parts, capitals as written. */
const nameAt = (name: string): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\p{N}])${name
      .trim()
      .split(/\s+/)
      .map(escape)
      .join(String.raw`\s+`)}(?![\\p{L}\\p{N}])`,
    'gu',
  )

export const clientName: Rule = {
  id: 'privacy/name',
  about:
    'A name that clients.yml keeps for somebody: the whole name of anybody, and the first name of the note’s own person. Leaves alone: first names that are also words, and those that a specialist has too.',
  why: 'The id stands for the person here, so that no name travels with the notes.',
  severity: 'warning',
  *check(checked, context) {
    const {note} = checked
    for (const {name, prompt} of namesToFind(checked, context))
      for (const {index, 0: words} of note.text.matchAll(nameAt(name))) {
        const span = {start: index, end: index + words.length}
        yield {
          span,
          message:
            'This name stands in the client list; the id, or a word such as “she”, keeps it out of the note.',
          offers: offerInstead(note, span, prompt),
        }
      }
  },
}

function* namesToFind(
  {record}: CheckedNote,
  {clients, specialists}: CheckContext,
): Generator<{readonly name: string; readonly prompt: string}> {
  const own = new Set(record.clients.map(({value}) => value))
  for (const [id, also] of Object.entries(clients.joined))
    if ([id, ...also].some((each) => own.has(each))) for (const each of [id, ...also]) own.add(each)
  const colleagues = new Set(specialists.flatMap(({name}) => name?.toLowerCase().split(/\s+/) ?? []))
  for (const [id, names] of Object.entries(clients.names))
    for (const name of names) {
      const [first = '', ...rest] = name.split(/\s+/)
      const isSure =
        first.length > 2 && !AMBIGUOUS.has(first.toLowerCase()) && !colleagues.has(first.toLowerCase())
      if (rest.length > 0)
        yield {name, prompt: own.has(id) ? 'she, he or they' : 'a role, such as another member'}
      if (own.has(id) && isSure) yield {name: rest.length > 0 ? first : name, prompt: 'she, he or they'}
    }
}

/** Words that say who somebody is to the person; as a rule they are written small, and some write them large. */
const ROLE_WORDS = new Set(
  'mom mum mother dad father sister brother son daughter wife husband spouse partner aunt uncle cousin grandmother grandma grandfather grandpa nana niece nephew child children kids baby family parent parents guardian friend girlfriend boyfriend neighbor neighbour roommate sponsor sponsee mentor peer peers member members group case manager care coordinator worker caseworker social counselor counsellor therapist psychiatrist psychologist doctor dr nurse rn np md lcsw lpc cprs interpreter lawyer attorney advocate judge officer probation parole landlord employer boss supervisor teacher specialist support recovery coach navigator staff aide pastor minister chaplain rabbi imam elder deacon dog cat pet student intern trainee facilitator co-facilitator observer public defender housing benefits legal home health and of the a an his her their step foster in law ex none others other'.split(
    ' ',
  ),
)

const isFullName = (words: string): boolean => {
  const parts = words.split(/\s+/)
  return (
    parts.length > 1 &&
    parts.length < 4 &&
    parts.every(
      (part) => /^\p{Lu}[\p{Ll}'’-]+(?:\p{Lu}\p{Ll}+)?$/u.test(part) && !ROLE_WORDS.has(part.toLowerCase()),
    )
  )
}

export const participantName: Rule = {
  id: 'privacy/participant-name',
  about:
    'A first and a last name under `participants`. Leaves alone: roles in any spelling, single words, and specialists.',
  why: 'A role such as sister or case manager says who was there, and names nobody.',
  severity: 'information',
  *check({note, record}, {specialists}) {
    const colleagues = new Set(specialists.flatMap(({name}) => name?.toLowerCase() ?? []))
    for (const {value, span} of record.participants)
      if (isFullName(value) && !colleagues.has(value.toLowerCase()))
        yield {
          span,
          message: 'This reads like a name; a role such as sister or case manager says who was there.',
          offers: offerInstead(note, span, 'a role, such as sister'),
        }
  },
}

export const specialistName: Rule = {
  id: 'note/specialist-name',
  about:
    'A name under `specialist` that specialists.yml has an id for. Leaves alone: ids, and names that it does not have.',
  why: 'Name and credential come from specialists.yml, so that one id finds all notes of one writer.',
  severity: 'hint',
  *check({record: {specialist}, note}, {specialists}) {
    if (!specialist || specialists.some(({id}) => id === specialist.value)) return
    const known = specialists.find(({name}) => name?.toLowerCase() === specialist.value.toLowerCase())
    if (known && specialist.span.start < bodyStart(note))
      yield {
        span: specialist.span,
        message: `\`${known.id}\` is the id of this specialist.`,
        offers: [wordsAt(specialist.span, known.id)],
      }
  },
}

const wordsAt = (span: Span, text: string): Offer => ({kind: 'ask', text, edits: [{span, text}]})
