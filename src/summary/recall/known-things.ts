import {shortDate, type CivilDate} from '../../core/time/civil-date.ts'
import {partsOf} from '../../core/record/record.ts'
import {slugOf, plainWords} from '../same-thing.ts'
import {statusWords} from '../standing-words.ts'
import {STRENGTH_NAMES, strengthKey} from '../strength-names.ts'
import {isOver, isTried, openActions} from '../still-open.ts'
import type {PersonPage, Resource, Strength} from '../summary.ts'
import type {Recall} from './recall.ts'

/** Something that earlier notes or the note at hand know, as a list shows it. */
interface Known {
  readonly label: string
  readonly detail: string
  readonly about?: string
}

export interface KnownGoal extends Known {
  readonly id: string
  /** Nothing more is planned for it. */
  readonly isOver: boolean
  /** The note at hand speaks of it under `goals`. */
  readonly isHere: boolean
}

/** The person's goals, those in motion first, then those that only the note at hand names. */
export function knownGoals(page: PersonPage | undefined, recall: Recall): KnownGoal[] {
  const here = partsOf(recall.record).flatMap(({goals}) => goals)
  const idsHere = new Set(here.flatMap(({id}) => id?.value ?? []))
  const wordsHere = new Set(here.flatMap(({words}) => (words ? plainWords(words.value) : [])))
  const earlier = (page?.goals ?? [])
    .toSorted((a, b) => Number(isOver(a.status)) - Number(isOver(b.status)))
    .map((goal) => {
      const since = goal.life.at(-1)?.on
      return {
        id: goal.id,
        label: goal.words,
        detail: statusWords(goal.status) + (since ? ` since ${shortDate(since, recall.today)}` : ''),
        isOver: isOver(goal.status),
        isHere: idsHere.has(goal.id) || wordsHere.has(plainWords(goal.words)),
      }
    })
  const known = new Set(earlier.map(({id}) => id))
  const fresh = here.flatMap(({id, words}) =>
    id && !known.has(id.value)
      ? [{id: id.value, label: words?.value ?? id.value, detail: 'in this note', isOver: false, isHere: true}]
      : [],
  )
  return [...earlier, ...fresh]
}

/** The person's strengths, those of the note at hand, then the names of the VIA classification. */
export function knownStrengths(page: PersonPage | undefined, recall: Recall): Known[] {
  const own = (page?.strengths ?? []).map((strength) => ({
    label: strength.name,
    detail: seenWords(strength, recall.today),
    about: strength.evidence.at(-1)?.text ?? '',
  }))
  const here = partsOf(recall.record)
    .flatMap(({strengths}) => strengths)
    .map(({name}) => ({label: name.value, detail: 'in this note'}))
  const others = STRENGTH_NAMES.map((label) => ({label, detail: 'VIA character strength'}))
  const seen = new Set<string>()
  return [...own, ...here, ...others].filter(({label}) => {
    const key = strengthKey(label)
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** `seen in 3 notes, last 14 Jul`. */
export function seenWords({notes, last, fromAssessments}: Strength, today: CivilDate): string {
  if (notes === 0) return `from ${fromAssessments[0]?.tool ?? 'an assessment'}, not yet seen in a note`
  return `seen in ${notes} ${notes === 1 ? 'note' : 'notes'}${last ? `, last ${shortDate(last, today)}` : ''}`
}

export interface KnownResource extends Known {
  readonly id: string
  /** The notes give it an id of its own, not only a name. */
  readonly hasOwnId: boolean
  readonly isHere: boolean
}

/** The person's resources, those in use or on their way first, then those that only the note at hand names. */
export function knownResources(page: PersonPage | undefined, recall: Recall): KnownResource[] {
  const here = partsOf(recall.record).flatMap(({resources}) => resources)
  const namesHere = new Set(here.flatMap(({id, name}) => [id?.value ?? '', plainWords(name.value)]))
  const earlier = (page?.resources ?? [])
    .toSorted((a, b) => Number(isTried(a)) - Number(isTried(b)))
    .map((resource) => ({
      id: resource.id,
      label: resource.name,
      detail: heardWords(resource, recall.today),
      about: resource.next ?? '',
      hasOwnId: resource.id !== slugOf(resource.name),
      isHere: namesHere.has(resource.id) || namesHere.has(plainWords(resource.name)),
    }))
  const known = new Set(earlier.flatMap(({id, label}) => [id, plainWords(label)]))
  const fresh = here
    .filter(({id, name}) => !known.has(id?.value ?? '') && !known.has(plainWords(name.value)))
    .map(({id, name}) => ({
      id: id?.value ?? name.value,
      label: name.value,
      detail: 'in this note',
      hasOwnId: id !== undefined,
      isHere: true,
    }))
  return [...earlier, ...fresh]
}

/** `waiting, last heard 14 Jul, worth asking about`. */
export function heardWords({status, lastHeard, askAbout}: Resource, today: CivilDate): string {
  const parts = [
    status && statusWords(status),
    lastHeard && `last heard ${shortDate(lastHeard, today)}`,
    askAbout && 'worth asking about',
  ]
  return parts.filter(Boolean).join(', ')
}

export const knownSkills = (page: PersonPage | undefined): string[] =>
  (page?.skills ?? []).map(({name}) => name)

/** Steps that no note says are done, of goals that are not over: `still open from 7 Jul`. */
export function knownActions(
  page: PersonPage | undefined,
  today: CivilDate,
): (Known & {readonly id: string | undefined})[] {
  if (!page) return []
  return openActions(page).map(({id, what, who, goal, sources}) => {
    const from = sources[0]?.date
    const words = page.goals.find((each) => each.id === goal)?.words
    return {
      id,
      label: what,
      detail: from ? `still open from ${shortDate(from, today)}` : 'still open',
      about: [words, who].filter(Boolean).join(', '),
    }
  })
}
