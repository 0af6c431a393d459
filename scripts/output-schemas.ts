import {readFileSync} from 'node:fs'
import {STRATEGIES} from '../src/core/record/vocabulary-form.ts'
import {JSON_VERSION} from '../src/summary/formats/json.ts'
import {GENERATED_WORDS} from '../src/summary/formats/generated.ts'
import type {Schema} from './note-schema.ts'

/** What the export says of days, places in notes and policies holds for every output. */
const exported = JSON.parse(
  readFileSync(new URL('../schema/summary.schema.json', import.meta.url), 'utf8'),
) as {
  readonly properties: Readonly<Record<string, Schema>>
  readonly definitions: Readonly<Record<string, Schema>>
}

export const TEXT: Schema = {type: 'string'}
export const YES_NO: Schema = {type: 'boolean'}
export const COUNT: Schema = {type: 'integer', minimum: 0}
export const LINE: Schema = {description: 'Counted from 1.', type: 'integer', minimum: 1}
export const DAY: Schema = {$ref: '#/definitions/day'}
const EVIDENCE: Schema = {
  description: 'The places in notes that it rests on, oldest first.',
  ...list({$ref: '#/definitions/place'}),
}
const STRATEGY: Schema = {enum: Object.keys(STRATEGIES)}

export function list(items: Schema): Schema {
  return {type: 'array', items}
}

/** An object with these keys and no others; what is not known is absent. */
export const object = (
  required: Readonly<Record<string, Schema>>,
  optional: Readonly<Record<string, Schema>> = {},
): Schema => ({
  type: 'object',
  properties: {...required, ...optional},
  required: Object.keys(required),
  additionalProperties: false,
})

export const versionOf = (version: number): Schema => ({
  description: 'Raised when a program that reads an earlier one could be misled.',
  const: version,
})

/** The head of a schema, with the definitions that it refers to. */
export const titled = (
  title: string,
  description: string,
  body: Schema,
  definitions: readonly string[] = [],
): Schema => ({
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: `Strengths Notes: ${title}`,
  description,
  ...body,
  ...(definitions.length > 0 && {
    definitions: Object.fromEntries(definitions.map((name) => [name, exported.definitions[name]])),
  }),
})

const GENERATED: Schema = {const: GENERATED_WORDS}
const HEAD = {generated: GENERATED, version: versionOf(JSON_VERSION)}

const line: Schema = object(
  {text: TEXT, days: {description: 'Of the notes that it rests on.', ...list(DAY)}},
  {under: list({$ref: '#/definitions/line'})},
)
const table: Schema = object(
  {columns: list(TEXT), rows: list(object({cells: list(TEXT), days: list(DAY)}))},
  {title: TEXT},
)
const block: Schema = {anyOf: [object({lines: list({$ref: '#/definitions/line'})}, {title: TEXT}), table]}

const personPage = titled(
  'the page that a person keeps, as JSON',
  'What `strengths summary --for person --format json` writes: the words of the page and the days of the notes that they rest on, and no more.',
  object(
    {
      ...HEAD,
      reader: {const: 'person'},
      asOf: DAY,
      title: TEXT,
      facts: list(TEXT),
      sections: list(object({id: TEXT, title: TEXT, blocks: list(block)})),
      closing: list(TEXT),
    },
    {notice: object({title: TEXT, paragraphs: list(TEXT)})},
  ),
  ['day'],
)

const share: Schema = object({byPerson: COUNT, all: COUNT})
const taken: Schema = {
  description: 'Suggestions of an earlier text, and how many of them are there no more.',
  ...object({count: COUNT, of: COUNT}),
}
const shownIn: Schema = list(object({strategy: STRATEGY, notes: COUNT}))

const counts = {
  people: COUNT,
  sessions: {description: 'Contacts, a group once.', ...COUNT},
  minutes: {type: 'number', minimum: 0},
  withoutLength: COUNT,
  triedToReach: COUNT,
  lateEntries: COUNT,
  pastWindow: COUNT,
  withoutGoal: COUNT,
  goals: object({opened: COUNT, reached: COUNT, paused: COUNT}),
  strategies: shownIn,
  actions: share,
  strengthsNoted: COUNT,
  reviewItems: COUNT,
} satisfies Readonly<Record<string, Schema>>
const whereKnown = {
  units: {description: 'Where the policy names a rounding.', type: 'number', minimum: 0},
  medianDaysSinceContact: {type: 'number', minimum: 0},
} satisfies Readonly<Record<string, Schema>>

const figures = {
  notes: COUNT,
  words: COUNT,
  suggestions: COUNT,
  byCategory: list(object({category: TEXT, count: COUNT})),
  strengths: COUNT,
  strategies: shownIn,
  actions: share,
} satisfies Readonly<Record<string, Schema>>
const figuresKnown = {perThousand: {type: 'number', minimum: 0}, taken} satisfies Readonly<
  Record<string, Schema>
>
const month: Schema = {type: 'string', pattern: '^\\d{4}-\\d{2}$'}

const caseload = titled(
  'a caseload in numbers, as JSON',
  'What `strengths report --format json` writes. The numbers describe notes and not people; nobody is named unless counts for each person were asked for.',
  object(
    {
      ...HEAD,
      reader: {const: 'supervisor'},
      asOf: DAY,
      policy: exported.properties['policy'] ?? {},
      counts: object(counts, whereKnown),
    },
    {
      since: DAY,
      language: object(
        {words: COUNT, suggestions: COUNT},
        {
          taken,
          figures: object({
            all: object(figures, figuresKnown),
            teams: list(object({...figures, team: TEXT}, figuresKnown)),
            months: list(object({...figures, month}, figuresKnown)),
          }),
        },
      ),
      clients: {
        description: 'Only where it was asked for.',
        ...list(object({id: TEXT, ...counts}, {...whereKnown, daysSinceContact: COUNT})),
      },
    },
  ),
  ['day'],
)

const step: Schema = object(
  {what: TEXT, evidence: EVIDENCE},
  {who: TEXT, by: DAY, goal: TEXT, goalWords: TEXT},
)

const week = titled(
  'the next two weeks, as JSON',
  'What `strengths week --format json` writes, and the editor where it exports that page.',
  object(
    {
      version: versionOf(JSON_VERSION),
      asOf: DAY,
      until: DAY,
      people: list(
        object(
          {
            client: TEXT,
            meetings: list(object({on: DAY, evidence: EVIDENCE}, {start: TEXT, place: TEXT, about: TEXT})),
            steps: list(step),
            earlier: {description: 'Planned for a day before asOf.', ...list(step)},
            ask: {
              description: 'Resources worth asking about, and why.',
              ...list(
                object(
                  {id: TEXT, name: TEXT, why: {enum: ['quiet', 'next-step']}, evidence: EVIDENCE},
                  {status: TEXT, next: TEXT, nextBy: DAY, lastHeard: DAY},
                ),
              ),
            },
          },
          {specialist: TEXT, last: DAY},
        ),
      ),
    },
    {generated: GENERATED, specialist: TEXT},
  ),
  ['day', 'place'],
)

/** Pages as data, by the name of their schema; the working page has that of the export. */
export const outputSchemas: Readonly<Record<string, Schema>> = {
  'person-page': {...personPage, definitions: {...(personPage['definitions'] as Schema), line}},
  caseload,
  week,
}
