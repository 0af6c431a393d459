import {FoldCache} from '../../summary/fold-cache.ts'
import {caseloadPage} from '../../summary/readers/caseload-page.ts'
import type {NotesFolder} from '../notes-folder.ts'
import type {PageSource} from './page-panel.ts'
import {foldSettings, type PageTools} from './page-tools.ts'
import {now} from '../today.ts'

/** Counts over everybody, for a supervisor; nobody by name. */
export function caseloadSource(tools: PageTools, folder: NotesFolder): PageSource {
  const cache = new FoldCache()
  return {
    folder,
    title: 'Caseload',
    fileName: 'caseload',
    state: {root: folder.root.toString()},
    make: async () => {
      const settings = await foldSettings(tools, folder)
      const summary = cache.fold(await folder.notes(), {...settings, asOf: now().date})
      if (summary.pages.length === 0) return 'No session notes here yet, so there is nothing to count.'
      return caseloadPage(summary, {policy: settings.policy})
    },
  }
}
