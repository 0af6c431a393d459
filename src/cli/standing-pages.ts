import {stat} from 'node:fs/promises'
import type {OutputResult} from './write-outputs.ts'

/** A file as it was left: who touches it changes one of these. */
interface Left {
  readonly source: object
  readonly modified: number
  readonly size: number
}

/** Which pages of earlier runs still stand in their files, so that they are neither made nor read again. */
export class StandingPages {
  readonly #left = new Map<string, Left>()

  /** Whether the file holds what was made of `source`, and nobody has touched it since. */
  async holds(path: string, source: object): Promise<boolean> {
    const left = this.#left.get(path)
    if (left?.source !== source) return false
    const now = await stat(path).catch(() => undefined)
    return now?.mtimeMs === left.modified && now.size === left.size
  }

  /** Remembers how a file was left; one that stayed as somebody else made it is tried again. */
  async keep({path, what}: OutputResult, source: object): Promise<void> {
    this.#left.delete(path)
    if (what !== 'written' && what !== 'unchanged') return
    const now = await stat(path).catch(() => undefined)
    if (now) this.#left.set(path, {source, modified: now.mtimeMs, size: now.size})
  }
}
