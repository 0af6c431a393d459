import {lstat, readdir, realpath, stat, unlink} from 'node:fs/promises'
import {sep} from 'node:path'
import {joinPath} from '../folder/file-system.ts'
import {isMadeHere} from '../summary/exports/made-here.ts'
import {createFile, disk, reasonOf, replaceFile} from './disk.ts'
import {regionIn, withRegion} from './page-region.ts'

/** A file on its way to the disk. */
export interface Output {
  /** Without a folder. */
  readonly name: string
  readonly content: string | Uint8Array
}

/** What became of a file. `kept`: it was not this tool's to write, or could not be written. */
export interface OutputResult {
  readonly name: string
  readonly path: string
  readonly what: 'written' | 'unchanged' | 'kept' | 'removed'
  /** Why it was kept, in a sentence's end: `was not made by this tool, …`. */
  readonly reason: string | undefined
}

/**
 * Writes files to a folder: only those that changed, each all at once, and never one that this tool did not make, a
 * read-only one, or one that a link leads out of the folder to. In a Markdown file of a person's own, what lies
 * between the marks of a region is renewed and all else stays.
 * @param isOld Says of a file that this tool made, and that is none of `outputs`, whether it goes.
 * @param standing Names of files that are as they should be, and are not to be looked at.
 */
export async function writeOutputs(
  folder: string,
  outputs: readonly Output[],
  isOld?: (name: string, text: string) => boolean,
  standing: readonly string[] = [],
): Promise<readonly OutputResult[]> {
  const results: OutputResult[] = []
  for (const output of outputs) {
    const path = joinPath(folder, output.name)
    const outcome = await writeOutput(folder, path, output).catch((error: unknown) => ({
      what: 'kept' as const,
      reason: `could not be written: ${reasonOf(error)}`,
    }))
    results.push({name: output.name, path, reason: undefined, ...outcome})
  }
  if (!isOld) return results
  const current = new Set([...outputs.map(({name}) => name), ...standing])
  return [...results, ...(await removeOld(folder, current, isOld))]
}

type Outcome = Pick<OutputResult, 'what'> & {readonly reason?: string}

const KEPT_AS_CHANGED: Outcome = {what: 'kept', reason: 'changed meanwhile, so it stays as it is'}

async function writeOutput(folder: string, path: string, {name, content}: Output): Promise<Outcome> {
  const entry = await lstat(path).catch(() => undefined)
  if (!entry) return (await createFile(path, content)) ? {what: 'written'} : KEPT_AS_CHANGED
  const reason = entry.isSymbolicLink() ? await whereLinkLeads(folder, path) : undefined
  if (reason !== undefined) return {what: 'kept', reason}
  const current = await disk.readFile(path)
  if (sameBytes(current, content)) return {what: 'unchanged'}
  const before = new TextDecoder('utf-8', {ignoreBOM: true}).decode(current)
  const isOurs = isMadeHere(name, before)
  const region = !isOurs && typeof content === 'string' && name.endsWith('.md') ? regionIn(before) : undefined
  if (!isOurs && !region)
    return {
      what: 'kept',
      reason: 'was not made by this tool, so it stays as it is; --out with another folder leaves both',
    }
  const next = region && typeof content === 'string' ? withRegion(before, region, content) : content
  if (sameBytes(current, next)) return {what: 'unchanged'}
  if (((await stat(path)).mode & 0o222) === 0)
    return {what: 'kept', reason: 'is read-only, so it stays as it is'}
  return (await replaceFile(path, next, current)) ? {what: 'written'} : KEPT_AS_CHANGED
}

/** Why a link is not followed; undefined where it stays in the folder. */
async function whereLinkLeads(folder: string, path: string): Promise<string | undefined> {
  const target = await realpath(path).catch(() => undefined)
  if (target === undefined) return 'is a link that leads to no file, so it stays as it is'
  return target.startsWith((await realpath(folder)) + sep)
    ? undefined
    : 'is a link that leads out of the folder, so what it leads to stays as it is'
}

const sameBytes = (bytes: Uint8Array, content: string | Uint8Array): boolean =>
  Buffer.from(bytes).equals(typeof content === 'string' ? Buffer.from(content) : content)

async function removeOld(
  folder: string,
  current: ReadonlySet<string>,
  isOld: (name: string, text: string) => boolean,
): Promise<OutputResult[]> {
  const entries = await readdir(folder, {withFileTypes: true}).catch(() => [])
  const results: OutputResult[] = []
  for (const name of entries.flatMap((entry) => (entry.isFile() ? entry.name : [])).toSorted()) {
    if (current.has(name)) continue
    const path = joinPath(folder, name)
    const bytes = await disk.readFile(path).catch(() => undefined)
    const text = bytes && new TextDecoder().decode(bytes)
    if (text === undefined || !isMadeHere(name, text) || !isOld(name, text)) continue
    const gone = await unlink(path).then(
      () => undefined,
      (error: unknown) => `could not be removed: ${reasonOf(error)}`,
    )
    results.push({name, path, what: gone === undefined ? 'removed' : 'kept', reason: gone})
  }
  return results
}
