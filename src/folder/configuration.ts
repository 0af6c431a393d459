import {isNode, LineCounter, parseDocument} from 'yaml'
import {readTemplate, type Template} from '../core/template.ts'
import type {RuleSettings} from '../lint/linter.ts'
import {readPack, type Pack} from '../lint/read-pack.ts'
import {joinPath, type FileSystem} from './file-system.ts'

/** What `.strengths/` at the root of a notes folder says. Data only: nothing in it runs. */
export interface Configuration {
  /** The folder that holds `.strengths`; undefined where none was found. */
  readonly root: string | undefined
  readonly rules: RuleSettings
  readonly packs: readonly Pack[]
  readonly templates: readonly Template[]
  /** What could not be read; the rest still counts. */
  readonly problems: readonly ConfigurationProblem[]
}

export interface ConfigurationProblem {
  readonly file: string
  /** Counted from 1. */
  readonly line: number
  readonly message: string
}

export const CONFIGURATION_FOLDER = '.strengths'

const EMPTY: Configuration = {root: undefined, rules: {}, packs: [], templates: [], problems: []}
const SEVERITIES = ['off', 'error', 'warning', 'information', 'hint'] as const

/** The configuration of `folder`: its own, or that of the nearest folder above it. */
export async function findConfiguration(files: FileSystem, folder: string): Promise<Configuration> {
  for (let at = folder; ;) {
    const entries = await files.readFolder(at).catch(() => [])
    if (entries.some(({name, kind}) => name === CONFIGURATION_FOLDER && kind === 'folder'))
      return readConfiguration(files, at)
    const above = at.includes('/') ? at.slice(0, at.lastIndexOf('/')) : ''
    if (above === '' || above === at) return EMPTY
    at = above
  }
}

/** Reads `.strengths` in `root`: `config.yml`, `language/*.yml`, `templates/*.md`. */
export async function readConfiguration(files: FileSystem, root: string): Promise<Configuration> {
  const base = joinPath(root, CONFIGURATION_FOLDER)
  const read = (path: string): Promise<string | undefined> =>
    files.readFile(path).then(
      (bytes) => new TextDecoder().decode(bytes),
      () => undefined,
    )
  const inFolder = async (folder: string, ending: string): Promise<{path: string; text: string}[]> => {
    const entries = await files.readFolder(joinPath(base, folder)).catch(() => [])
    const names = entries
      .filter(({name, kind}) => kind === 'file' && name.endsWith(ending))
      .map(({name}) => name)
    const texts = await Promise.all(
      names.toSorted().map(async (name) => {
        const path = joinPath(base, folder, name)
        return {path, text: (await read(path)) ?? ''}
      }),
    )
    return texts
  }
  const configPath = joinPath(base, 'config.yml')
  const {rules, problems} = readRules((await read(configPath)) ?? '', configPath)
  const packs = (await inFolder('language', '.yml')).map(({path, text}) => readPack(text, path))
  const templates = (await inFolder('templates', '.md')).map(({path, text}) => ({
    path,
    ...readTemplate(text, path.slice(path.lastIndexOf('/') + 1, -'.md'.length)),
  }))
  return {
    root,
    rules,
    packs,
    templates: templates.flatMap(({template}) => template ?? []),
    problems: [
      ...problems,
      ...packs.flatMap((pack) => pack.problems),
      ...templates.flatMap(({path, problems: found}) => found.map((problem) => ({file: path, ...problem}))),
    ],
  }
}

function readRules(text: string, file: string): {rules: RuleSettings; problems: ConfigurationProblem[]} {
  const lines = new LineCounter()
  const document = parseDocument(text, {lineCounter: lines, prettyErrors: false})
  const problems = document.errors.map((error) => ({
    file,
    line: lines.linePos(error.pos[0]).line,
    message: error.message,
  }))
  const root: unknown = problems.length > 0 ? undefined : document.toJS()
  const raw = typeof root === 'object' && root !== null && 'rules' in root ? root.rules : {}
  const rules: Record<string, RuleSettings[string]> = {}
  for (const [id, value] of Object.entries(typeof raw === 'object' && raw !== null ? raw : {})) {
    // YAML 1.1 habits: `off` may arrive as a word or as false.
    const severity = SEVERITIES.find((known) => known === value || (known === 'off' && value === false))
    if (severity) rules[id] = severity
    else {
      const node = document.getIn(['rules', id], true)
      const line = lines.linePos(isNode(node) ? (node.range?.[0] ?? 0) : 0).line
      problems.push({
        file,
        line,
        message: `A rule is set to one of: ${SEVERITIES.join(', ')}; “${String(value)}” is none.`,
      })
    }
  }
  return {rules, problems}
}
