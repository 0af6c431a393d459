import {groupOfKind, RESOURCE_GROUPS} from './record-words.ts'
import {
  ABOUT_CHOICES,
  AUDIENCE_CHOICES,
  DOMAIN_CHOICES,
  GOAL_STATUS_CHOICES,
  NAMED_BY_CHOICES,
  RATED_BY_CHOICES,
  RESOURCE_STATUS_CHOICES,
  SOURCE_CHOICES,
  TOOL_CHOICES,
  WHO_CHOICES,
} from './vocabulary-choices.ts'
import {
  anyOrOneOf,
  DATE,
  id,
  listOf,
  NUMBER,
  oneOf,
  PROSE,
  record,
  TIME,
  WORDS,
  YES_NO,
  type Choice,
  type Key,
  type Vocabulary,
} from './vocabulary-form.ts'

const RESOURCE_KIND_CHOICES: readonly Choice[] = Object.values(RESOURCE_GROUPS)
  .flat()
  .map((value) => ({value, means: `${groupOfKind(value) ?? ''} resource`}))

const SHARE: Key = {
  form: record(undefined, {
    client: {form: YES_NO, about: AUDIENCE_CHOICES[0].means, example: 'yes'},
    team: {form: YES_NO, about: AUDIENCE_CHOICES[1].means, example: 'yes'},
    outside: {form: YES_NO, about: AUDIENCE_CHOICES[2].means, example: 'no'},
  }),
  about: 'Whom this one item may be shown to; without it the settings decide.',
  example: '{client: yes, team: yes, outside: no}',
}

const GOALS_LINKED: Key = {
  form: listOf(id('goal')),
  about: 'The goals that it serves, by id or in their words.',
  example: '[g-work]',
}
const STRENGTHS_LINKED: Key = {
  form: listOf(id('strength')),
  about: 'The strengths behind it.',
  example: '[persistence]',
}

const STRENGTH_KEYS = {
  name: {
    form: id('strength'),
    about: "The strength, in the person's own word if they gave one.",
    example: 'persistence',
  },
  evidence: {
    form: PROSE,
    about: 'What was seen or heard that shows it.',
    example: '"Called the union hall three times in one week"',
  },
  source: {form: anyOrOneOf(SOURCE_CHOICES), about: 'How it came to be known.', example: 'conversation'},
  named_by: {form: anyOrOneOf(NAMED_BY_CHOICES), about: 'Who gave it its name.', example: 'person'},
  rank: {form: NUMBER, about: 'Its place in the result of an assessment.', example: '3'},
  used_for: {...GOALS_LINKED, about: 'The goals that it is being used for.'},
  share: SHARE,
} as const satisfies Vocabulary

const SKILL_KEYS = {
  name: {form: id('skill'), about: 'What the person can do.', example: 'cabinet making'},
  from: {form: PROSE, about: 'Where they learned it.', example: 'eleven years in a joinery shop'},
  use_for: {...GOALS_LINKED, about: 'The goals that it could help with.', also: ['used_for']},
  share: SHARE,
} as const satisfies Vocabulary

const RESOURCE_KEYS = {
  name: {form: PROSE, about: 'What it is called.', example: 'Tuesday mutual-help meeting'},
  id: {form: id('resource'), about: 'A short name that other lines can point to.', example: 'union-hall'},
  kind: {
    form: anyOrOneOf(RESOURCE_KIND_CHOICES),
    about: 'What kind of support it is.',
    example: 'peer-group',
  },
  status: {
    form: oneOf(RESOURCE_STATUS_CHOICES),
    about: 'Where it stands.',
    example: 'active',
    also: ['state'],
  },
  contact: {form: PROSE, about: 'Whom to ask for there.', example: 'training desk'},
  next: {form: PROSE, about: 'What comes next with it.', example: 'Hears back about the class'},
  next_by: {form: DATE, about: 'The day by which that is expected.', example: '2026-07-28'},
  for: {...GOALS_LINKED, about: 'The goals that it is there for.'},
  note: {form: PROSE, about: 'Anything else worth knowing.', example: 'Drives her on Tuesdays'},
  share: SHARE,
} as const satisfies Vocabulary

const ACTION_KEYS = {
  what: {form: PROSE, about: 'One small step.', example: '"Call the union hall about the July class"'},
  id: {form: id('action'), about: 'A short name, so that later notes mean the same step.', example: 'a1'},
  who: {form: anyOrOneOf(WHO_CHOICES), about: 'Who does it.', example: 'person'},
  by: {form: DATE, about: 'The day by which.', example: '2026-07-21', also: ['due']},
  done: {
    form: {kind: 'date-or-yes-no'},
    about: 'The day it was done; yes means the day of this note.',
    example: '2026-07-13',
  },
  share: SHARE,
} as const satisfies Vocabulary

const PROGRESS_KEYS = {
  rating: {form: NUMBER, about: 'Where they put themselves on the scale.', example: '6'},
  of: {form: NUMBER, about: 'The top of the scale; 10 where nothing else is said.', example: '10'},
  by: {form: oneOf(RATED_BY_CHOICES), about: 'Whose number it is.', example: 'person'},
  says: {form: PROSE, about: 'What makes it that number.', example: '"It was a three in May."'},
} as const satisfies Vocabulary

const GOAL_KEYS = {
  words: {
    form: PROSE,
    about: 'The goal as the person says it.',
    example: '"I want to work with my hands again"',
  },
  id: {form: id('goal'), about: 'A short name that stays when the words change.', example: 'g-work'},
  status: {form: oneOf(GOAL_STATUS_CHOICES), about: 'Where it stands.', example: 'active', also: ['state']},
  since: {form: DATE, about: 'The day from which that holds.', example: '2026-05-05'},
  strengths: STRENGTHS_LINKED,
  resources: {
    form: listOf(id('resource')),
    about: 'The resources that help with it.',
    example: '[union-hall]',
  },
  progress: {
    form: record(undefined, PROGRESS_KEYS),
    about: "A place on the person's own scale: 6, 6/10, or with whose number it is.",
    example: '{rating: 6, of: 10, by: person, says: "It was a three in May."}',
  },
  actions: {
    form: listOf(record('what', ACTION_KEYS)),
    about: 'Small steps: what, who, by when.',
    example: '[{what: Call the union hall, who: person, by: 2026-07-21}]',
    also: ['action', 'steps', 'step', 'next_steps'],
  },
  was: {form: listOf(id('goal')), about: 'The id it had before.', example: 'g-job'},
  became: {form: listOf(id('goal')), about: 'The goal that took its place.', example: 'g-own-shop'},
  plan_goal: {form: WORDS, about: "Its number in the agency's plan.", example: 'ISP-2'},
  domain: {form: anyOrOneOf(DOMAIN_CHOICES), about: 'The part of life it belongs to.', example: 'purpose'},
  share: SHARE,
} as const satisfies Vocabulary

/** The keys that speak of one person: at the top of a note about one, under `each` in a group note. */
export const PERSONAL_KEYS = {
  strengths: {
    form: listOf(record('name', STRENGTH_KEYS, 'evidence')),
    about: 'What the person is good at or is like, each with what was seen.',
    example: '[persistence, humor]',
    strategy: 'strengths-assessment',
    also: ['strength'],
  },
  goals: {
    form: listOf(record('words', GOAL_KEYS)),
    about: 'What the person wants, in their words, with small steps.',
    example: '["I want to work with my hands again"]',
    strategy: 'goal-setting',
    also: ['goal'],
  },
  resources: {
    form: listOf(record('name', RESOURCE_KEYS)),
    about: 'People, places and things to draw on, and where each stands.',
    example: '[{name: sister, kind: family, status: active}]',
    strategy: 'resource-mapping',
    also: ['resource', 'supports', 'natural_supports'],
  },
  wins: {
    form: listOf(
      record('what', {
        what: {form: PROSE, about: 'What went well.', example: '"Union hall put her on the list"'},
        strengths: STRENGTHS_LINKED,
        goals: GOALS_LINKED,
        share: SHARE,
      }),
    ),
    about: 'What went well, however small.',
    example: '["Union hall put her on the July 28 list"]',
    strategy: 'celebrating-progress',
    also: ['win'],
  },
  skills: {
    form: listOf(record('name', SKILL_KEYS)),
    about: 'What the person can do, where they learned it and where it could help.',
    example: '[cabinet making, reading blueprints]',
    strategy: 'skill-identification',
    also: ['skill'],
  },
  stories: {
    form: listOf(
      record('text', {
        text: {form: PROSE, about: 'The story.', example: '"How he taught himself to weld"'},
        share: SHARE,
      }),
    ),
    about: 'Stories of success, pride and coming through, as they were told.',
    example: '["How he taught himself to weld"]',
    strategy: 'active-exploration',
    also: ['story'],
  },
  affirmations: {
    form: listOf(
      record('said', {
        said: {form: PROSE, about: 'What you said back.', example: '"Three calls, and you kept going."'},
        reply: {form: PROSE, about: 'What the person said to it.', example: '"Huh. I did do that."'},
        share: SHARE,
      }),
    ),
    about: 'What you saw the person do and said back to them.',
    example: '["I told her what I saw: three calls"]',
    strategy: 'reflective-listening',
    also: ['affirmation'],
  },
  feedback: {
    form: listOf(
      record('said', {
        said: {form: PROSE, about: 'What they said.', example: '"You make people feel welcome"'},
        from: {form: WORDS, about: 'Who said it, by role.', example: 'a peer in the Tuesday group'},
        share: SHARE,
      }),
    ),
    about: 'What peers and others gave back to the person.',
    example: '[{from: a peer in the Tuesday group, said: "You make people feel welcome"}]',
    strategy: 'peer-feedback',
  },
  reflections: {
    form: listOf(
      record('text', {
        text: {form: PROSE, about: 'What the person sees in it.', example: '"Now I walk while it rings."'},
        share: SHARE,
      }),
    ),
    about: 'What the person sees in how they coped.',
    example: '["I used to hang up. Now I walk while it rings."]',
    strategy: 'self-reflection',
    also: ['reflection'],
  },
  assessments: {
    form: listOf(
      record('tool', {
        tool: {form: anyOrOneOf(TOOL_CHOICES), about: 'What was used.', example: 'VIA Character Strengths'},
        on: {form: DATE, about: 'The day it was taken.', example: '2026-06-30', also: ['date']},
        top: {
          form: listOf(id('strength')),
          about: 'What came first, in order.',
          example: '[humor, kindness]',
        },
        scores: {
          form: {kind: 'map', keys: 'strength', of: WORDS},
          about: 'Names with their scores.',
          example: '{total: 52}',
        },
        share: SHARE,
      }),
    ),
    about: 'Strengths tools that were used, with their day and what came first.',
    example: '[{tool: VIA Character Strengths, on: 2026-06-30, top: [humor, kindness]}]',
    strategy: 'strengths-assessment',
    also: ['assessment', 'strengths_assessment'],
  },
  preferences: {
    form: listOf(
      record('says', {
        says: {form: PROSE, about: 'What they prefer, in their words.', example: '"Text me first."'},
        about: {form: anyOrOneOf(ABOUT_CHOICES), about: 'What it is about.', example: 'contact'},
        share: SHARE,
      }),
    ),
    about: 'How the person wants to be met, reached and spoken with.',
    example: '[{about: contact, says: "Text me first."}]',
    also: ['preference'],
  },
  follow_up: {
    form: listOf(
      record('about', {
        on: {form: DATE, about: 'The day you agreed on.', example: '2026-07-21', also: ['date']},
        start: {form: TIME, about: 'The time of day.', example: '14:00', also: ['time']},
        place: {form: PROSE, about: 'Where, in words.', example: 'public library'},
        about: {form: PROSE, about: 'What for.', example: 'pre-apprenticeship form'},
        share: SHARE,
      }),
    ),
    about: 'When you meet next; it can go to a calendar.',
    example: '{on: 2026-07-21, start: 14:00, place: public library}',
    also: ['followup', 'follow_ups', 'next_meeting'],
  },
} as const satisfies Vocabulary
