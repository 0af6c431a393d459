import type {CivilDate} from '../time/civil-date.ts'
import type {Audience, GoalStatus, ResourceStatus} from './record-words.ts'
import type {Said} from './said.ts'
import type {Span} from '../text/span.ts'

/** One entry of a list in a record: where it stands, and whom the writer said it may be shown to. */
export interface Item {
  readonly span: Span
  /** Only what the writer said; an audience that is absent follows the settings. */
  readonly share: Readonly<Partial<Record<Audience, boolean>>>
}

export interface StrengthItem extends Item {
  readonly name: Said<string>
  readonly evidence: Said<string> | undefined
  /** conversation, observation, via … as typed. */
  readonly source: Said<string> | undefined
  readonly namedBy: Said<string> | undefined
  readonly rank: Said<number> | undefined
  readonly usedFor: readonly Said<string>[]
}

export interface SkillItem extends Item {
  readonly name: Said<string>
  readonly from: Said<string> | undefined
  readonly useFor: readonly Said<string>[]
}

export interface ResourceItem extends Item {
  readonly id: Said<string> | undefined
  /** The id where no name is given. */
  readonly name: Said<string>
  readonly kind: Said<string> | undefined
  readonly status: Said<ResourceStatus> | undefined
  readonly contact: Said<string> | undefined
  readonly next: Said<string> | undefined
  readonly nextBy: Said<CivilDate> | undefined
  readonly for: readonly Said<string>[]
  readonly note: Said<string> | undefined
}

/** A place on the person's own scale, or another's; the two are never mixed. */
export interface ProgressItem {
  readonly span: Span
  readonly rating: Said<number> | undefined
  /** The top of the scale, 10 where nothing else is said. */
  readonly of: number
  readonly by: Said<string> | undefined
  readonly says: Said<string> | undefined
}

export interface ActionItem extends Item {
  readonly id: Said<string> | undefined
  readonly what: Said<string>
  readonly who: Said<string> | undefined
  readonly by: Said<CivilDate> | undefined
  /** A day, or yes (the day of the note), or no. */
  readonly done: Said<CivilDate | boolean> | undefined
}

export interface GoalItem extends Item {
  readonly id: Said<string> | undefined
  readonly words: Said<string> | undefined
  readonly was: readonly Said<string>[]
  readonly became: readonly Said<string>[]
  readonly status: Said<GoalStatus> | undefined
  readonly since: Said<CivilDate> | undefined
  readonly strengths: readonly Said<string>[]
  readonly resources: readonly Said<string>[]
  readonly progress: ProgressItem | undefined
  readonly actions: readonly ActionItem[]
  readonly planGoal: Said<string> | undefined
  /** The part of life it belongs to. */
  readonly domain: Said<string> | undefined
}

export interface WinItem extends Item {
  readonly what: Said<string>
  readonly strengths: readonly Said<string>[]
  readonly goals: readonly Said<string>[]
}

export interface PreferenceItem extends Item {
  readonly about: Said<string> | undefined
  readonly says: Said<string>
}

/** A story or a reflection: text alone. */
export interface TextItem extends Item {
  readonly text: Said<string>
}

export interface AffirmationItem extends Item {
  readonly said: Said<string>
  readonly reply: Said<string> | undefined
}

export interface FeedbackItem extends Item {
  readonly from: Said<string> | undefined
  readonly said: Said<string>
}

export interface AssessmentItem extends Item {
  readonly tool: Said<string>
  readonly on: Said<CivilDate> | undefined
  /** In the order given, highest first for `top`; `score` as typed. */
  readonly results: readonly {readonly name: Said<string>; readonly score: Said<string> | undefined}[]
}

export interface FollowUpItem extends Item {
  readonly on: Said<CivilDate> | undefined
  readonly start: Said<string> | undefined
  readonly place: Said<string> | undefined
  readonly about: Said<string> | undefined
}

/** Every item of a person's lists, list by list; the steps of a goal are not among them. */
export const itemsIn = (part: PersonalRecord): readonly Item[] => [
  ...part.strengths,
  ...part.skills,
  ...part.resources,
  ...part.goals,
  ...part.wins,
  ...part.preferences,
  ...part.stories,
  ...part.reflections,
  ...part.affirmations,
  ...part.feedback,
  ...part.assessments,
  ...part.followUps,
]

/** What a note says of one person: at the top of a note about one, under `each` in a group note. */
export interface PersonalRecord {
  readonly strengths: readonly StrengthItem[]
  readonly skills: readonly SkillItem[]
  readonly resources: readonly ResourceItem[]
  readonly goals: readonly GoalItem[]
  readonly wins: readonly WinItem[]
  readonly preferences: readonly PreferenceItem[]
  readonly stories: readonly TextItem[]
  readonly reflections: readonly TextItem[]
  readonly affirmations: readonly AffirmationItem[]
  readonly feedback: readonly FeedbackItem[]
  readonly assessments: readonly AssessmentItem[]
  readonly followUps: readonly FollowUpItem[]
}
