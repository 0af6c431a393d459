import type {NoteEntry, NoteRef, PersonPage, ReviewItem, ServiceDay, Session, Sourced} from '../summary.ts'

/** Data as it stands in the export: keys in a settled order, what is not known absent. */
export type Item = Readonly<Record<string, unknown>>

export const place = ({note, file, line, endLine, date}: NoteRef): Item => ({note, file, line, endLine, date})

const evidence = ({sources}: Pick<Sourced, 'sources'>): readonly Item[] => sources.map(place)

export const noteItem = (entry: NoteEntry): Item => ({
  ...place(entry.source),
  standing: entry.standing,
  kind: entry.kind,
  mode: entry.mode,
  place: entry.place,
  specialist: entry.specialist,
  people: entry.people,
  consent: entry.consent,
  strategies: entry.strategies,
  entered: entry.entered,
  late: entry.late,
  corrects: entry.corrects,
  amends: entry.amends,
  correctedBy: entry.correctedBy,
  reason: entry.reason,
})

export const sessionItem = (session: Session): Item => ({
  on: session.on,
  start: session.start,
  end: session.end,
  minutes: session.minutes,
  units: session.units,
  counted: session.counted,
  kind: session.kind,
  mode: session.mode,
  place: session.place,
  specialist: session.specialist,
  participants: session.participants,
  people: session.people,
  service: session.service,
  consent: session.consent,
  late: session.late,
  goals: session.goals,
  strategies: session.strategies,
  evidence: [place(session.source)],
})

export const serviceDayItem = (day: ServiceDay): Item => ({
  on: day.on,
  code: day.code,
  modifiers: day.modifiers,
  payer: day.payer,
  contacts: day.contacts,
  minutes: day.minutes,
  withoutLength: day.withoutLength,
  units: day.units,
  limit: day.limit,
  evidence: evidence(day),
})

export const goalItem = (goal: PersonPage['goals'][number]): Item => ({
  id: goal.id,
  words: goal.words,
  earlierWords: goal.earlierWords.map((said) => ({words: said.words, on: said.on, evidence: evidence(said)})),
  status: goal.status,
  life: goal.life.map(changeItem),
  since: goal.since,
  lastHeard: goal.lastHeard,
  quietSince: goal.quietSince,
  became: goal.became,
  planGoal: goal.planGoal,
  domain: goal.domain,
  strengths: goal.strengths.map(linkItem),
  resources: goal.resources.map(linkItem),
  progress: goal.progress.map((said) => ({
    on: said.on,
    rating: said.rating,
    of: said.of,
    by: said.by,
    says: said.says,
    evidence: evidence(said),
  })),
  evidence: evidence(goal),
})

const changeItem = (
  change: PersonPage['goals'][number]['life'][number] | PersonPage['resources'][number]['history'][number],
): Item => ({
  status: change.status,
  on: change.on,
  again: change.again,
  evidence: evidence(change),
})

const linkItem = (linked: PersonPage['goals'][number]['strengths'][number]): Item => ({
  id: linked.id,
  name: linked.name,
  evidence: evidence(linked),
})

export const strengthItem = (strength: PersonPage['strengths'][number]): Item => ({
  id: strength.id,
  name: strength.name,
  alsoCalled: strength.alsoCalled,
  namedByPerson: strength.namedByPerson,
  notes: strength.notes,
  first: strength.first,
  last: strength.last,
  seen: strength.evidence.map((seen) => ({text: seen.text, on: seen.on, evidence: evidence(seen)})),
  fromAssessments: strength.fromAssessments.map((found) => ({
    tool: found.tool,
    on: found.on,
    rank: found.rank,
    evidence: evidence(found),
  })),
  evidence: evidence(strength),
})

export const resourceItem = (resource: PersonPage['resources'][number]): Item => ({
  id: resource.id,
  name: resource.name,
  kind: resource.kind,
  group: resource.group,
  status: resource.status,
  history: resource.history.map(changeItem),
  contact: resource.contact,
  next: resource.next,
  nextBy: resource.nextBy,
  note: resource.note,
  goals: resource.goals,
  lastHeard: resource.lastHeard,
  askAbout: resource.askAbout,
  evidence: evidence(resource),
})

export const actionItem = (action: PersonPage['actions'][number]): Item => ({
  id: action.id,
  what: action.what,
  who: action.who,
  goal: action.goal,
  by: action.by,
  movedFrom: action.movedFrom,
  done: action.done,
  doneOn: action.doneOn,
  past: action.past,
  evidence: evidence(action),
})

/** Items of a few plain values. */
export const plainItem = <T extends Sourced>(
  item: T,
  keys: readonly Exclude<keyof T, keyof Sourced>[],
): Item => ({...Object.fromEntries(keys.map((key) => [key, item[key]])), evidence: evidence(item)})

export const reviewItem = ({code, client, message, todo, sources}: ReviewItem): Item => ({
  code,
  client,
  message,
  todo,
  evidence: sources.map(place),
})
