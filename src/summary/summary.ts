import type {CivilDate} from '../core/time/civil-date.ts'
import type {LinePlaces} from '../core/text/line-index.ts'
import type {Problem} from '../core/problem.ts'
import type {Audience, GoalStatus, ResourceGroup, ResourceStatus} from '../core/record/record-words.ts'
import type {SessionRecord} from '../core/record/record.ts'
import type {Span} from '../core/text/span.ts'
import type {Strategy} from '../core/record/vocabulary-form.ts'
import type {ReviewItem} from './review.ts'
import type {LateEntry, NoteConsent, ServiceDay, Session} from './session.ts'

export type {ReviewCode, ReviewItem} from './review.ts'
export type {LateEntry, NoteConsent, ServiceCode, ServiceDay, Session} from './session.ts'

/** One note of a folder as the fold takes it. */
export interface NoteInput {
  /** Path relative to the folder, with `/` between the parts. */
  readonly id: string
  readonly note: NoteLines
  readonly record: SessionRecord
  /** What could not be read of it; it goes to the review list. */
  readonly problems?: readonly Problem[]
  /** Strategies that its body shows; those that its frontmatter shows are seen by the fold. */
  readonly strategies?: readonly Strategy[]
}

/** A file of the folder that could not be read at all. */
export interface UnreadFile {
  readonly file: string
  /** Counted from 1. */
  readonly line: number
  /** One plain sentence. */
  readonly message: string
}

/** What a fold needs of a note besides its record; every `Note` has it. */
export interface NoteLines {
  /** Tells two notes of one name apart; an index that has one of each name leaves it empty. */
  readonly text: string
  readonly lines: LinePlaces
  readonly frontmatter: {readonly span: Span} | undefined
}

/** A place in a note that a line of a page rests on. */
export interface NoteRef {
  /** The note's own id: `note:` where it says one, else its path without the extension. */
  readonly note: string
  /** Path relative to the folder. */
  readonly file: string
  /** Lines are counted from 1. */
  readonly line: number
  readonly endLine: number
  /** The day of service; undefined for a note without one. */
  readonly date: CivilDate | undefined
}

/** A line of a page: what it says rests on `sources`, never none, oldest first. */
export interface Sourced {
  readonly sources: readonly NoteRef[]
  /** What the writers said about whom it may be shown to, the latest word for each audience. */
  readonly share: Readonly<Partial<Record<Audience, boolean>>>
}

export interface Summary {
  readonly asOf: CivilDate
  /** One page a person, by id. */
  readonly pages: readonly PersonPage[]
  /** Everything unsettled, with that of no one person's page too. */
  readonly review: readonly ReviewItem[]
}

/** What all of a person's notes say together, as of one day. */
export interface PersonPage {
  readonly client: string
  /** Every id that the notes have for the person and the client list joins, that of the page first. */
  readonly ids: readonly string[]
  readonly asOf: CivilDate
  /** Every note of the person in order, those that a correction replaced and those after `asOf` included. */
  readonly notes: readonly NoteEntry[]
  /** First and last day of the notes that count. */
  readonly first: CivilDate | undefined
  readonly last: CivilDate | undefined
  /** Every contact of the notes that count, in their order; undated ones first. */
  readonly sessions: readonly Session[]
  /** The minutes and units of each day and service, oldest first. */
  readonly serviceDays: readonly ServiceDay[]
  readonly goals: readonly Goal[]
  readonly strengths: readonly Strength[]
  readonly skills: readonly Skill[]
  readonly resources: readonly Resource[]
  /** Steps of all goals: the person's first, then the specialist's, then others'; planned ones by day. */
  readonly actions: readonly Action[]
  /** Meetings planned for `asOf` or later. */
  readonly followUps: readonly FollowUp[]
  /** Newest first, as are the next five. */
  readonly wins: readonly Win[]
  readonly stories: readonly Telling[]
  readonly reflections: readonly Telling[]
  readonly affirmations: readonly Telling[]
  readonly feedback: readonly Telling[]
  readonly preferences: readonly Preference[]
  readonly assessments: readonly Assessment[]
  readonly review: readonly ReviewItem[]
}

/** `counted`: on the page. `corrected`: another note stands in its place. `undated`: kept, its statuses left out. `later`: dated after the page's day. */
export type NoteStanding = 'counted' | 'corrected' | 'undated' | 'later'

export interface NoteEntry {
  readonly source: NoteRef
  readonly standing: NoteStanding
  readonly kind: string | undefined
  readonly mode: string | undefined
  readonly specialist: string | undefined
  readonly place: string | undefined
  /** How many people the note is about. */
  readonly people: number
  readonly consent: NoteConsent
  /** Strategies that the note shows for this person, in the order of the practice. */
  readonly strategies: readonly Strategy[]
  /** Id of the note that this one corrects or adds to. */
  readonly corrects: string | undefined
  readonly amends: string | undefined
  /** Id of the note that stands in this one's place. */
  readonly correctedBy: string | undefined
  readonly reason: string | undefined
  /** The day it was written, where the note says one. */
  readonly entered: CivilDate | undefined
  /** Set where the note was written after the day of service, or says that it is a late entry. */
  readonly late: LateEntry | undefined
}

export interface StatusChange<S extends string> extends Sourced {
  readonly status: S
  readonly on: CivilDate
  /** Goes on after it was reached, let go or paused. */
  readonly again: boolean
}

export interface Goal extends Sourced {
  readonly id: string
  /** The person's latest words; the id where no note has words. */
  readonly words: string
  /** Other words it was said in, first said first. */
  readonly earlierWords: readonly (Sourced & {
    readonly words: string
    readonly on: CivilDate | undefined
  })[]
  readonly status: GoalStatus
  /** Oldest first; empty where only undated notes speak of it. */
  readonly life: readonly StatusChange<GoalStatus>[]
  /** The day the notes give, else the first that mentions it. */
  readonly since: CivilDate | undefined
  readonly lastHeard: CivilDate | undefined
  /** An open goal that no note has mentioned for a while: the last day one did. */
  readonly quietSince: CivilDate | undefined
  /** Goals that this one became, by id. */
  readonly became: readonly string[]
  readonly planGoal: string | undefined
  /** The part of life it belongs to, as typed. */
  readonly domain: string | undefined
  /** Keys of strengths and of resources on this page; `name` shows where nothing more is known of one. */
  readonly strengths: readonly Linked[]
  readonly resources: readonly Linked[]
  /** Oldest first. */
  readonly progress: readonly Progress[]
}

export interface Linked extends Sourced {
  readonly id: string
  readonly name: string
}

export interface Progress extends Sourced {
  readonly on: CivilDate | undefined
  readonly rating: number | undefined
  readonly of: number
  readonly by: string | undefined
  readonly says: string | undefined
}

export interface Strength extends Sourced {
  /** Canonical name as a key: `love-of-learning`. */
  readonly id: string
  /** The person's own word where they named it, else the canonical name. */
  readonly name: string
  /** Other words that the notes use for it. */
  readonly alsoCalled: readonly string[]
  readonly namedByPerson: boolean
  /** How many notes saw it; 0 for one that only an assessment names. */
  readonly notes: number
  readonly first: CivilDate | undefined
  readonly last: CivilDate | undefined
  /** What was seen, oldest first. */
  readonly evidence: readonly (Sourced & {
    readonly text: string
    readonly on: CivilDate | undefined
  })[]
  readonly fromAssessments: readonly (Sourced & {
    readonly tool: string
    readonly on: CivilDate | undefined
    readonly rank: number | undefined
  })[]
}

export interface Skill extends Sourced {
  readonly name: string
  readonly from: string | undefined
  /** Goals it may help with, by id. */
  readonly goals: readonly string[]
}

export interface Resource extends Sourced {
  readonly id: string
  readonly name: string
  readonly kind: string | undefined
  /** Undefined for a kind of the writer's own, or none. */
  readonly group: ResourceGroup | undefined
  /** Undefined where no dated note says one. */
  readonly status: ResourceStatus | undefined
  readonly history: readonly StatusChange<ResourceStatus>[]
  readonly contact: string | undefined
  readonly next: string | undefined
  readonly nextBy: CivilDate | undefined
  readonly note: string | undefined
  /** Goals it serves, by id. */
  readonly goals: readonly string[]
  readonly lastHeard: CivilDate | undefined
  /** Worth asking about: nothing heard for the time its status gives, or the day of its next step is past. */
  readonly askAbout: 'quiet' | 'next-step' | undefined
}

export interface Action extends Sourced {
  readonly id: string | undefined
  readonly what: string
  /** `person`, `specialist`, or whoever the note names. */
  readonly who: string | undefined
  /** Id of its goal. */
  readonly goal: string
  readonly by: CivilDate | undefined
  /** Days it was planned for before, oldest first. */
  readonly movedFrom: readonly CivilDate[]
  readonly done: boolean
  /** The day it was done, where a note says one. */
  readonly doneOn: CivilDate | undefined
  /** Open, and planned for a day before `asOf`. */
  readonly past: boolean
}

export interface FollowUp extends Sourced {
  readonly on: CivilDate
  readonly start: string | undefined
  readonly place: string | undefined
  readonly about: string | undefined
}

export interface Win extends Sourced {
  readonly what: string
  readonly on: CivilDate | undefined
  /** By key, where the page knows it. */
  readonly strengths: readonly string[]
  readonly goals: readonly string[]
}

/** A story, a reflection, an affirmation or feedback. */
export interface Telling extends Sourced {
  readonly text: string
  readonly on: CivilDate | undefined
  /** Who gave feedback. */
  readonly from: string | undefined
  /** What the person answered to an affirmation. */
  readonly reply: string | undefined
}

export interface Preference extends Sourced {
  readonly about: string | undefined
  readonly says: string
}

export interface Assessment extends Sourced {
  readonly tool: string
  readonly on: CivilDate | undefined
  readonly results: readonly {readonly name: string; readonly score: string | undefined}[]
}
