import {readdirSync, watch, type FSWatcher} from 'node:fs'
import {join} from 'node:path'
import {joinPath} from '../folder/file-system.ts'
import {posix} from './select-notes.ts'

/** What the watch of a folder tells. */
export interface TreeListener {
  /** Something at a path below the folder is new, gone or different; undefined where the system cannot say what. */
  changed(path: string | undefined): void
  failed(error: Error): void
  /** Whether a folder below is of interest; its path, with `/` between the parts. */
  enters(path: string): boolean
}

/**
 * Hears of everything that changes below a folder, until it is closed. On Linux each folder is watched by itself:
 * the watch of a whole tree that Node has there loses a file once another took its place, as editors do on saving.
 * @throws where the folder cannot be watched.
 */
export function watchTree(root: string, platform: string, listener: TreeListener): {close(): void} {
  if (platform !== 'linux') {
    const watcher = watch(root, {recursive: true}, (_, name) =>
      listener.changed(name === null ? undefined : posix(name)),
    )
    watcher.on('error', (error) => listener.failed(error))
    return watcher
  }
  return new WatchedFolders(root, listener)
}

class WatchedFolders {
  readonly #root: string
  readonly #listener: TreeListener
  readonly #watchers = new Map<string, FSWatcher>()

  constructor(root: string, listener: TreeListener) {
    this.#root = root
    this.#listener = listener
    this.#watch('')
    this.#enter('')
  }

  close(): void {
    for (const watcher of this.#watchers.values()) watcher.close()
    this.#watchers.clear()
  }

  #watch(folder: string): void {
    const watcher = watch(join(this.#root, folder), (event, name) => {
      if (name === null) return this.#listener.changed(undefined)
      const path = folder === '' ? name : joinPath(folder, name)
      // A folder that goes tells of itself, too, by its own name; what is meant is in the folder above it.
      if (event === 'rename') this.#renew(path)
      this.#listener.changed(path)
    })
    watcher.on('error', (error) => {
      if (folder === '') this.#listener.failed(error)
      else this.#leave(folder)
    })
    this.#watchers.set(folder, watcher)
  }

  /** What came, went or was moved may be a folder; what it was before is watched no more. */
  #renew(path: string): void {
    this.#leave(path)
    if (this.#listener.enters(path) && this.#isFolder(path)) this.#begin(path)
  }

  #isFolder(path: string): boolean {
    try {
      readdirSync(join(this.#root, path))
      return true
    } catch {
      return false
    }
  }

  #begin(folder: string): void {
    try {
      this.#watch(folder)
      this.#enter(folder)
    } catch (error) {
      // One that is gone again needs no watch; a system that can watch no more is to be told.
      if (!isGone(error)) this.#listener.failed(error instanceof Error ? error : new Error(String(error)))
    }
  }

  #enter(folder: string): void {
    const entries = readdirSync(join(this.#root, folder), {withFileTypes: true})
    for (const entry of entries) {
      const path = folder === '' ? entry.name : joinPath(folder, entry.name)
      if (entry.isDirectory() && this.#listener.enters(path)) this.#begin(path)
    }
  }

  #leave(folder: string): void {
    for (const [path, watcher] of this.#watchers)
      if (path === folder || path.startsWith(`${folder}/`)) {
        watcher.close()
        this.#watchers.delete(path)
      }
  }
}

const isGone = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')
