import {valueAt, type TextValue} from '../../core/yaml/frontmatter.ts'
import type {Note} from '../../core/note.ts'
import type {Span} from '../../core/text/span.ts'
import {offerInstead} from './offers.ts'
import {personalsOf, type CheckedNote, type Rule, type Seen} from './rule.ts'
import {isPersonsKind, isSomebodys} from './whose.ts'

/** Every place in the text where `pattern` matches; the first group where there is one, else the whole. */
function* placesOf(text: string, pattern: RegExp): Generator<Span & {readonly words: string}> {
  for (const match of text.matchAll(pattern)) {
    const words = match[1] ?? match[0]
    const start = match.index + match[0].indexOf(words)
    yield {start, end: start + words.length, words}
  }
}

/** Values of keys at the top that hold one thing only, such as `phone:`. */
function* valuesAt({frontmatter}: Note, keys: readonly string[]): Generator<TextValue> {
  for (const key of keys) {
    const value = valueAt(frontmatter?.entries ?? [], key)
    if (value?.kind === 'text') yield value
  }
}

/** Contacts of resources that are people: whatever stands there is theirs. */
const personContacts = ({record}: CheckedNote): readonly Span[] =>
  personalsOf(record).flatMap(({resources}) =>
    resources.flatMap(({kind, contact}) => (contact && isPersonsKind(kind?.value) ? contact.span : [])),
  )

const isIn = (spans: readonly Span[], {start}: Span): boolean =>
  spans.some((span) => span.start <= start && start < span.end)

const seen = (note: Note, {start, end}: Span, message: string, prompt: string): Seen => ({
  span: {start, end},
  message,
  offers: offerInstead(note, {start, end}, prompt),
})

const PHONE = /(?<![\p{L}\d.-])(?:\+?1[-. ])?(?:\(\d{3}\) ?|\d{3}[-. ])\d{3}[-. ]\d{4}(?![\d-]|\.\d)/gu
const TOLL_FREE = /^(?:\+?1[-. ])?\(?8(?:00|33|44|55|66|77|88)\b/

export const phone: Rule = {
  id: 'privacy/phone',
  about:
    'A telephone number that the words around it make a person’s own, or that stands under `phone` or as the contact of a resource who is a person. Leaves alone: crisis lines and 800 numbers, numbers of offices and services, and every number that might be one.',
  why: 'A number tells who somebody is; the agency’s client file is the place that is kept for it.',
  severity: 'information',
  *check(checked) {
    const {note} = checked
    if (!/\d{3}[-. )]/.test(note.text)) return
    const theirs = [
      ...[...valuesAt(note, ['phone', 'tel', 'cell', 'mobile', 'client_phone'])].map(({span}) => span),
      ...personContacts(checked),
    ]
    for (const place of placesOf(note.text, PHONE))
      if (!TOLL_FREE.test(place.words) && (isIn(theirs, place) || isSomebodys(note, place)))
        yield seen(
          note,
          place,
          'A person’s number: it can stay in the client file, and the note can say whose it is.',
          'whose number',
        )
  },
}

const EMAIL = /(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/gi
const PRIVATE_MAIL =
  /@(?:gmail|googlemail|yahoo|ymail|hotmail|outlook|live|msn|icloud|me|mac|aol|proton|protonmail|pm|gmx|comcast|verizon|att|sbcglobal|bellsouth|cox|charter|earthlink|mail)\.[a-z.]+$/i

export const email: Rule = {
  id: 'privacy/email',
  about:
    'An e-mail address of a private mail service, or one that the words around it make a person’s own. Leaves alone: addresses of offices and services.',
  why: 'An address tells who somebody is; the agency’s client file is the place that is kept for it.',
  severity: 'information',
  *check(checked) {
    const {note} = checked
    if (!note.text.includes('@')) return
    const theirs = [
      ...[...valuesAt(note, ['email', 'e-mail', 'client_email'])].map(({span}) => span),
      ...personContacts(checked),
    ]
    for (const place of placesOf(note.text, EMAIL))
      if (PRIVATE_MAIL.test(place.words) || isIn(theirs, place) || isSomebodys(note, place))
        yield seen(
          note,
          place,
          'A person’s e-mail address: it can stay in the client file, and the note can say whose it is.',
          'whose address',
        )
  },
}

const SSN = /(?<![\d-])(?!000|666|9\d\d)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\d-])/g
const NAMED_SSN =
  /\b(?:SSN|SS ?#|social security (?:number|no\.?|#)|last (?:four|4)(?: of| digits of)?(?: (?:his|her|their|my|the))? (?:SSN|social))\W{0,6}(?:is |are |ending (?:in )?|ends (?:in )?|number )?((?:\d{3}[- ]?\d{2}[- ]?)?\d{4})\b/gi

export const socialSecurity: Rule = {
  id: 'privacy/ssn',
  about:
    'A Social Security number, or the last four of one where the words say so. Leaves alone: other numbers.',
  why: 'With this number somebody can act in the person’s name.',
  severity: 'warning',
  *check({note}) {
    if (!/\d{4}/.test(note.text)) return
    const places = [...placesOf(note.text, SSN), ...placesOf(note.text, NAMED_SSN)]
    const once = places.filter(
      ({start}, index) => !places.slice(0, index).some((other) => other.start <= start && start < other.end),
    )
    for (const place of once)
      yield seen(
        note,
        place,
        'A Social Security number: a note does well without it, and whoever needs it has it elsewhere.',
        'number on file',
      )
  },
}

const STREET =
  'Street|St|Avenue|Ave|Road|Rd|Drive|Dr|Lane|Ln|Court|Ct|Boulevard|Blvd|Place|Pl|Terrace|Ter|Way|Circle|Cir|Highway|Hwy|Parkway|Pkwy'
const ADDRESS = new RegExp(
  `(?<![\\d:/-])\\d{1,5}[a-z]? (?:[NSEW]\\.? )?(?:\\p{Lu}[\\p{L}'’.]* |\\d{1,3}(?:st|nd|rd|th) ){1,3}(?:${STREET})\\b\\.?(?:,? (?:[Aa]pt|[Aa]partment|[Uu]nit|#|No)\\.? ?[\\w-]+)?(?! \\p{Lu}\\p{Ll})`,
  'gu',
)
const LIVES =
  /\b(?:(?:lives?|living|stays?|staying|moved|moving|resides?|residing|sleeping) (?:now )?(?:at|to|in|into|with)|(?:home|mailing|new|current|his|her|their|my|client['’]?s|pt['’]?s) (?:address|apartment|house|home|place|room)(?: is| was)?(?: at)?|address(?: is|:)|picked (?:him|her|them) up (?:at|from)|(?:his|her|their) door(?: at)?)[^.;!?]{0,40}$/i

export const streetAddress: Rule = {
  id: 'privacy/address',
  about:
    'A street address where the words before it say that somebody lives there, or that stands under `place` or `address`. Leaves alone: street names, addresses of offices and shops, and every address that might be one.',
  why: 'An address tells who somebody is; the name of a place says enough of where a meeting was.',
  severity: 'information',
  *check({note}) {
    if (!/\d [\p{Lu}\d]/u.test(note.text)) return
    const keyed = [...valuesAt(note, ['place', 'address', 'client_address'])].map(({span}) => span)
    for (const place of placesOf(note.text, ADDRESS)) {
      const before = note.text.slice(Math.max(0, place.start - 80), place.start).replace(/\s+/g, ' ')
      if (isIn(keyed, place) || LIVES.test(before))
        yield seen(
          note,
          place,
          'A street address: words such as “her apartment” or “the library” say enough here.',
          'what kind of place',
        )
    }
  },
}

const DAY_OF_YEAR = String.raw`(?:\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2}|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2}(?:st|nd|rd|th)? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?,? \d{4})`
const BIRTH = new RegExp(
  String.raw`\b(?:D\.?O\.?B\.?|date of birth|birth ?date|birthday|born(?: on)?)\W{0,4}(?:is |was |on )?(${DAY_OF_YEAR})\b`,
  'gi',
)

export const birthDate: Rule = {
  id: 'privacy/birth-date',
  about:
    'A full date that the words before it call a birth date. Leaves alone: every other date, ages and years.',
  why: 'A birth date tells who somebody is; an age, or nothing, serves a note as well.',
  severity: 'warning',
  *check({note}) {
    if (!/\b(?:d\.?o\.?b|birth|born)/i.test(note.text)) return
    for (const place of placesOf(note.text, BIRTH))
      yield seen(
        note,
        place,
        'A birth date: the client file has it, and the note does well without.',
        'on file',
      )
  },
}
