import {randomUUID} from 'node:crypto'
import {access, mkdir, readdir, rename, rm, writeFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'

const complete = 'is-complete'

/** The named folder of `.vscode-test/`, filled by `fill` once and kept. */
export async function cachedFolder(
  name: string,
  fill: (folder: string) => Promise<void>,
  root = join(import.meta.dirname, '../../../.vscode-test'),
): Promise<string> {
  const folder = join(root, name)
  if (await isThere(join(folder, complete))) return folder
  await mkdir(root, {recursive: true})
  await removeAbandoned(root, name)
  const partial = `${folder}.partial-${process.pid}-${randomUUID().slice(0, 4)}`
  try {
    await fill(partial)
    await writeFile(join(partial, complete), '')
    await replace(partial, folder)
  } finally {
    await rm(partial, {recursive: true, force: true})
  }
  return folder
}

/** Puts the new folder in place, unless another process was quicker: then theirs is as good as ours. */
async function replace(partial: string, folder: string): Promise<void> {
  if (await isThere(join(folder, complete))) return
  await rm(folder, {recursive: true, force: true})
  await mkdir(dirname(folder), {recursive: true})
  await rename(partial, folder).catch(async (error: unknown) => {
    if (!(await isThere(join(folder, complete)))) throw error
  })
}

async function removeAbandoned(root: string, name: string): Promise<void> {
  for (const entry of await readdir(root)) {
    const owner = entry.startsWith(`${name}.partial-`) ? /-(\d+)-\w+$/.exec(entry)?.[1] : undefined
    if (owner && !isAlive(Number(owner))) await rm(join(root, entry), {recursive: true, force: true})
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )
