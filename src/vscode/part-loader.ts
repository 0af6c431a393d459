import {extensions, Uri, workspace} from 'vscode'

type Exports = Readonly<Record<string, unknown>>
/** A module by its name, as CommonJS asks for it. */
type Ask = (name: string) => unknown
type Part = (module: {exports: Exports}, exports: Exports, ask: Ask, parts: PartLoader) => void

/**
 * Stands in for `import()` in the extension host of a browser, which loads one file of an extension and has no way
 * to load another: the build turns each `import()` into a call of `load`. Parts are evaluated as that host evaluates
 * the first file, and come from the extension's own folder alone.
 */
export class PartLoader {
  readonly #folder: Uri
  readonly #host: Ask
  readonly #parts = new Map<string, Part>()
  readonly #exports = new Map<string, Exports>()

  /** `host` is the host's own `require`, which knows `vscode`; `folder` is below the extension's. */
  constructor(extension: string, folder: string, host: Ask) {
    const root = extensions.getExtension(extension)?.extensionUri
    if (!root) throw new Error(`${extension} is not there.`)
    this.#folder = Uri.joinPath(root, folder)
    this.#host = host
  }

  define(name: string, part: Part): void {
    this.#parts.set(name, part)
  }

  /** The exports of a part that is there, made when it is first asked for. */
  get(name: string): unknown {
    const file = name.replace(/^\.\//, '')
    const made = this.#exports.get(file)
    if (made) return made
    const part = this.#parts.get(file)
    if (!part) return this.#host(name)
    const module = {exports: {}}
    this.#exports.set(file, module.exports)
    part(module, module.exports, (other) => this.get(other), this)
    this.#exports.set(file, module.exports)
    return module.exports
  }

  /** Reads the files that are not there yet, and gives the exports of the first. */
  async load(...files: readonly [string, ...string[]]): Promise<unknown> {
    await Promise.all(files.filter((file) => !this.#parts.has(file)).map(async (file) => this.#read(file)))
    return this.get(files[0])
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
