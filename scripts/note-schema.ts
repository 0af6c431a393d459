import {parse} from 'yaml'
import {NOTE_KEYS} from '../src/core/record/vocabulary.ts'
import {STRATEGIES, type Form, type Key, type Vocabulary} from '../src/core/record/vocabulary-form.ts'
import {PERSONAL_KEYS} from '../src/core/record/vocabulary-personal.ts'

export type Schema = Readonly<Record<string, unknown>>

const DATE: Schema = {type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$'}
const YES_NO: Schema = {enum: [true, false, 'yes', 'no', 'on', 'off', 'y', 'n']}
/** What a reader of YAML may have made of a word: `007` is a number to some. */
const WORDS: Schema = {type: ['string', 'number', 'boolean']}

/** Where one value says as much as the record that usually stands there. */
const SHORT: Readonly<Record<string, Schema>> = {
  progress: {type: ['string', 'number']},
  follow_up: DATE,
}

/** Schemas that stand in several places, by name. */
const shared: Record<string, Schema> = {}

/** A schema by its name, where it is the one that the name has. */
function named(name: string, schema: Schema): Schema {
  const known = (shared[name] ??= schema)
  return JSON.stringify(known) === JSON.stringify(schema) ? {$ref: `#/definitions/${name}`} : schema
}

/**
 * The frontmatter of a note as a JSON Schema: a note that it takes is read without a problem. What nobody has filled
 * in yet is null, and keys that it does not have are the writer's own.
 */
export const noteSchema: Schema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Strengths Notes: the frontmatter of a session note',
  description: 'Keys beside these are kept as they are. Everything but a client and a date may be left out.',
  type: 'object',
  properties: Object.fromEntries(
    Object.entries(NOTE_KEYS as Vocabulary).map(([name, key]) => [
      name,
      name in PERSONAL_KEYS ? {$ref: `#/definitions/${name}`} : keySchema(name, key),
    ]),
  ),
  allOf: [
    {anyOf: ['client', 'clients', 'each'].map((name) => ({required: [name]}))},
    {anyOf: ['date', 'amends', 'corrects'].map((name) => ({required: [name]}))},
  ],
  definitions: {
    ...Object.fromEntries(
      Object.entries(PERSONAL_KEYS as Vocabulary).map(([name, key]) => [name, keySchema(name, key)]),
    ),
    ...shared,
  },
}

function keySchema(name: string, {form, about, example, strategy}: Key): Schema {
  const served = strategy ? ` (${STRATEGIES[strategy]})` : ''
  return {
    description: about + served,
    examples: [parse(example) as unknown],
    anyOf: [...unique([...formSchemas(form, name), ...(SHORT[name] ? [SHORT[name]] : [])]), {type: 'null'}],
  }
}

/** The ways in which a form may be written. */
function formSchemas(form: Form, name: string): readonly Schema[] {
  switch (form.kind) {
    case 'id':
    case 'words':
    case 'prose':
      return [WORDS]
    case 'duration':
    case 'time':
      return [{type: ['string', 'number']}]
    case 'date':
      return [DATE]
    case 'moment':
      return [{type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}(?:[ T,].*)?$'}]
    case 'number':
      return [{type: 'number'}, {type: 'string', pattern: '^-?\\d+(?:\\.\\d+)?$'}]
    case 'yes-no':
      return [YES_NO]
    case 'date-or-yes-no':
      return [YES_NO, DATE]
    case 'choice': {
      const listed = {enum: form.choices.map(({value}) => value)}
      return form.open ? [listed, WORDS] : [listed]
    }
    case 'list': {
      const own = formSchemas(form.of, name)
      const items = form.of.kind === 'record' ? [named(`one-of-${name}`, {anyOf: own})] : own
      return [...items, {type: 'array', items: {anyOf: unique([...items, {type: 'null'}])}}]
    }
    case 'record': {
      const properties = Object.entries(form.keys).map(([name, key]) => {
        const schema = keySchema(name, key)
        return [name, name === 'share' ? named(name, schema) : schema] as const
      })
      return [
        ...(form.main === undefined ? [] : [WORDS]),
        {type: 'object', properties: Object.fromEntries(properties)},
      ]
    }
    case 'map':
      return [{type: 'object', additionalProperties: {anyOf: eachOf(form.of, name)}}]
  }
}

/** In a group note, each person's keys are those of a note about one. */
function eachOf(form: Form, name: string): readonly Schema[] {
  if (form.kind !== 'record' || form.keys !== PERSONAL_KEYS)
    return unique([...formSchemas(form, name), {type: 'null'}])
  const keys = Object.keys(form.keys).map((name) => [name, {$ref: `#/definitions/${name}`}])
  return [{type: 'object', properties: Object.fromEntries(keys) as Schema}, {type: 'null'}]
}

function unique(schemas: readonly Schema[]): readonly Schema[] {
  return [...new Map(schemas.map((schema) => [JSON.stringify(schema), schema])).values()]
}
