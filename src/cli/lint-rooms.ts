import {Configurations, type Configuration} from '../folder/configuration.ts'
import {makeLinter} from '../folder/load-language.ts'
import type {Linter} from '../lint/linter.ts'
import {loadLanguageAndModel} from './assets.ts'
import {disk} from './disk.ts'
import type {Shell} from './shell.ts'
import {tellProblems} from './tell-problems.ts'

/** One linter for each configuration that the notes lie under, made when its first note is linted. */
export class LintRooms {
  readonly #shell: Pick<Shell, 'cwd' | 'err'>
  readonly #configurations = new Configurations(disk)
  readonly #linters = new Map<string, Promise<Linter>>()
  readonly #told = new Set<Configuration>()
  #language: ReturnType<typeof loadLanguageAndModel> | undefined
  #problems = 0

  constructor(shell: Pick<Shell, 'cwd' | 'err'>) {
    this.#shell = shell
  }

  /** How many places of the configurations could not be read; each was told. */
  get problems(): number {
    return this.#problems
  }

  /** What `.strengths` says for a file, by its absolute path. */
  async configurationOf(path: string): Promise<Configuration> {
    const configuration = await this.#configurations.of(path.slice(0, path.lastIndexOf('/')))
    if (!this.#told.has(configuration)) this.#problems += tellProblems(configuration, this.#shell)
    this.#told.add(configuration)
    return configuration
  }

  /** What a file is linted with. */
  async of(path: string): Promise<{linter: Linter; configuration: Configuration}> {
    const configuration = await this.configurationOf(path)
    const root = configuration.root ?? ''
    const linter = this.#linters.get(root) ?? this.#makeLinter(configuration)
    this.#linters.set(root, linter)
    return {linter: await linter, configuration}
  }

  async #makeLinter({packs}: Configuration): Promise<Linter> {
    this.#language ??= loadLanguageAndModel()
    const [language, model] = await this.#language
    return makeLinter(language, packs, model)
  }
}
