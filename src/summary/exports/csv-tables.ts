import type {Action, Goal, NoteRef, PersonPage, Resource, Session} from '../summary.ts'

export type Cell = string | number | boolean | undefined

/** A tidy table: one thing a row, one fact a column. */
export interface CsvTable {
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: (page: PersonPage) => readonly (readonly Cell[])[]
}

const table = <T>(
  name: string,
  items: (page: PersonPage) => readonly T[],
  source: (item: T) => NoteRef | undefined,
  columns: Readonly<Record<string, (item: T) => Cell>>,
): CsvTable => ({
  name,
  columns: ['client', ...Object.keys(columns), 'note', 'file', 'line'],
  rows: (page) =>
    items(page).map((item) => {
      const place = source(item)
      const facts = Object.values(columns).map((column) => column(item))
      return [page.client, ...facts, place?.note, place?.file, place?.line]
    }),
})

const list = (items: readonly string[]): string => items.join('; ')

const sessions = table<Session>(
  'sessions',
  (page) => page.sessions,
  ({source}) => source,
  {
    date: ({on}) => on,
    start: ({start}) => start,
    end: ({end}) => end,
    minutes: ({minutes}) => minutes,
    units: ({units}) => units,
    counted: ({counted}) => counted,
    kind: ({kind}) => kind,
    mode: ({mode}) => mode,
    place: ({place}) => place,
    specialist: ({specialist}) => specialist,
    participants: ({participants}) => list(participants),
    people: ({people}) => people,
    service_code: ({service}) => service.code,
    modifiers: ({service}) => list(service.modifiers),
    payer: ({service}) => service.payer,
    plan_goal: ({service}) => service.planGoal,
    written_together: ({consent}) => consent.together,
    shared_with_client: ({consent}) => consent.sharedWithClient,
    late: ({late}) => late?.standing,
    days_to_entry: ({late}) => late?.days,
    goals: ({goals}) => list(goals),
    strategies: ({strategies}) => list(strategies),
  },
)

/** The person's own numbers only: two people's numbers are never one. */
const ownRatings = ({progress}: Goal): Goal['progress'] =>
  progress.filter(({rating, by}) => rating !== undefined && (by === undefined || by === 'person'))

const goals = table<Goal>(
  'goals',
  (page) => page.goals,
  ({sources}) => sources.at(-1),
  {
    goal: ({id}) => id,
    words: ({words}) => words,
    first_said: ({earlierWords, words}) => earlierWords[0]?.words ?? words,
    status: ({status}) => status,
    status_since: ({life}) => life.at(-1)?.on,
    since: ({since}) => since,
    last_heard: ({lastHeard}) => lastHeard,
    quiet_since: ({quietSince}) => quietSince,
    plan_goal: ({planGoal}) => planGoal,
    domain: ({domain}) => domain,
    first_own_rating: (goal) => ownRatings(goal)[0]?.rating,
    latest_own_rating: (goal) => ownRatings(goal).at(-1)?.rating,
    rating_of: (goal) => ownRatings(goal).at(-1)?.of,
    rated_on: (goal) => ownRatings(goal).at(-1)?.on,
    strengths: ({strengths}) => list(strengths.map(({name}) => name)),
    resources: ({resources}) => list(resources.map(({name}) => name)),
    became: ({became}) => list(became),
    notes: ({sources}) => new Set(sources.map(({file}) => file)).size,
  },
)

const actions = table<Action>(
  'actions',
  (page) => page.actions,
  ({sources}) => sources.at(-1),
  {
    goal: ({goal}) => goal,
    action: ({id}) => id,
    what: ({what}) => what,
    who: ({who}) => who,
    planned_for: ({by}) => by,
    moved_from: ({movedFrom}) => list(movedFrom),
    done: ({done}) => done,
    done_on: ({doneOn}) => doneOn,
    was_planned_before: ({past}) => past,
  },
)

const resources = table<Resource>(
  'resources',
  (page) => page.resources,
  ({sources}) => sources.at(-1),
  {
    resource: ({id}) => id,
    name: ({name}) => name,
    kind: ({kind}) => kind,
    group: ({group}) => group,
    status: ({status}) => status,
    status_since: ({history}) => history.at(-1)?.on,
    last_heard: ({lastHeard}) => lastHeard,
    next: ({next}) => next,
    next_by: ({nextBy}) => nextBy,
    worth_asking_about: ({askAbout}) => askAbout,
    goals: ({goals}) => list(goals),
  },
)

export const CSV_TABLES: readonly CsvTable[] = [sessions, goals, actions, resources]
