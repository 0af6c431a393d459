import {extensions, Uri, workspace} from 'vscode'

type Exports = Readonly<Record<string, unknown>>
type Require = (name: string) => unknown
type Part = (module: {exports: Exports}, exports: Exports, require: Require, parts: PartLoader) => void

/**
 * Stands in for `import()` in the extension host of a browser, which loads one file of an extension and has no way
 * to load another: the build turns each `import()` into a call of `load`. Parts are evaluated as that host evaluates
 * the first file, and come from the extension's own folder alone.
 */
export class PartLoader {
  readonly #folder: Uri
  readonly #require: Require
  readonly #parts = new Map<string, Part>()
  readonly #exports = new Map<string, Exports>()

  /** `require` is the host's own, which knows `vscode`; `folder` is below the extension's. */
  constructor(extension: string, folder: string, require: Require) {
    const root = extensions.getExtension(extension)?.extensionUri
    if (!root) throw new Error(`${extension} is not there.`)
    this.#folder = Uri.joinPath(root, folder)
    this.#require = require
  }

  define(name: string, part: Part): void {
    this.#parts.set(name, part)
  }

  /** The exports of a part that is there, made when it is first asked for. */
  require(name: string): unknown {
    const file = name.replace(/^\.\//, '')
    const made = this.#exports.get(file)
    if (made) return made
    const part = this.#parts.get(file)
    if (!part) return this.#require(name)
    const module = {exports: {}}
    this.#exports.set(file, module.exports)
    part(module, module.exports, (other) => this.require(other), this)
    this.#exports.set(file, module.exports)
    return module.exports
  }

  /** Reads the files that are not there yet, and gives the exports of the first. */
  async load(...files: readonly [string, ...string[]]): Promise<unknown> {
    await Promise.all(files.filter((file) => !this.#parts.has(file)).map(async (file) => this.#read(file)))
    return this.require(files[0])
  }

  async #read(file: string): Promise<void> {
    const uri = Uri.joinPath(this.#folder, file)
    const code = new TextDecoder().decode(await workspace.fs.readFile(uri))
    // oxlint-disable-next-line no-new-func, no-implied-eval -- the one way to run a file in that host
    const part = new Function(
      'module',
      'exports',
      'require',
      '$parts',
      `${code}\n//# sourceURL=${uri.toString()}`,
    )
    this.#parts.set(file, part as Part)
  }
}
