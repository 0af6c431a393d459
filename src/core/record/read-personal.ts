import type {Fields} from './record-fields.ts'
import type {
  ActionItem,
  AffirmationItem,
  AssessmentItem,
  FeedbackItem,
  FollowUpItem,
  GoalItem,
  Item,
  PersonalRecord,
  PreferenceItem,
  ProgressItem,
  ResourceItem,
  SkillItem,
  StrengthItem,
  TextItem,
  WinItem,
} from './record-items.ts'
import type {Said} from './said.ts'
import {readTypedDate} from '../time/typed-date.ts'
import {GOAL_STATUS_CHOICES, RESOURCE_STATUS_CHOICES} from './vocabulary-choices.ts'

/** Reads the keys that speak of one person. */
export function readPersonal(fields: Fields): PersonalRecord {
  const all = <T>(key: string, read: (item: Fields) => T | undefined): T[] =>
    fields.items(key).flatMap((item) => read(item) ?? [])
  return {
    strengths: fields.items('strengths').flatMap(readStrengths),
    skills: all('skills', readSkill),
    resources: all('resources', readResource),
    goals: all('goals', readGoal),
    wins: all('wins', readWin),
    preferences: all('preferences', readPreference),
    stories: all('stories', readText),
    reflections: all('reflections', readText),
    affirmations: all('affirmations', readAffirmation),
    feedback: all('feedback', readFeedback),
    assessments: all('assessments', readAssessment),
    followUps: all('follow_up', readFollowUp),
  }
}

const itemOf = (fields: Fields): Item => ({span: fields.span, share: fields.share()})

/** The text at `key`, which an item cannot do without. */
function main(fields: Fields, key: string, preset: readonly string[] = []): Said<string> | undefined {
  const said = fields.text(key)
  if (!said && !fields.blankBut(preset))
    fields.report({
      code: 'note/value-unreadable',
      severity: 'information',
      span: fields.span,
      message: `With \`${key}\` beside it, this reaches the person's page.`,
    })
  return said
}

/** One strength, or several where a map pairs names with what was seen. */
export function readStrengths(fields: Fields): StrengthItem[] {
  const pairs = fields.pairs('name')
  const seen =
    pairs.length > 0
      ? pairs.map(({span, key, says}) => ({span, name: key, evidence: says}))
      : [{span: fields.span, name: main(fields, 'name'), evidence: fields.text('evidence')}]
  return seen.flatMap(({span, name, evidence}) =>
    name
      ? {
          ...itemOf(fields),
          span,
          name,
          evidence,
          source: fields.plain('source'),
          namedBy: fields.plain('named_by'),
          rank: fields.number('rank'),
          usedFor: fields.plains('used_for'),
        }
      : [],
  )
}

function readSkill(fields: Fields): SkillItem | undefined {
  const name = main(fields, 'name')
  return name && {...itemOf(fields), name, from: fields.text('from'), useFor: fields.plains('use_for')}
}

/** One item of `resources`. */
export function readResource(fields: Fields): ResourceItem | undefined {
  const id = fields.plain('id')
  const name = fields.text('name') ?? id ?? main(fields, 'name')
  return (
    name && {
      ...itemOf(fields),
      id,
      name,
      kind: fields.plain('kind'),
      status: fields.choice('status', RESOURCE_STATUS_CHOICES),
      contact: fields.text('contact'),
      next: fields.text('next'),
      nextBy: fields.date('next_by'),
      for: fields.plains('for'),
      note: fields.text('note'),
    }
  )
}

/** One item of `goals`. */
export function readGoal(fields: Fields): GoalItem | undefined {
  const id = fields.plain('id')
  const words = fields.text('words')
  const was = fields.plains('was')
  if (!id && !words && was.length === 0) {
    main(fields, 'words')
    return undefined
  }
  return {
    ...itemOf(fields),
    id,
    words,
    was,
    became: fields.plains('became'),
    status: fields.choice('status', GOAL_STATUS_CHOICES),
    since: fields.date('since'),
    strengths: fields.plains('strengths'),
    resources: fields.plains('resources'),
    progress: readProgress(fields),
    actions: fields.items('actions').flatMap((item) => readAction(item) ?? []),
    planGoal: fields.plain('plan_goal'),
    domain: fields.choiceOrTyped('domain'),
  }
}

/** `{rating: 6, of: 10, …}`, or `6`, or `6/10`. */
function readProgress(goal: Fields): ProgressItem | undefined {
  const fields = goal.map('progress')
  if (fields)
    return {
      span: fields.span,
      rating: fields.number('rating'),
      of: fields.number('of')?.value ?? 10,
      by: fields.choiceOrTyped('by'),
      says: fields.text('says'),
    }
  const typed = goal.text('progress')
  if (!typed) return undefined
  const [, rating, of] = /^(\d+(?:\.\d+)?)(?:\s*(?:\/|of)\s*(\d+))?$/.exec(typed.value) ?? []
  return rating === undefined
    ? {span: typed.span, rating: undefined, of: 10, by: undefined, says: typed}
    : {
        span: typed.span,
        rating: {value: Number(rating), span: typed.span},
        of: Number(of ?? 10),
        by: undefined,
        says: undefined,
      }
}

function readAction(fields: Fields): ActionItem | undefined {
  const what = main(fields, 'what')
  return (
    what && {
      ...itemOf(fields),
      id: fields.plain('id'),
      what,
      who: fields.plain('who'),
      by: fields.date('by'),
      done: fields.dateOrYesNo('done'),
    }
  )
}

/** One item of `wins`. */
export function readWin(fields: Fields): WinItem | undefined {
  const what = main(fields, 'what')
  return (
    what && {
      ...itemOf(fields),
      what,
      strengths: fields.plains('strengths'),
      goals: fields.plains('goals'),
    }
  )
}

function readPreference(fields: Fields): PreferenceItem | undefined {
  const says = main(fields, 'says', ['about'])
  return says && {...itemOf(fields), about: fields.plain('about'), says}
}

function readText(fields: Fields): TextItem | undefined {
  const text = main(fields, 'text')
  return text && {...itemOf(fields), text}
}

function readAffirmation(fields: Fields): AffirmationItem | undefined {
  const said = main(fields, 'said')
  return said && {...itemOf(fields), said, reply: fields.text('reply')}
}

function readFeedback(fields: Fields): FeedbackItem | undefined {
  const said = main(fields, 'said', ['from'])
  return said && {...itemOf(fields), from: fields.text('from'), said}
}

function readAssessment(fields: Fields): AssessmentItem | undefined {
  const tool = main(fields, 'tool')
  if (!tool) return undefined
  const scores = fields.pairs('scores').map(({key, says}) => ({name: key, score: says}))
  const top = fields.plains('top').map((name) => ({name, score: undefined}))
  return {...itemOf(fields), tool, on: fields.date('on'), results: [...top, ...scores]}
}

/** `{on: 2026-07-21, …}`, or the day alone. */
function readFollowUp(fields: Fields): FollowUpItem {
  const day = readTypedDate(fields.plain('about')?.value ?? '')
  const on = day ? fields.date('about') : fields.date('on')
  const about = day ? undefined : fields.text('about')
  return {...itemOf(fields), on, start: fields.time('start'), place: fields.text('place'), about}
}
