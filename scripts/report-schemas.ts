import {BOXES_VERSION} from '../src/cli/boxes-json.ts'
import {BOX_ITEMS} from '../src/core/record/record-profile.ts'
import {DOCTOR_VERSION} from '../src/cli/doctor-json.ts'
import type {Schema} from './note-schema.ts'
import {COUNT, DAY, LINE, list, object, TEXT, titled, versionOf, YES_NO} from './output-schemas.ts'

const SEVERITY: Schema = {enum: ['error', 'warning', 'information']}

const doctor = titled(
  'what needs a look in a folder, as JSON',
  'What `strengths doctor --format json` writes: kinds and places, and no words of any note.',
  object({
    version: versionOf(DOCTOR_VERSION),
    files: COUNT,
    notes: COUNT,
    people: COUNT,
    generated: {description: 'Pages that this tool made.', ...COUNT},
    findings: list(
      object({
        code: TEXT,
        means: TEXT,
        severity: SEVERITY,
        places: list(object({file: {description: 'Path relative to the folder.', ...TEXT}, line: LINE})),
      }),
    ),
    configuration: object({
      found: YES_NO,
      problems: list(object({file: TEXT, line: LINE, message: TEXT})),
    }),
  }),
)

const position: Schema = object({
  line: LINE,
  column: {description: 'Counted from 1, in UTF-16 units.', type: 'integer', minimum: 1},
  offset: {description: 'From the start of the file, in UTF-16 units.', ...COUNT},
})

const lint = titled(
  'findings, as JSON',
  'What `strengths lint --format json` writes: one object a file, those without findings too.',
  list(
    object({
      file: TEXT,
      findings: list(
        object({
          rule: {description: 'Its id; it stays the same.', ...TEXT},
          category: TEXT,
          severity: {enum: ['error', 'warning', 'information', 'hint']},
          message: TEXT,
          text: {description: 'The words that it is about.', ...TEXT},
          start: position,
          end: position,
          offers: list(
            object({
              kind: {
                description: 'apply: safe to take as it is; ask: has a blank for the writer to fill.',
                enum: ['apply', 'ask'],
              },
              text: TEXT,
            }),
          ),
        }),
      ),
    }),
  ),
)

const boxes = titled(
  'a note in the boxes of a record system, as JSON',
  'What `strengths ehr --json` writes.',
  object(
    {
      version: versionOf(BOXES_VERSION),
      client: TEXT,
      format: {description: 'The id of the profile.', ...TEXT},
      boxes: list(
        object({
          id: TEXT,
          title: TEXT,
          isEmpty: YES_NO,
          text: TEXT,
          lines: list(object({text: TEXT, line: LINE})),
        }),
      ),
      kept: {description: 'Items that the writer keeps from such a record.', ...COUNT},
      unplaced: {
        description: 'Things the note says that no box of the profile takes.',
        ...list({enum: Object.keys(BOX_ITEMS)}),
      },
    },
    {date: DAY},
  ),
  ['day'],
)

/** What else the command line writes for other programs, by the name of its schema. */
export const reportSchemas: Readonly<Record<string, Schema>> = {doctor, lint, boxes}
