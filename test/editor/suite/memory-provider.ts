import {
  Disposable,
  EventEmitter,
  FileSystemError,
  FileType,
  workspace,
  type FileChangeEvent,
  type FileStat,
  type FileSystemProvider,
  type Uri,
} from 'vscode'

/** A file system without a disk, as a virtual workspace has: files by their whole path, folders where files are. */
export class MemoryProvider implements FileSystemProvider, Disposable {
  readonly scheme: string
  readonly files: Map<string, Uint8Array>
  readonly onDidChangeFile: EventEmitter<FileChangeEvent[]>['event']
  readonly #changed = new EventEmitter<FileChangeEvent[]>()
  readonly #registration: Disposable

  constructor(scheme: string, files: Readonly<Record<string, string>>) {
    this.scheme = scheme
    this.onDidChangeFile = this.#changed.event
    this.files = new Map(Object.entries(files).map(([path, text]) => [path, new TextEncoder().encode(text)]))
    this.#registration = workspace.registerFileSystemProvider(scheme, this, {isCaseSensitive: true})
  }

  text(path: string): string {
    return new TextDecoder('utf-8', {ignoreBOM: true}).decode(this.files.get(path))
  }

  watch(): Disposable {
    return new Disposable(() => undefined)
  }

  stat({path}: Uri): FileStat {
    const file = this.files.get(path)
    if (!file && !this.#namesIn(path).length) throw FileSystemError.FileNotFound(path)
    return {type: file ? FileType.File : FileType.Directory, ctime: 0, mtime: 0, size: file?.length ?? 0}
  }

  readDirectory({path}: Uri): [string, FileType][] {
    const names = this.#namesIn(path)
    if (names.length === 0) throw FileSystemError.FileNotFound(path)
    return names.map((name) => [
      name,
      this.files.has(`${path.replace(/\/$/, '')}/${name}`) ? FileType.File : FileType.Directory,
    ])
  }

  readFile({path}: Uri): Uint8Array {
    const file = this.files.get(path)
    if (!file) throw FileSystemError.FileNotFound(path)
    return file
  }

  writeFile({path}: Uri, content: Uint8Array): void {
    this.files.set(path, content)
  }

  createDirectory(): void {}

  delete({path}: Uri): void {
    this.files.delete(path)
  }

  rename(): void {
    throw FileSystemError.NoPermissions('Nothing is renamed here.')
  }

  dispose(): void {
    this.#registration.dispose()
    this.#changed.dispose()
  }

  #namesIn(path: string): string[] {
    const inside = path.endsWith('/') ? path : `${path}/`
    const below = [...this.files.keys()].filter((file) => file.startsWith(inside))
    return [...new Set(below.map((file) => file.slice(inside.length).split('/')[0] ?? ''))]
  }
}
