import {daysAhead, daysBack, farFrom, type DayInWords} from '../../core/time/calendar.ts'
import {shortDate} from '../../core/time/civil-date.ts'
import {quoteYaml} from '../../core/yaml/quote-yaml.ts'
import type {Choice, Form, Named} from '../../core/record/vocabulary-form.ts'
import type {YamlPlace} from '../../core/yaml/yaml-place.ts'
import type {PersonPage} from '../summary.ts'
import {knownActions, knownGoals, knownResources, knownSkills, knownStrengths} from './known-things.ts'
import type {Recall, SuggestionKind} from './recall.ts'

/** A value that fits a form, written as YAML. */
export interface Offered {
  readonly kind: SuggestionKind
  readonly label: string
  readonly insert: string
  readonly detail?: string
  readonly about?: string
}

/** A place with its path from the person's own keys, whether at the top of a note or under `each`. */
interface ValuePlace extends Pick<YamlPlace, 'flow' | 'inList' | 'kind'> {
  readonly path: readonly string[]
  /** The value stands for a whole item: `- persistence`. */
  readonly isWholeItem: boolean
}

/** Values for a place, from its form, the person's page and the words of the folder. */
export function suggestValues(
  form: Form,
  place: ValuePlace,
  recall: Recall,
  client: string | undefined,
): Offered[] {
  const page = client === undefined ? undefined : recall.pageOf(client)
  switch (form.kind) {
    case 'choice':
      return form.choices.map(ofChoice)
    case 'yes-no':
      return YES_NO
    case 'date':
      return days(place, recall)
    case 'moment':
      return [{kind: 'date', label: 'now', insert: `${recall.today} ${recall.time}`}]
    case 'date-or-yes-no':
      return [...YES_NO, ...days(place, recall)]
    case 'time':
      return [{kind: 'date', label: 'now', detail: recall.time, insert: recall.time}]
    case 'list':
      return suggestValues(form.of, place, recall, client)
    case 'map':
      return named(form.keys, place, recall, page)
    case 'id':
      return named(form.of, place, recall, page)
    case 'words':
    case 'prose':
      return words(place, recall, page)
    case 'duration':
    case 'number':
    case 'record':
      return []
  }
}

const ofChoice = ({value, means}: Choice): Offered => ({
  kind: 'choice',
  label: value,
  insert: value,
  detail: means,
})

const YES_NO: Offered[] = ['yes', 'no'].map((word) => ({kind: 'choice', label: word, insert: word}))

/** Keys whose day lies ahead. */
const AHEAD = new Set(['by', 'next_by', 'on'])

function days({path}: ValuePlace, {today, record}: Recall): Offered[] {
  const isAhead = AHEAD.has(path.at(-1) ?? '') && path[0] !== 'assessments'
  const own = record.date?.value
  const found: DayInWords[] = [...(isAhead ? daysAhead(today) : daysBack(today))]
  if (own && own !== today && path[0] !== 'date') found.unshift({words: 'the day of this note', date: own})
  return found.map(({words, date}) => ({
    kind: 'date',
    label: words,
    detail: `${shortDate(date, today)}, ${farFrom(today, date)}`,
    insert: date,
  }))
}

/** A whole item as a map that other keys may follow: `id: g-work`, and in brackets `{id: g-work}`. */
const asMap = (key: string, value: string, {kind, flow}: ValuePlace): string => {
  const pair = `${key}: ${quoteYaml(value, {flow: flow || kind !== 'item'})}`
  return kind === 'item' ? pair : `{${pair}}`
}

function named(of: Named, place: ValuePlace, recall: Recall, page: PersonPage | undefined): Offered[] {
  const {flow} = place
  const {today} = recall
  const quoted = (text: string): string => quoteYaml(text, {flow})
  const simple = (kind: SuggestionKind, texts: readonly string[]): Offered[] =>
    texts.map((text) => ({kind, label: text, insert: quoted(text)}))
  switch (of) {
    case 'goal':
      return knownGoals(page, recall).map(({id, ...goal}) => ({...goal, kind: 'goal', insert: quoted(id)}))
    case 'strength':
      return knownStrengths(page, recall).map((strength) => ({
        ...strength,
        kind: 'strength',
        insert: quoted(strength.label),
      }))
    case 'resource':
      return knownResources(page, recall).map(({id, ...resource}) => ({
        ...resource,
        kind: 'resource',
        insert: quoted(id),
      }))
    case 'skill':
      return simple('skill', knownSkills(page))
    case 'action':
      return knownActions(page, today).flatMap(({id, ...action}) =>
        id === undefined ? [] : [{...action, kind: 'action', insert: quoted(id)}],
      )
    case 'client':
      return recall.folderWords().clients.map(({id, last}) => ({
        kind: 'person',
        label: id,
        detail: last ? `last note ${shortDate(last, today)}` : '',
        insert: quoted(id),
      }))
    case 'specialist':
      return simple('person', recall.folderWords().specialists)
    case 'code':
      return simple('words', recall.folderWords().codes)
    case 'note':
      return notesToPointAt(place, recall, page).map((offered) => ({
        ...offered,
        insert: quoted(offered.insert),
      }))
  }
}

/** Earlier notes of the person, the latest first; a note's own id is for nobody to choose. */
function notesToPointAt({path}: ValuePlace, {today}: Recall, page: PersonPage | undefined): Offered[] {
  if (path[0] === 'note') return []
  return (page?.notes ?? []).toReversed().map(({source, kind, place}) => ({
    kind: 'words',
    label: source.note,
    detail: source.date ? shortDate(source.date, today) : '',
    about: [kind, place].filter(Boolean).join(', '),
    insert: source.note,
  }))
}

/** Free text: only where the same words are likely to be wanted again. */
function words(place: ValuePlace, recall: Recall, page: PersonPage | undefined): Offered[] {
  const {path, flow, isWholeItem} = place
  const quoted = (text: string): string => quoteYaml(text, {flow})
  const simple = (kind: SuggestionKind, texts: readonly string[]): Offered[] =>
    texts.map((text) => ({kind, label: text, insert: quoted(text)}))
  switch (path.join('.')) {
    case 'place':
    case 'contacts.place':
    case 'follow_up.place':
      return simple('place', recall.folderWords().places)
    case 'participants':
    case 'feedback.from':
      return simple('person', recall.folderWords().participants)
    case 'service.payer':
      return simple('words', recall.folderWords().payers)
    case 'goals.words':
      return knownGoals(page, recall)
        .filter(({isHere}) => !isHere)
        .map(({id, ...goal}) => ({
          ...goal,
          kind: 'goal',
          insert: isWholeItem ? asMap('id', id, place) : quoted(goal.label),
        }))
    case 'goals.actions.what':
      return knownActions(page, recall.today).map(({label, detail, about = ''}) => ({
        kind: 'action',
        label,
        detail,
        about,
        insert: isWholeItem ? asMap('what', label, place) : quoted(label),
      }))
    case 'resources.name':
      return knownResources(page, recall)
        .filter(({isHere}) => !isHere)
        .map(({id, hasOwnId, ...resource}) => ({
          ...resource,
          kind: 'resource',
          insert: !isWholeItem
            ? quoted(resource.label)
            : hasOwnId
              ? asMap('id', id, place)
              : asMap('name', resource.label, place),
        }))
    default:
      return []
  }
}
