import {dayInFull} from '../../core/time/calendar.ts'
import {shortDate} from '../../core/time/civil-date.ts'
import {frontmatterAt} from '../../core/yaml/frontmatter-at.ts'
import type {Span} from '../../core/text/span.ts'
import {readTypedDate} from '../../core/time/typed-date.ts'
import {keyAt, recordUnder} from '../../core/record/vocabulary.ts'
import {STRATEGIES, type Form, type Key} from '../../core/record/vocabulary-form.ts'
import {plainWords} from '../same-thing.ts'
import {strengthKey} from '../strength-names.ts'
import type {Goal, PersonPage, Resource} from '../summary.ts'
import {plainLine, titleLine, type AboutLine} from './about.ts'
import {knownPath, ownPath} from './known-path.ts'
import {aboutGoal, aboutResource, aboutStrength} from './life-line.ts'
import {minutesOf, minutesWords} from './minutes.ts'
import {clientAt, type Recall} from './recall.ts'

/** What there is to tell about a place of a note. */
export interface Told {
  readonly span: Span
  readonly lines: readonly AboutLine[]
}

/** What a key is for, or what earlier notes know of the goal, strength or resource that stands at `offset`. */
export function tellAt(offset: number, recall: Recall): Told | undefined {
  const {note, record} = recall
  const place = frontmatterAt(note.frontmatter?.entries ?? [], offset)
  if (!place) return undefined
  const full = knownPath(place.path)
  const path = ownPath(full)
  if (place.on === 'key') {
    const isName = keyAt(full.slice(0, -1))?.form.kind === 'map'
    if (isName) return undefined
    const key = keyAt(full)
    return key && told(place.span, aboutKey(path.at(-1) ?? '', key))
  }
  const form = formOf(full)
  const page = pageFor(full, recall)
  return form && told(place.span, aboutValue(form, {path, text: place.text.trim(), page, record, recall}))
}

const told = (span: Span, lines: readonly AboutLine[]): Told | undefined =>
  lines.length > 0 ? {span, lines} : undefined

function aboutKey(name: string, {about, strategy, example}: Key): AboutLine[] {
  return [
    titleLine(name),
    plainLine(about),
    ...(strategy ? [plainLine(`Serves: ${STRATEGIES[strategy]}`)] : []),
    plainLine(`For example: ${example}`),
  ]
}

function pageFor(path: readonly string[], recall: Recall): PersonPage | undefined {
  const client = clientAt(path, recall.record)
  return client === undefined ? undefined : recall.pageOf(client)
}

/** The form of one value at a path: a bare item stands for the main key of its record. */
function formOf(path: readonly string[]): Form | undefined {
  const form = keyAt(path)?.form
  const item = form?.kind === 'list' ? form.of : form
  if (item?.kind !== 'record') return item
  const main = recordUnder(path)?.main
  return main === undefined ? undefined : keyAt([...path, main])?.form
}

interface ValueContext {
  readonly path: readonly string[]
  readonly text: string
  readonly page: PersonPage | undefined
  readonly record: Recall['record']
  readonly recall: Recall
}

function aboutValue(form: Form, context: ValueContext): AboutLine[] {
  const {path, text, recall} = context
  const {today} = recall
  switch (form.kind) {
    case 'date':
    case 'moment':
    case 'date-or-yes-no': {
      const date = readTypedDate(text)?.date
      return date ? [plainLine(dayInFull(date, today))] : []
    }
    case 'time':
    case 'duration':
      return path[0] === 'follow_up' ? [] : aboutTime(context)
    case 'choice': {
      const word = plainWords(text)
      const choice = form.choices.find(({value}) => plainWords(value) === word)
      return choice ? [titleLine(choice.value), plainLine(choice.means)] : []
    }
    case 'id':
      return form.of === 'code' ? aboutTime(context) : aboutThing(form.of, context)
    case 'prose':
      return aboutWords(context)
    default:
      return []
  }
}

function aboutTime({record, recall}: ValueContext): AboutLine[] {
  const minutes = minutesOf(record, recall.policy)
  return minutes ? [titleLine(minutesWords(minutes)), plainLine(minutes.how)] : []
}

function aboutThing(of: string, {text, page, recall}: ValueContext): AboutLine[] {
  const {today} = recall
  if (of === 'client') {
    const own = recall.pageOf(text)
    const last = own?.last
    return own && last
      ? [titleLine(text), plainLine(`${own.notes.length} other notes, the last of ${shortDate(last, today)}`)]
      : []
  }
  if (!page) return []
  if (of === 'goal') {
    const goal = goalNamed(page, text)
    return goal ? aboutGoal(goal, page, today) : []
  }
  if (of === 'strength') {
    const strength = page.strengths.find(({id}) => id === strengthKey(text))
    return strength ? aboutStrength(strength, today) : []
  }
  const resource = of === 'resource' ? resourceNamed(page, text) : undefined
  return resource ? aboutResource(resource, page, today) : []
}

/** Free text that stands for a goal or a resource: its words, its name. */
function aboutWords(context: ValueContext): AboutLine[] {
  const where = context.path.join('.')
  if (where === 'goals' || where === 'goals.words') return aboutThing('goal', context)
  return where === 'resources' || where === 'resources.name' ? aboutThing('resource', context) : []
}

const goalNamed = ({goals}: PersonPage, said: string): Goal | undefined =>
  goals.find(({id}) => id === said.toLowerCase()) ??
  goals.find(({words, earlierWords}) =>
    [words, ...earlierWords.map((each) => each.words)].some((each) => plainWords(each) === plainWords(said)),
  )

const resourceNamed = ({resources}: PersonPage, said: string): Resource | undefined =>
  resources.find(({id}) => id === said.toLowerCase()) ??
  resources.find(({name}) => plainWords(name) === plainWords(said))
