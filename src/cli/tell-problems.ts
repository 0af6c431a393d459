import type {Configuration} from '../folder/configuration.ts'
import {shownPath} from './select-notes.ts'
import type {Shell} from './shell.ts'

/** Tells what could not be read of a configuration, a line each; returns how many. */
export function tellProblems(
  {problems}: Pick<Configuration, 'problems'>,
  shell: Pick<Shell, 'cwd' | 'err'>,
): number {
  for (const {file, line, message} of problems)
    shell.err(`${shownPath(file, shell.cwd)}:${line}  ${message}\n`)
  return problems.length
}
