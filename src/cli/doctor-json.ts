import type {FolderHealth} from './look-over.ts'
import {shownPath} from './select-notes.ts'
import type {Shell} from './shell.ts'

/** Raised when a program that reads an earlier version could be misled. `schema/doctor.schema.json` has its shape. */
export const DOCTOR_VERSION = 1

/** What needs a look, as JSON: kinds and places alone. */
export function doctorJson(
  {notes, people, files, generated, findings, configuration}: FolderHealth,
  shell: Shell,
): string {
  const data = {
    version: DOCTOR_VERSION,
    files,
    notes,
    people,
    generated,
    findings,
    configuration: {
      found: configuration.root !== undefined,
      problems: configuration.problems.map(({file, line, message}) => ({
        file: shownPath(file, shell.cwd),
        line,
        message,
      })),
    },
  }
  return `${JSON.stringify(data, undefined, 2)}\n`
}
