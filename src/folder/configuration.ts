import {NO_CLIENTS, readClientList, type ClientList} from '../core/agency/client-list.ts'
import {readRecordProfile, type RecordProfile} from '../core/record/record-profile.ts'
import {isEarlierNotice, NO_POLICY, readPolicy, type Policy} from '../core/agency/policy.ts'
import {readSpecialists, type Specialist} from '../core/agency/specialist-list.ts'
import {isYamlMap, readYamlData, type LineProblem} from '../core/yaml/yaml-data.ts'
import type {Template} from '../core/templates/template.ts'
import type {RuleSettings} from '../lint/linter.ts'
import {readPack, type Pack} from '../lint/read-pack.ts'
import {joinPath, type FileSystem} from './file-system.ts'
import {readTemplates} from './read-templates.ts'
import {readText, type ConfigurationProblem} from './read-text.ts'

/** What `.strengths/` at the root of a notes folder says. Data only: nothing in it runs. */
export interface Configuration {
  /** The folder that holds `.strengths`; undefined where none was found. */
  readonly root: string | undefined
  readonly rules: RuleSettings
  readonly packs: readonly Pack[]
  readonly templates: readonly Template[]
  /** Ways to fill the boxes of a record system, from `ehr/*.yml`. */
  readonly profiles: readonly RecordProfile[]
  /** From `clients.yml`, `specialists.yml` and `policy.yml`. */
  readonly clients: ClientList
  readonly specialists: readonly Specialist[]
  readonly policy: Policy
  /** What could not be read; the rest still counts. */
  readonly problems: readonly ConfigurationProblem[]
}

export const CONFIGURATION_FOLDER = '.strengths'

const EMPTY: Configuration = {
  root: undefined,
  rules: {},
  packs: [],
  templates: [],
  profiles: [],
  clients: NO_CLIENTS,
  specialists: [],
  policy: NO_POLICY,
  problems: [],
}
const SEVERITIES = ['off', 'error', 'warning', 'information', 'hint'] as const

/** The configuration of `folder`: its own, or that of the nearest folder above it. */
export const findConfiguration = async (files: FileSystem, folder: string): Promise<Configuration> =>
  new Configurations(files).of(folder)

/** The configurations of many folders: each folder is looked at once, and those below one `.strengths` share what it says. */
export class Configurations {
  readonly #files: FileSystem
  readonly #known = new Map<string, Promise<Configuration>>()

  constructor(files: FileSystem) {
    this.#files = files
  }

  /** The configuration of `folder`, the same object for all folders that lie below one `.strengths`. */
  async of(folder: string): Promise<Configuration> {
    const known = this.#known.get(folder)
    if (known) return known
    const found = this.#find(folder)
    this.#known.set(folder, found)
    found.catch(() => this.#known.delete(folder))
    return found
  }

  async #find(folder: string): Promise<Configuration> {
    const entries = await this.#files.readFolder(folder).catch(() => [])
    if (entries.some(({name, kind}) => name === CONFIGURATION_FOLDER && kind === 'folder'))
      return readConfiguration(this.#files, folder)
    const above = folder.slice(0, Math.max(0, folder.lastIndexOf('/')))
    return above === '' ? EMPTY : this.of(above)
  }
}

/**
 * Reads `.strengths` in `root`: `config.yml`, `clients.yml`, `specialists.yml`, `policy.yml`, `language/*.yml`,
 * `templates/*.md`, `ehr/*.yml`.
 */
export async function readConfiguration(files: FileSystem, root: string): Promise<Configuration> {
  const base = joinPath(root, CONFIGURATION_FOLDER)
  const problems: ConfigurationProblem[] = []
  const filesIn: FilesIn = async (folder, isWanted) => {
    const entries = await files.readFolder(folder).catch(() => [])
    const names = entries.filter(({name, kind}) => kind !== 'folder' && isWanted(name)).map(({name}) => name)
    const found: ConfigurationFile[] = []
    for (const name of names.toSorted()) {
      const read = await readText(files, joinPath(folder, name))
      if ('problem' in read) problems.push(read.problem)
      else found.push({path: joinPath(folder, name), name, text: read.text})
    }
    return found
  }
  const [config] = await filesIn(base, (name) => name === 'config.yml')
  const {rules, problems: wrongRules} = config ? readRules(config) : {rules: {}, problems: []}
  const packs = (await filesIn(joinPath(base, 'language'), (name) => /\.ya?ml$/.test(name))).map(
    ({path, text}) => readPack(text, path),
  )
  const templates = await readTemplates(files, joinPath(base, 'templates'))
  const profiles = await readProfiles(filesIn, base)
  const people = await readPeople(filesIn, base)
  const {policy, problems: wrongPolicy} = await readPolicyFile(filesIn, base)
  return {
    root,
    rules,
    packs,
    templates: templates.templates,
    profiles: profiles.profiles,
    clients: people.clients,
    specialists: people.specialists,
    policy,
    problems: [
      ...problems,
      ...wrongRules,
      ...people.problems,
      ...wrongPolicy,
      ...packs.flatMap((pack) => pack.problems),
      ...templates.problems,
      ...profiles.problems,
    ],
  }
}

type FilesIn = (folder: string, isWanted: (name: string) => boolean) => Promise<ConfigurationFile[]>

type Read<T> = T & {readonly problems: readonly ConfigurationProblem[]}

async function readPeople(
  filesIn: FilesIn,
  base: string,
): Promise<Read<Pick<Configuration, 'clients' | 'specialists'>>> {
  const [clientFile] = await filesIn(base, (name) => name === 'clients.yml')
  const [specialistFile] = await filesIn(base, (name) => name === 'specialists.yml')
  const clients = readClientList(clientFile?.text ?? '')
  const specialists = readSpecialists(specialistFile?.text ?? '')
  return {
    clients: clients.list,
    specialists: specialists.specialists,
    problems: [...inFile(clientFile, clients.problems), ...inFile(specialistFile, specialists.problems)],
  }
}

async function readProfiles(filesIn: FilesIn, base: string): Promise<Read<Pick<Configuration, 'profiles'>>> {
  const files = await filesIn(joinPath(base, 'ehr'), (name) => /\.ya?ml$/.test(name))
  const read = files.map((file) => ({
    file,
    ...readRecordProfile(file.text, file.name.replace(/\.ya?ml$/, '')),
  }))
  return {
    profiles: read.flatMap(({profile}) => profile ?? []),
    problems: read.flatMap(({file, problems}) => inFile(file, problems)),
  }
}

async function readPolicyFile(filesIn: FilesIn, base: string): Promise<Read<Pick<Configuration, 'policy'>>> {
  const [file] = await filesIn(base, (name) => name === 'policy.yml')
  const {policy, problems} = readPolicy(file?.text ?? '')
  const name = policy.part2?.noticeFile
  if (name === undefined) return {policy, problems: inFile(file, problems)}
  const [notice] = await filesIn(base, (other) => other === name)
  const about = !notice
    ? 'The file that `notice` names is not in this folder.'
    : isEarlierNotice(notice.text)
      ? 'The notice has the wording from before the 2024 rule, which § 2.32 replaced by 16 February 2026.'
      : undefined
  const line = (file?.text ?? '').split(/\r\n|\n|\r/).findIndex((each) => /\bnotice\s*:/.test(each)) + 1
  return {
    policy: {...policy, part2: {noticeFile: name, notice: notice?.text}},
    problems: inFile(file, about ? [...problems, {line, message: about}] : problems),
  }
}

const inFile = (
  file: ConfigurationFile | undefined,
  problems: readonly LineProblem[],
): ConfigurationProblem[] => (file ? problems.map((problem) => ({file: file.path, ...problem})) : [])

interface ConfigurationFile {
  readonly path: string
  readonly name: string
  readonly text: string
}

function readRules(file: ConfigurationFile): {rules: RuleSettings; problems: ConfigurationProblem[]} {
  const data = readYamlData(file.text)
  const {root} = data
  const rules: Record<string, RuleSettings[string]> = {}
  if (root !== undefined && root !== null && !isYamlMap(root))
    data.report([], 'A configuration is a list of keys, such as `rules:`.')
  const raw = isYamlMap(root) ? (root['rules'] ?? {}) : {}
  if (!isYamlMap(raw)) data.report(['rules'], '“rules” takes lines of the form `rule: severity`.')
  for (const [id, value] of Object.entries(isYamlMap(raw) ? raw : {})) {
    // YAML 1.1 habits: `off` may arrive as a word or as false.
    const severity = SEVERITIES.find((known) => known === value || (known === 'off' && value === false))
    if (severity) rules[id] = severity
    else
      data.report(
        ['rules', id],
        `A rule is set to one of: ${SEVERITIES.join(', ')}; ${JSON.stringify(value)} is none.`,
      )
  }
  return {rules, problems: inFile(file, data.problems)}
}
