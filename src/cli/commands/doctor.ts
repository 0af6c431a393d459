import {Command, Option} from 'commander'
import {resolve} from 'node:path'
import {doctorJson} from '../doctor-json.ts'
import {counted} from '../../core/text/counted.ts'
import {joinPath} from '../../folder/file-system.ts'
import {asOfDay} from '../fold-folder.ts'
import {lookOver, type Finding, type FolderHealth} from '../look-over.ts'
import {posix, shownPath} from '../select-notes.ts'
import type {ExitCode, MakeCommand, Shell} from '../shell.ts'

interface DoctorOptions {
  readonly format: 'text' | 'json'
  readonly asOf: string | undefined
  readonly all: boolean
}

/** `strengths doctor`. */
export const doctorCommand: MakeCommand = (shell, finish) =>
  new Command('doctor')
    .description('what needs a look in a folder of notes, by kind and place, with no words of any note')
    .argument('<folder>', 'the folder of notes')
    .option('--all', 'every place, instead of the first few', false)
    .option('--as-of <date>', 'the day that notes are held against (default: today)')
    .addOption(new Option('--format <format>', 'how it is written').choices(['text', 'json']).default('text'))
    .action(async (folder: string, options: DoctorOptions) => finish(await doctor(shell, folder, options)))

async function doctor(shell: Shell, folder: string, options: DoctorOptions): Promise<ExitCode> {
  const asOf = asOfDay(shell, options.asOf)
  const root = posix(resolve(shell.cwd, folder))
  const health = await lookOver(shell, root, asOf)
  shell.out(
    options.format === 'json'
      ? doctorJson(health, shell)
      : healthText(health, {shell, root, all: options.all}),
  )
  const isUnread = ({code}: Finding): boolean => code.startsWith('file/') && code !== 'file/same-text'
  if (health.findings.some(isUnread) || health.configuration.problems.length > 0) return 2
  return health.findings.some(({severity}) => severity !== 'information') ? 1 : 0
}

/** How many places of a kind are shown. */
const SHOWN = 5

function healthText(
  health: FolderHealth,
  {shell, root, all}: {readonly shell: Shell; readonly root: string; readonly all: boolean},
): string {
  const {notes, people, files, generated, findings} = health
  const others = files - notes - generated - unreadFiles(findings)
  const counts = [
    `${counted(notes, 'session note')} about ${counted(people, 'person', 'people')}`,
    ...(others > 0 ? [counted(others, 'other Markdown file')] : []),
    ...(generated > 0 ? [`${counted(generated, 'page')} made by this tool`] : []),
  ]
  const blocks = findings.map(({code, means, places}) => {
    const shown = all ? places : places.slice(0, SHOWN)
    const rest = places.length - shown.length
    return [
      `${code}  ${counted(places.length, 'place')}: ${means}`,
      ...shown.map(({file, line}) => `  ${shownPath(joinPath(root, file), shell.cwd)}:${line}`),
      ...(rest > 0 ? [`  and ${rest} more; --all shows them`] : []),
      '',
    ].join('\n')
  })
  const ending = findings.length === 0 ? 'Nothing here needs a look.\n' : ''
  return [`${counts.join(', ')}\n`, ...blocks, configurationText(health, shell), ending]
    .filter(Boolean)
    .join('\n')
}

const unreadFiles = (findings: readonly Finding[]): number =>
  new Set(
    findings
      .filter(({code}) => code.startsWith('file/') && code !== 'file/same-text')
      .flatMap(({places}) => places.map(({file}) => file)),
  ).size

function configurationText({configuration}: FolderHealth, shell: Shell): string {
  const {root, clients, specialists, packs, templates, policy, problems} = configuration
  if (root === undefined)
    return 'Configuration: none, which is fine; `.strengths` in this folder would hold it.\n'
  const held = [
    counted(clients.ids.length, 'client id'),
    counted(specialists.length, 'specialist'),
    counted(packs.length, 'language pack'),
    counted(templates.length, 'template'),
    policy.general.units || Object.keys(policy.payers).length > 0
      ? 'a policy for units'
      : 'no policy for units',
  ]
  return [
    `Configuration: ${shownPath(joinPath(root, '.strengths'), shell.cwd)}, ${held.join(', ')}`,
    ...problems.map(({file, line, message}) => `  ${shownPath(file, shell.cwd)}:${line}  ${message}`),
    '',
  ].join('\n')
}
