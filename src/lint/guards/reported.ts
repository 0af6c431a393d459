import {sentenceStart, type Guard} from '../passage.ts'
import type {Word} from '../words.ts'

const REPORTS = new Set(
  'say says said saying feel feels felt feeling think thinks thought believe believes believed worry worries worried fear fears feared report reports reported reporting state states stated share shares shared wonder wonders wondered tell tells told joke jokes joked describe describes described explain explains explained mention mentions mentioned call calls called see sees saw consider considers considered introduce introduces introduced identify identifies identified'.split(
    ' ',
  ),
)
const SELF = new Set(['himself', 'herself', 'themself', 'themselves', 'hisself', 'theirself'])
const FEELS = new Set(['feel', 'feels', 'felt', 'feeling'])
const PERSON = new Set(
  'he she they client pt patient peer member participant resident person individual guest student cl and also then still now often who'.split(
    ' ',
  ),
)
const WRITER = new Set(['i', 'we', 'writer'])
const OTHERS = new Set(
  'mom mother dad father parent parents sister brother wife husband partner aunt uncle grandmother grandma grandfather son daughter staff nurse tech doctor dr provider therapist counselor counsellor psychiatrist po officer judge court teacher boss manager evaluator referral referent chart records record roommate landlord caseworker worker cm team family neighbor ex'.split(
    ' ',
  ),
)

export const reported: Guard = {
  id: 'reported',
  about: 'The person speaks of themselves here; what others are said to say is held more lightly.',
  judge({first}, {words}) {
    const from = sentenceStart(words, first)
    for (let at = first - 1; at >= from && first - at <= 14; at--) {
      const word = words[at]
      if (!word) continue
      if (SELF.has(word.norm) && speaksBefore(words, from, at)) return 'silence'
      if (!REPORTS.has(word.norm)) continue
      const speaker = at > from ? words[at - 1] : undefined
      if (WRITER.has(speaker?.norm ?? '')) return undefined
      if (OTHERS.has(speaker?.norm ?? '')) return 'soften'
      const person = speaker === undefined || word.opens || word.apart || PERSON.has(speaker.norm)
      if (person && (FEELS.has(word.norm) || saysOfSelf(words, at, first))) return 'silence'
    }
    return perOthers(words, from, first) ? 'soften' : undefined
  },
}

function speaksBefore(words: readonly Word[], from: number, at: number): boolean {
  for (let i = at - 1; i >= from && at - i <= 3; i--) if (REPORTS.has(words[i]?.norm ?? '')) return true
  return false
}

/** `says (that) she …`: the person is the subject of what is said. */
function saysOfSelf(words: readonly Word[], verb: number, first: number): boolean {
  for (let at = verb + 1; at < first && at <= verb + 4; at++) {
    const norm = words[at]?.norm ?? ''
    if (norm === 'he' || norm === 'she' || norm === 'they') return true
    if (norm === 'feeling' || norm === 'being') return true
  }
  return false
}

/** `per the old referral`, `according to his mother`. */
function perOthers(words: readonly Word[], from: number, first: number): boolean {
  for (let at = from; at < first; at++) {
    const norm = words[at]?.norm
    if (norm === 'per' || (norm === 'according' && words[at + 1]?.norm === 'to')) return true
  }
  return false
}
