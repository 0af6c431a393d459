import type {PartOfSpeech} from './entry.ts'

/** A form of a noun or verb; `base` is the form that phrases are written in. */
export type Form = 'base' | 'plural' | 'third' | 'past' | 'participle' | 'gerund'

const IRREGULAR_PLURALS: Readonly<Record<string, string>> = {
  person: 'people', man: 'men', woman: 'women', child: 'children', wife: 'wives', life: 'lives', foot: 'feet',
  thief: 'thieves', patsy: 'patsies', mouse: 'mice', gentleman: 'gentlemen', someone: 'people', individual: 'people',
} // prettier-ignore

const IRREGULAR_VERBS: Readonly<Record<string, readonly [past: string, participle: string]>> =
  Object.fromEntries(
    `arise arose arisen|be was been|become became become|begin began begun|bend bent bent|bite bit bitten|blow blew blown
   break broke broken|bring brought brought|build built built|buy bought bought|catch caught caught|choose chose chosen
   cling clung clung|come came come|cut cut cut|deal dealt dealt|dig dug dug|do did done|draw drew drawn|drink drank drunk
   drive drove driven|eat ate eaten|fall fell fallen|feed fed fed|feel felt felt|fight fought fought|find found found
   fly flew flown|forbid forbade forbidden|forget forgot forgotten|forgive forgave forgiven|get got gotten|give gave given|go went gone
   grow grew grown|hang hung hung|have had had|hear heard heard|hide hid hidden|hit hit hit|hold held held|hurt hurt hurt
   keep kept kept|know knew known|lay laid laid|lead led led|leave left left|lend lent lent|let let let|lie lied lied
   lose lost lost|make made made|mean meant meant|meet met met|overcome overcame overcome|pay paid paid|put put put
   quit quit quit|read read read|ride rode ridden|ring rang rung|rise rose risen|run ran run|say said said|see saw seen
   seek sought sought|sell sold sold|send sent sent|set set set|shake shook shaken|shoot shot shot|show showed shown
   shut shut shut|sing sang sung|sink sank sunk|sit sat sat|sleep slept slept|slide slid slid|speak spoke spoken|spend spent spent
   spin spun spun|split split split|spread spread spread|stand stood stood|steal stole stolen|stick stuck stuck
   strike struck stricken|swear swore sworn|swim swam swum|take took taken|teach taught taught|tear tore torn|tell told told
   think thought thought|throw threw thrown|undergo underwent undergone|understand understood understood|wake woke woken
   wear wore worn|win won won|withdraw withdrew withdrawn|write wrote written|rely relied relied|die died died|tie tied tied`
      .split(/[|\n]/)
      .map((line) => line.trim().split(' '))
      .map(([base = '', past = '', participle = '']) => [base, [past, participle]]),
  )

/** Verbs of one short syllable double their last letter, and these of two syllables stressed on the second. */
const SHORT = /^(?:[^aeiou]*|qu)[aeiou][bdfgklmnprtvz]$/
const STRESSED_LAST = new Set(
  'refer prefer defer infer confer transfer occur admit commit permit submit omit transmit regret forget control compel expel rebel forbid begin equip'.split(
    ' ',
  ),
)
const doubles = (verb: string): boolean => SHORT.test(verb) || STRESSED_LAST.has(verb)

/** Past tenses that do not end in -ed. */
export const IRREGULAR_PASTS: ReadonlySet<string> = new Set(Object.values(IRREGULAR_VERBS).flat())

const sibilant = /(?:s|x|z|ch|sh)$/
const consonantY = /[^aeiou]y$/

export function pluralOf(noun: string): string {
  const irregular = IRREGULAR_PLURALS[noun]
  if (irregular) return irregular
  if (sibilant.test(noun)) return `${noun}es`
  return consonantY.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`
}

/** The forms of `word` by name. */
export function formsOf(word: string, part: PartOfSpeech): Readonly<Partial<Record<Form, string>>> {
  if (part === 'noun') return {base: word, plural: pluralOf(word)}
  const third = word === 'be' ? 'is' : word === 'have' ? 'has' : pluralVerb(word)
  const [past, participle] = IRREGULAR_VERBS[word] ?? [regularPast(word), regularPast(word)]
  return {base: word, third, past, participle, gerund: gerundOf(word)}
}

function pluralVerb(verb: string): string {
  if (sibilant.test(verb) || verb.endsWith('o')) return `${verb}es`
  return consonantY.test(verb) ? `${verb.slice(0, -1)}ies` : `${verb}s`
}

function regularPast(verb: string): string {
  if (verb.endsWith('e')) return `${verb}d`
  if (consonantY.test(verb)) return `${verb.slice(0, -1)}ied`
  return doubles(verb) ? `${verb}${verb.at(-1)}ed` : `${verb}ed`
}

function gerundOf(verb: string): string {
  if (verb.endsWith('ie')) return `${verb.slice(0, -2)}ying`
  if (verb.endsWith('e') && !/(?:ee|oe|ye|be)$/.test(verb)) return `${verb.slice(0, -1)}ing`
  return doubles(verb) ? `${verb}${verb.at(-1)}ing` : `${verb}ing`
}
