import {counted} from '../core/text/counted.ts'
import {shownPath} from './select-notes.ts'
import {CommandError, type Shell} from './shell.ts'
import type {OutputResult} from './write-outputs.ts'

/**
 * Tells what became of files: a line for each that was touched, and one that counts them all.
 * @throws CommandError with what was kept, and why.
 */
export function tellOutputs(
  shell: Shell,
  results: readonly OutputResult[],
  {what, asOf}: {readonly what: string; readonly asOf: string | undefined},
): void {
  for (const {what: done, path} of results)
    if (done === 'written' || done === 'removed') shell.err(`${done}  ${shownPath(path, shell.cwd)}\n`)
  shell.err(`${outputCounts(results, what)}${asOf === undefined ? '' : `, as of ${asOf}`}\n`)
  const kept = results.filter((result) => result.what === 'kept')
  if (kept.length > 0)
    throw new CommandError(
      kept.map(({path, reason}) => `${shownPath(path, shell.cwd)} ${reason ?? 'stays as it is'}.`).join('\n'),
    )
}

/** `3 pages: 1 written, 2 unchanged` */
function outputCounts(results: readonly OutputResult[], what: string): string {
  const of = (done: OutputResult['what']): number => results.filter((result) => result.what === done).length
  const parts = (['written', 'unchanged', 'kept', 'removed'] as const)
    .filter((done) => of(done) > 0)
    .map((done) => `${of(done)} ${done}`)
  return `${counted(results.length - of('removed'), what)}${parts.length > 0 ? `: ${parts.join(', ')}` : ''}`
}
