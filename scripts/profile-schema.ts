import {BOX_ITEMS} from '../src/core/record/record-profile.ts'
import type {Schema} from './note-schema.ts'

const ITEMS = Object.keys(BOX_ITEMS)
const TEXT: Schema = {type: ['string', 'number']}
const lead = {description: 'A line before it, where there is anything.', ...TEXT}

const named = Object.entries(BOX_ITEMS).map(
  ([item, {values}]) => `${item}: ${values.map((value) => `{${value}}`).join(' ')}`,
)

const source: Schema = {
  anyOf: [
    {description: 'Items of the note, or the rest of its text.', enum: [...ITEMS, 'rest']},
    {
      type: 'object',
      properties: {
        take: {description: 'Items of the note, or the rest of its text.', enum: [...ITEMS, 'rest']},
        as: {
          description: `The words of each item; what stands in square brackets goes where its value is missing. ${named.join('; ')}`,
          ...TEXT,
        },
        lead,
      },
      required: ['take'],
      additionalProperties: false,
    },
    {
      type: 'object',
      properties: {
        headings: {
          description: 'The text below headings of these names.',
          anyOf: [TEXT, {type: 'array', items: TEXT}],
        },
        lead,
      },
      required: ['headings'],
      additionalProperties: false,
    },
  ],
}

/** What a file of `.strengths/ehr` may hold. */
export const profileSchema: Schema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Strengths Notes: the boxes of a record system',
  type: 'object',
  properties: {
    title: {description: 'What the format is called.', ...TEXT},
    about: {description: 'One plain line.', ...TEXT},
    boxes: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          title: {description: 'As the record system has it.', ...TEXT},
          id: {
            description: 'A short name for the command line; from the title where it is left out.',
            ...TEXT,
          },
          empty: {description: 'What it says where the note has nothing for it.', ...TEXT},
          from: {
            description: 'What fills it, in this order.',
            anyOf: [source, {type: 'array', items: source}],
          },
        },
        required: ['title', 'from'],
        additionalProperties: false,
      },
    },
  },
  required: ['boxes'],
  additionalProperties: false,
}
