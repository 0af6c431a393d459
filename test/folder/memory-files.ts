import type {FileSystem, FolderEntry} from '../../src/folder/file-system.ts'

/**
 * Files in memory by path, folders with them. `undefined` is a file that is there and cannot be read; a path that
 * ends in `/` is a folder, one with `undefined` a folder that cannot be read, one that ends in `@` a link to nothing.
 */
export function memoryFiles(
  contents: Readonly<Record<string, string | Uint8Array | undefined>>,
): FileSystem & {readonly read: readonly string[]} {
  const read: string[] = []
  return {
    read,
    readFile(path) {
      read.push(path)
      const content = contents[path]
      if (content === undefined) return Promise.reject(new Error(`${path} cannot be read.`))
      return Promise.resolve(typeof content === 'string' ? new TextEncoder().encode(content) : content)
    },
    readFolder(path) {
      const prefix = path === '.' ? '' : `${path}/`
      const below = Object.keys(contents).filter((name) => name.startsWith(prefix))
      const isSecret = prefix in contents && contents[prefix] === undefined
      if (isSecret || below.length === 0) return Promise.reject(new Error(`${path} cannot be read.`))
      const entries = new Map<string, FolderEntry>()
      for (const name of below) {
        const [child = '', ...rest] = name.slice(prefix.length).split('/')
        const kind = rest.length > 0 ? 'folder' : child.endsWith('@') ? 'other' : 'file'
        if (child !== '') entries.set(child.replace(/@$/, ''), {name: child.replace(/@$/, ''), kind})
      }
      return Promise.resolve([...entries.values()])
    },
  }
}
