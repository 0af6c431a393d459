import {EventEmitter, Uri, workspace, type Disposable} from 'vscode'
import {CONFIGURATION_FOLDER, Configurations, type Configuration} from '../folder/configuration.ts'
import {makeLinter, readBuiltLanguage, readBuiltModel} from '../folder/load-language.ts'
import type {Language} from '../lint/entry.ts'
import type {Linter, RuleSettings} from '../lint/linter.ts'
import type {LanguageModel} from '../lint/model/language-model.ts'
import {made} from './made.ts'
import {setting, SETTINGS} from './settings.ts'
import {folderOf, workspaceFiles} from './workspace-files.ts'

/** What a note is read with. */
export interface Tools {
  readonly linter: Linter
  readonly rules: RuleSettings
}

/** A configuration as it was read, with an address on the file system that it is on. */
export interface LoadedConfiguration {
  readonly configuration: Configuration
  readonly near: Uri
}

/** The language and each folder's configuration, loaded when somebody first asks and again when they change. */
export class Toolbox implements Disposable {
  readonly #extension: Uri
  readonly #changed = new EventEmitter<void>()
  readonly #loaded = new EventEmitter<LoadedConfiguration>()
  readonly #subscriptions: readonly Disposable[]
  #language: Promise<Language> | undefined
  #model: Promise<LanguageModel | undefined> | undefined
  /** By file system. */
  readonly #configurations = new Map<string, Configurations>()
  readonly #told = new WeakSet<Configuration>()
  readonly #linters = new Map<string, Promise<Linter>>()

  /** Fires when findings may differ from those of before though no note has changed. */
  readonly onDidChange = this.#changed.event
  readonly onDidLoad = this.#loaded.event

  constructor(extension: Uri) {
    this.#extension = extension
    made.watchers++
    const watcher = workspace.createFileSystemWatcher(`**/${CONFIGURATION_FOLDER}/**`)
    this.#subscriptions = [
      this.#changed,
      this.#loaded,
      watcher,
      watcher.onDidCreate(() => this.#forget()),
      watcher.onDidChange(() => this.#forget()),
      watcher.onDidDelete(() => this.#forget()),
      workspace.onDidChangeWorkspaceFolders(() => this.#forget()),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(SETTINGS)) this.#changed.fire()
      }),
    ]
  }

  /** What `.strengths` says for a document's folder. */
  async configurationFor(document: Uri): Promise<Configuration> {
    const folder = folderOf(document)
    const disk = folder.with({path: ''}).toString()
    const configurations = this.#configurations.get(disk) ?? new Configurations(workspaceFiles(folder))
    this.#configurations.set(disk, configurations)
    const configuration = await configurations.of(folder.path)
    if (!this.#told.has(configuration)) this.#loaded.fire({configuration, near: folder})
    this.#told.add(configuration)
    return configuration
  }

  async toolsFor(document: Uri): Promise<Tools> {
    const {root, packs, rules} = await this.configurationFor(document)
    const linter = await remember(this.#linters, packs.length > 0 ? (root ?? '') : '', async () =>
      makeLinter(await this.language(), packs, await this.#loadModel()),
    )
    return {linter, rules: {...rules, ...setting('rules', {}, document)}}
  }

  /** The language that ships with the extension. */
  async language(): Promise<Language> {
    if (!this.#language) made.languages++
    this.#language ??= Promise.resolve(
      workspace.fs.readFile(Uri.joinPath(this.#extension, 'dist/language.json')),
    ).then(readBuiltLanguage)
    return this.#language
  }

  /** The model that ships with the extension; without it the packs read alone. */
  async #loadModel(): Promise<LanguageModel | undefined> {
    this.#model ??= Promise.resolve(
      workspace.fs.readFile(Uri.joinPath(this.#extension, 'dist/model.bin')),
    ).then(readBuiltModel, () => undefined)
    return this.#model
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose()
  }

  #forget(): void {
    this.#configurations.clear()
    this.#linters.clear()
    this.#changed.fire()
  }
}

/** The value at `key`, made on first use; a failure is not kept. */
async function remember<T>(kept: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const known = kept.get(key)
  if (known) return known
  const made = make()
  kept.set(key, made)
  made.catch(() => kept.delete(key))
  return made
}
