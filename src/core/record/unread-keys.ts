import type {MapEntry} from '../yaml/frontmatter.ts'
import type {Problem} from '../problem.ts'
import {slipsBetween} from '../text/slips.ts'
import {keyNamed, NOTE_KEYS, plainKey, type NoteKey} from './vocabulary.ts'

/** Keys in other languages, for those who write the form in their own. Only words that mean nothing else in English. */
const OTHER_LANGUAGES: Readonly<Record<string, NoteKey>> = {
  cliente: 'client',
  klient: 'client',
  klientin: 'client',
  fecha: 'date',
  datum: 'date',
  fortalezas: 'strengths',
  stärken: 'strengths',
  staerken: 'strengths',
  forças: 'strengths',
  objetivos: 'goals',
  metas: 'goals',
  ziele: 'goals',
  objectifs: 'goals',
  recursos: 'resources',
  ressourcen: 'resources',
  ressources: 'resources',
  logros: 'wins',
  erfolge: 'wins',
  réussites: 'wins',
  conquistas: 'wins',
  habilidades: 'skills',
  fähigkeiten: 'skills',
  compétences: 'skills',
  lugar: 'place',
  lieu: 'place',
  inicio: 'start',
  beginn: 'start',
  début: 'start',
  ende: 'end',
  historias: 'stories',
  geschichten: 'stories',
  preferencias: 'preferences',
}

/** Keys that a person may have meant for one of the vocabulary. They are kept; the offer is to rename them. */
export function unreadKeys(entries: readonly MapEntry[]): Problem[] {
  const present = new Set(entries.map(({key}) => keyNamed(NOTE_KEYS, key)))
  return entries.flatMap(({key, keySpan}) => {
    const meant = keyNamed(NOTE_KEYS, key) === undefined ? meantKey(key) : undefined
    if (!meant || present.has(meant)) return []
    return [
      {
        code: 'note/key-unread',
        severity: 'information',
        span: keySpan,
        message: `\`${key}\` is kept as a key of your own; written \`${meant}\`, it is read with the rest.`,
        fix: {title: `Rename to \`${meant}\``, kind: 'adds', edits: [{span: keySpan, text: meant}]},
      },
    ]
  })
}

/** Which key of the vocabulary an unknown key looks like: the same word in another language, or a slip of the hand. */
export function meantKey(typed: string): NoteKey | undefined {
  const word = plainKey(typed)
  const translated = Object.hasOwn(OTHER_LANGUAGES, word) ? OTHER_LANGUAGES[word] : undefined
  if (translated || word.length < 5) return translated
  return (Object.keys(NOTE_KEYS) as NoteKey[]).find(
    (key) => key.length >= 5 && `${word}s` !== key && word !== `${key}s` && isSlip(word, key),
  )
}

/** One letter more, less, other or changed with its neighbour; two in a long word. */
function isSlip(a: string, b: string): boolean {
  const allowed = Math.min(a.length, b.length) >= 8 ? 2 : 1
  return Math.abs(a.length - b.length) <= allowed && slipsBetween(a, b) <= allowed
}
