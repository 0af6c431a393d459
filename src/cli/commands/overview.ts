import {Command} from 'commander'
import {relative, resolve} from 'node:path'
import {counted} from '../../core/text/counted.ts'
import {FORMATS} from '../../summary/formats/index.ts'
import {pageFor} from '../../summary/readers/index.ts'
import type {PersonPage} from '../../summary/summary.ts'
import {parseNote} from '../../core/note.ts'
import {indexLines} from '../../core/text/line-index.ts'
import {isSessionNote} from '../../lint/check-note.ts'
import {isLanguage} from '../../lint/finding.ts'
import {asOfDay, foldFolder} from '../fold-folder.ts'
import {posix, shownPath} from '../select-notes.ts'
import type {ExitCode, MakeCommand, Shell} from '../shell.ts'
import {writePages} from '../write-pages.ts'
import type {Linted} from '../lint-note.ts'
import {lintPaths} from '../lint-paths.ts'

/** How many findings are shown before the rest is only counted. */
const SHOWN = 5

interface OverviewOptions {
  readonly out: string
  readonly asOf: string | undefined
}

/** `strengths overview`. */
export const overviewCommand: MakeCommand = (shell, finish) =>
  new Command('overview')
    .description('a notes folder at a glance, and each person’s page as HTML')
    .argument('<folder>', 'the folder of notes')
    .option('--out <folder>', 'where the pages go', 'pages')
    .option('--as-of <date>', 'the day the pages are made for (default: today)')
    .action(async (folder: string, options: OverviewOptions) =>
      finish(await overview(shell, folder, options)),
    )

/** A folder at a glance: what its notes hold, a few phrases worth another look, and each person's page as HTML. */
async function overview(shell: Shell, folder: string, options: OverviewOptions): Promise<ExitCode> {
  const asOf = asOfDay(shell, options.asOf)
  const html = FORMATS.find(({id}) => id === 'html')
  if (!html) throw new Error('The HTML format is not in the list.')
  const root = posix(resolve(shell.cwd, folder))
  const quiet: Shell = {...shell, err: () => undefined}
  const {summary, notes, unread, configuration} = await foldFolder(shell, root, asOf)
  const linted = await lintPaths(quiet, [folder], {fix: false, fixDryRun: false})
  const files = linted.filter(({text}) => text !== undefined && isSessionNote(parseNote(text)))
  shell.out(
    `${counted(notes, 'session note')} about ${counted(summary.pages.length, 'person', 'people')} in ${folder}\n\n`,
  )
  shell.out(languageLines(files, folder))
  const written = await writePages(
    quiet,
    root,
    summary.pages.map((page) => ({name: page.client, page: pageFor(page, 'specialist', configuration)})),
    html,
    options.out,
  )
  shell.out(`\nTheir pages, as of ${asOf}\n`)
  for (const [index, page] of summary.pages.entries())
    shell.out(`  ${shownPath(written[index] ?? '', shell.cwd)}  ${pageLine(page)}\n`)
  return unread > 0 ? 2 : 0
}

function languageLines(files: readonly Linted[], folder: string): string {
  const met = files.flatMap(({file, text = '', findings}) =>
    findings.filter(isLanguage).map((finding) => ({file, text, finding})),
  )
  const strengths = files.reduce((sum, file) => sum + file.strengths, 0)
  const lines = spread(met, SHOWN).map(({file, text, finding: {span, offers}}) => {
    const {line} = indexLines(text).positionAt(span.start)
    const words = text.slice(span.start, span.end).replace(/\s+/g, ' ')
    const [offer] = offers
    return `  ${posix(relative(folder, file))}:${line}  “${words}”${offer ? ` → “${offer.text}”` : ''}\n`
  })
  const more =
    met.length > lines.length ? `  and ${met.length - lines.length} more: strengths lint ${folder}\n` : ''
  return `${counted(strengths, 'strength')} noted, ${counted(met.length, 'phrase')} worth another look\n${lines.join('')}${more}`
}

/** A few of many, from the first to the last, so that not all come from one note. */
const spread = <T>(items: readonly T[], most: number): T[] =>
  items.length <= most ? [...items] : items.filter((_, index) => index % Math.ceil(items.length / most) === 0)

function pageLine({goals, strengths, resources, wins}: PersonPage): string {
  return [
    counted(goals.length, 'goal'),
    counted(strengths.length, 'strength'),
    counted(resources.length, 'resource'),
    counted(wins.length, 'win'),
  ].join(', ')
}
