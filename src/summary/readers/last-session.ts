import {shortDate, type CivilDate} from '../../core/time/civil-date.ts'
import {line, longDate, plain, quote, soft, strong, type Line, type Phrase} from '../formats/outline.ts'
import {statusWords} from '../standing-words.ts'
import type {NoteRef, PersonPage, Sourced} from '../summary.ts'
import {plannedFor} from './resource-lines.ts'
import {actOf} from './strength-lines.ts'

/**
 * The last session in five lines at most: when and how, what the person wants as they spoke of it, what was seen of
 * their strengths, what went well, and what was agreed. All of it from that day's notes; what they do not say is
 * left out.
 */
export function lastSession(page: PersonPage): Line[] {
  const last = page.sessions.findLast(
    ({on, kind}) => on !== undefined && on <= page.asOf && kind !== 'no-contact',
  )
  const day = last?.on
  if (!last || day === undefined) return []
  const length = last.minutes === undefined ? undefined : `${last.minutes} minutes`
  const how = [length, last.kind, last.mode?.replaceAll('-', ' '), last.place, withWords(last.participants)]
  return [
    line([strong(longDate(day)), soft(how.filter(Boolean).join(', '))], [last.source]),
    told('Spoke of', day, page.goals, ({words, status, life}) => [
      quote(words),
      life.some(({on}) => on === day) && plain(`(${statusWords(status)})`),
    ]),
    told('Showed', day, page.strengths, (strength) => {
      const seen = actOf(page, strength, ({on}) => on === day)
      return [plain(seen ? `${strength.name}: ${unstopped(seen.text)}` : strength.name)]
    }),
    told('Went well', day, page.wins, ({what}) => [plain(unstopped(what))]),
    told('Agreed', day, agreed(page), ({words}) => [plain(words)]),
  ].filter((each) => each !== undefined)
}

/** One line of what that day's notes say of these; undefined where they say nothing. */
function told<T extends Sourced>(
  title: string,
  day: CivilDate,
  items: readonly T[],
  words: (item: T) => readonly (Phrase | undefined | false)[],
): Line | undefined {
  const found = items
    .map((item) => ({item, refs: ofDay(item.sources, day)}))
    .filter(({refs}) => refs.length > 0)
  if (found.length === 0) return undefined
  return line(
    [
      strong(`${title}:`),
      ...found.flatMap(({item}, index) => [...(index > 0 ? [plain(';')] : []), ...words(item)]),
    ],
    found.flatMap(({refs}) => refs).slice(0, 1),
  )
}

const ofDay = (refs: readonly NoteRef[], day: CivilDate): NoteRef[] => refs.filter(({date}) => date === day)

const agreed = ({actions, followUps, asOf}: PersonPage): (Sourced & {readonly words: string})[] => [
  ...actions
    .filter(({done}) => !done)
    .map(({what, who, by, sources, share}) => ({
      words: `${unstopped(what)}${who === 'specialist' ? ' (the specialist)' : ''}${by ? `, ${plannedFor(by, asOf)}` : ''}`,
      sources,
      share,
    })),
  ...followUps.map(({on, start, sources, share}) => ({
    words: `meet ${shortDate(on, asOf)}${start ? ` at ${start}` : ''}`,
    sources,
    share,
  })),
]

const withWords = (participants: readonly string[]): string | undefined =>
  participants.length === 0 ? undefined : `with ${participants.join(', ')}`

/** Without the full stop at its end, where more follows. */
const unstopped = (words: string): string => words.trim().replace(/(?<!\.)\.$/, '')
