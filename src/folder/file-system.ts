/** All the reading there is, handed in by the shells: the disk in the terminal, `workspace.fs` in the editor. */
export interface FileSystem {
  /** @throws where the file cannot be read; the message is shown to the person. */
  readFile(path: string): Promise<Uint8Array>
  /** @throws where there is no such folder or it cannot be read. */
  readFolder(path: string): Promise<readonly FolderEntry[]>
}

export interface FolderEntry {
  readonly name: string
  readonly kind: 'file' | 'folder' | 'other'
}

/** Joins parts with `/`, the separator of every path that the folder code handles. */
export const joinPath = (...parts: readonly string[]): string =>
  parts
    .filter((part) => part !== '' && part !== '.')
    .join('/')
    .replace(/\/{2,}/g, '/') || '.'
