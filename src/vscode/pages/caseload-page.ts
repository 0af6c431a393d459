import {Uri, window, workspace} from 'vscode'
import type {CivilDate} from '../../core/time/civil-date.ts'
import {REPORT_LOG, reportLogLine} from '../../folder/report-log.ts'
import {FoldCache} from '../../summary/fold-cache.ts'
import type {Page} from '../../summary/formats/format.ts'
import type {LanguageCounts} from '../../summary/readers/caseload.ts'
import {caseloadPage} from '../../summary/readers/caseload-page.ts'
import type {NoteInput} from '../../summary/summary.ts'
import type {NotesFolder} from '../notes-folder.ts'
import {LanguageCounter} from './language-counter.ts'
import type {PageSource} from './page-panel.ts'
import {foldSettings, type PageTools} from './page-tools.ts'
import {now} from '../today.ts'

/** Counts over everybody, or a row for each person as well. */
export type CaseloadReader = 'everybody' | 'each-person'

/**
 * Counts over everybody, for a supervisor; nobody by name. What the notes' language comes to follows once they have
 * been read for it. With a row for each person, by id, a line in the folder's log says that it was shown.
 */
export function caseloadSource(
  tools: PageTools,
  folder: NotesFolder,
  reader: CaseloadReader = 'everybody',
): PageSource {
  const cache = new FoldCache()
  const counter = new LanguageCounter(tools.toolbox, folder)
  const byClient = reader === 'each-person'
  let logged: Promise<boolean> | undefined
  const make = async (
    languageOf: (notes: readonly NoteInput[], asOf: CivilDate) => Promise<LanguageCounts | 'counting'>,
  ): Promise<Page | string> => {
    const settings = await foldSettings(tools, folder)
    const notes = await folder.notes()
    const asOf = now().date
    const summary = cache.fold(notes, {...settings, asOf, unread: await folder.unread()})
    if (summary.pages.length === 0) return 'No session notes here yet, so there is nothing to count.'
    if (byClient) {
      logged ??= leaveLine(tools, folder, {asOf, people: summary.pages.length})
      if (!(await logged))
        return `Counts for each person leave a line in ${REPORT_LOG}, which could not be written. The counts over everybody need none.`
    }
    const language = await languageOf(notes, asOf)
    return caseloadPage(summary, {policy: settings.policy, byClient, language})
  }
  return {
    folder,
    title: byClient ? 'Caseload, each person' : 'Caseload',
    fileName: 'caseload',
    state: {root: folder.root.toString(), reader},
    early: async () => {
      const before = counter.before(await folder.notes(), now().date)
      return before && make(async () => before)
    },
    make: async () => make(async (notes, asOf) => counter.count(notes, asOf)),
    dispose: () => counter.dispose(),
  }
}

/** Adds the line that says that each person's counts were shown; whether it stands there now. */
async function leaveLine(
  {toolbox}: PageTools,
  {root}: NotesFolder,
  {asOf, people}: {readonly asOf: CivilDate; readonly people: number},
): Promise<boolean> {
  const configuration = await toolbox.configurationFor(Uri.joinPath(root, 'note.md'))
  const log = Uri.joinPath(root.with({path: configuration.root ?? root.path}), REPORT_LOG)
  const line = reportLogLine(now(), {how: 'caseload by person in the editor', asOf, people})
  try {
    const before = await Promise.resolve(workspace.fs.readFile(log)).catch(() => new Uint8Array())
    const text = `${new TextDecoder('utf-8', {ignoreBOM: true}).decode(before)}${line}`
    await workspace.fs.writeFile(log, new TextEncoder().encode(text))
    void window.showInformationMessage(`A line in ${REPORT_LOG} says that each person’s counts were shown.`)
    return true
  } catch {
    return false
  }
}
