import {Command, Option} from 'commander'
import {resolve} from 'node:path'
import {AUDIENCES, type Audience} from '../../core/record/record-words.ts'
import {exportInput, type ExportFormat} from '../../summary/exports/export-input.ts'
import {fileNameOf} from '../../summary/exports/export-name.ts'
import {FHIR_LABEL} from '../../summary/exports/fhir.ts'
import {EXPORTS, EXPORTS_FOR_EXCEL} from '../../summary/exports/index.ts'
import {asOfDay, foldFolder} from '../fold-folder.ts'
import {mayPrune} from '../may-prune.ts'
import {nobodyMessage} from '../nobody.ts'
import {posix} from '../select-notes.ts'
import {CommandError, type ExitCode, type MakeCommand, type Shell} from '../shell.ts'
import {tellOutputs} from '../tell-outputs.ts'
import {writeOutputs} from '../write-outputs.ts'

interface ExportOptions {
  readonly format: string
  readonly client: string | undefined
  readonly reader: Audience
  readonly out: string | undefined
  readonly asOf: string | undefined
  readonly excel: boolean
  readonly prune: boolean
}

/** `strengths export`. */
export const exportCommand: MakeCommand = (shell, finish) =>
  new Command('export')
    .description('what the notes say together as data for other programs')
    .argument('<folder>', 'the folder of notes')
    .addOption(
      new Option(
        '--format <format>',
        'json: one document; csv: four tables; ics: a calendar; fhir: an R4 bundle a person',
      )
        .choices(EXPORTS.map(({id}) => id))
        .default('json'),
    )
    .addOption(
      new Option('--reader <reader>', 'whom it is for: what the notes keep from them stays here')
        .choices(AUDIENCES)
        .default('outside'),
    )
    .option('--client <id>', 'one person only')
    .option('--out <folder>', 'write files there, instead of printing')
    .option('--as-of <date>', 'the day the data is made for (default: today)')
    .option('--excel', 'start tables with a byte order mark, by which Excel knows the letters', false)
    .option('--prune', 'remove bundles of people whom no note names any more', false)
    .action(async (folder: string, options: ExportOptions) =>
      finish(await exportFolder(shell, folder, options)),
    )

async function exportFolder(shell: Shell, folder: string, options: ExportOptions): Promise<ExitCode> {
  const {client, reader, out} = options
  const format = (options.excel ? EXPORTS_FOR_EXCEL : EXPORTS).find(({id}) => id === options.format)
  if (!format) throw new CommandError(`The format is one of: ${EXPORTS.map(({id}) => id).join(', ')}.`)
  const asOf = asOfDay(shell, options.asOf)
  const root = posix(resolve(shell.cwd, folder))
  const {summary, configuration, unread} = await foldFolder(shell, root, asOf)
  const {policy, specialists} = configuration
  const input = exportInput(summary, {reader, client, policy, specialists})
  if (input.pages.length === 0) throw new CommandError(nobodyMessage(summary, client, folder))
  const files = format.files(input)
  if (out === undefined) {
    const [only, ...others] = files
    if (!only || others.length > 0) throw new CommandError(severalMessage(format))
    shell.out(only.text)
  } else {
    const outputs = files.map(({name, text}) => ({name, content: text}))
    const current = new Set(summary.pages.map((page) => `fhir-${fileNameOf(page.client)}.json`))
    const isOld = (name: string): boolean => /^fhir-.*\.json$/.test(name) && !current.has(name)
    const prunes = options.prune && format.id === 'fhir' && mayPrune(unread)
    const results = await writeOutputs(posix(resolve(shell.cwd, out)), outputs, prunes ? isOld : undefined)
    tellOutputs(shell, results, {what: 'file', asOf})
  }
  if (format.id === 'fhir') shell.err(`${FHIR_LABEL}.\n`)
  return unread > 0 ? 2 : 0
}

const severalMessage = ({id}: ExportFormat): string =>
  id === 'fhir'
    ? 'A bundle is about one person: --client says whom, or --out takes one file each.'
    : 'This makes several files; --out says where they go.'
