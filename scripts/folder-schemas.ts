import {ROUNDINGS} from '../src/core/time/units.ts'
import {CATEGORIES} from '../src/lint/entry.ts'
import {GUARDS} from '../src/lint/guards/index.ts'
import type {Schema} from './note-schema.ts'
import {profileSchema} from './profile-schema.ts'

const HEAD = {$schema: 'http://json-schema.org/draft-07/schema#'}
const TEXT: Schema = {type: ['string', 'number']}
const TEXTS: Schema = {anyOf: [TEXT, {type: 'array', items: TEXT}, {type: 'null'}]}
const SEVERITIES = ['error', 'warning', 'information', 'hint']

const config: Schema = {
  ...HEAD,
  title: 'Strengths Notes: config.yml',
  type: ['object', 'null'],
  properties: {
    rules: {
      description: 'What single rules weigh, by the id of a rule, of its group or of its category.',
      examples: [{label: 'information', relapse: 'off'}],
      type: ['object', 'null'],
      additionalProperties: {enum: ['off', false, ...SEVERITIES]},
    },
  },
}

const clients: Schema = {
  ...HEAD,
  title: 'Strengths Notes: clients.yml',
  description: 'One id a line. Ids under `also` mean the same person.',
  type: ['object', 'null'],
  additionalProperties: {
    type: ['object', 'null'],
    properties: {
      also: {description: 'Other ids of this person.', ...TEXTS},
      name: {description: 'Their name, where the key is kept here; a check tells it in a note.', ...TEXTS},
      names: {description: 'Their names.', ...TEXTS},
    },
  },
}

const specialists: Schema = {
  ...HEAD,
  title: 'Strengths Notes: specialists.yml',
  description: 'One id a line, with the name that stands under printed notes.',
  type: ['object', 'null'],
  additionalProperties: {
    anyOf: [
      {type: 'string'},
      {
        type: 'object',
        properties: {
          name: {description: 'As it is printed.', type: 'string'},
          credential: {description: 'Such as CPRS.', type: 'string'},
          supervisor: {description: 'The id of the supervisor.', ...TEXT},
        },
      },
    ],
  },
}

const window: Schema = {
  type: 'string',
  pattern: '^(?:[Ss]ame day|\\d{1,4} ?(?:h|hours?|days?|(?:business|working) days?))$',
  examples: ['same day', '72 hours', '3 business days'],
}
const payer = {
  unit_minutes: {description: 'The minutes of one unit.', type: 'integer', minimum: 1, maximum: 1440},
  rounding: {description: 'How minutes become units.', enum: ROUNDINGS},
  per: {description: 'Whether each contact is rounded, or the sum of a day.', enum: ['contact', 'day']},
  limit_per_day: {description: 'The most units of a day.', type: 'integer', minimum: 1, maximum: 1440},
  late_after: {description: 'A note written later than this is a late entry.', ...window},
  late_until: {description: 'The last that a note may be written.', ...window},
}

const policy: Schema = {
  ...HEAD,
  title: 'Strengths Notes: policy.yml',
  description: "An agency's rules about time, units and notices. Nothing is asked that does not stand here.",
  type: ['object', 'null'],
  properties: {
    ...payer,
    payers: {
      description: 'Rules of single payers; what they leave out follows the rest of this file.',
      type: ['object', 'null'],
      additionalProperties: {type: ['object', 'null'], properties: payer},
    },
    holidays: {
      description: 'Days that are no business days.',
      type: ['array', 'string', 'null'],
      items: {type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$'},
    },
    part2: {
      description: 'Whether a 42 CFR Part 2 notice goes with what is handed out.',
      anyOf: [
        {enum: [true, false, 'yes', 'no', 'on', 'off', null]},
        {
          type: 'object',
          properties: {notice: {description: 'A file in .strengths with its wording.', type: 'string'}},
        },
      ],
    },
  },
}

const surroundings: Schema = {
  type: 'object',
  properties: {before: TEXTS, after: TEXTS, sentence: TEXTS},
  additionalProperties: false,
}
const offer: Schema = {
  type: 'object',
  properties: {
    apply: {description: 'Safe in bulk.', type: 'string'},
    ask: {description: 'Needs the writer; what they fill in stands in square brackets.', type: 'string'},
  },
  minProperties: 1,
  maxProperties: 1,
  additionalProperties: false,
}
const entry: Schema = {
  type: 'object',
  properties: {
    phrases: {description: 'What is looked for.', ...TEXTS},
    forms: {
      description: 'Words that inflect.',
      type: 'object',
      additionalProperties: {enum: ['noun', 'verb']},
    },
    offers: {description: 'What could stand there.', anyOf: [offer, {type: 'array', items: offer}]},
    why: {description: 'The reason, in one plain sentence.', type: 'string'},
    severity: {enum: SEVERITIES},
    sources: {description: 'Codes of published guides.', ...TEXTS},
    unless: {description: 'Words beside it with which it is left alone.', ...surroundings},
    only: {description: 'Words beside it without which it is left alone.', ...surroundings},
    'scare-quotes': {description: 'Whether quotation marks do not excuse it.', type: 'boolean'},
    despite: {
      description: 'Guards that do not hold it back.',
      anyOf: [{enum: GUARDS.map(({id}) => id)}, {type: 'array', items: {enum: GUARDS.map(({id}) => id)}}],
    },
    flagged: {description: 'Sentences in which it is told, the place in square brackets.', ...TEXTS},
    'left-alone': {description: 'Sentences in which it is not told.', ...TEXTS},
    becomes: {
      description: 'Sentences and what the first offer makes of them.',
      type: 'object',
      additionalProperties: TEXT,
    },
  },
  required: ['phrases'],
  additionalProperties: false,
}

const language: Schema = {
  ...HEAD,
  title: 'Strengths Notes: a language pack',
  type: 'object',
  properties: {
    category: {enum: [...CATEGORIES, 'strength']},
    effect: {description: 'What phrases of this category do, after “A phrase here”.', type: 'string'},
    why: {description: 'The reason of entries that give none.', type: 'string'},
    entries: {type: 'object', additionalProperties: entry},
    classes: {
      description: 'Words that phrases name as <class>.',
      type: 'object',
      additionalProperties: {
        anyOf: [
          {type: 'array', items: TEXT},
          {type: 'object', additionalProperties: {type: ['string', 'number', 'null']}},
        ],
      },
    },
    names: {description: 'Names that hold a word which is told elsewhere.', ...TEXTS},
  },
  dependencies: {entries: ['category']},
  additionalProperties: false,
}

/** The files of `.strengths`, by the name of their schema. */
export const folderSchemas: Readonly<Record<string, Schema>> = {
  config,
  clients,
  specialists,
  policy,
  language,
  ehr: profileSchema,
}
