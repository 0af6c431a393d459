import {FoldCache} from '../../summary/fold-cache.ts'
import {weekPage} from '../../summary/readers/week-page.ts'
import type {NotesFolder} from '../notes-folder.ts'
import {specialistOf} from '../new-note/open-new-note.ts'
import type {PageSource} from './page-panel.ts'
import {foldSettings, type PageTools} from './page-tools.ts'
import {now} from '../today.ts'

/** The next two weeks of whoever the settings name, or the only one who writes here; else everybody's. */
export function weekSource(tools: PageTools, folder: NotesFolder): PageSource {
  const cache = new FoldCache()
  return {
    folder,
    title: 'My week',
    fileName: `week-${now().date}`,
    state: {root: folder.root.toString()},
    make: async () => {
      const settings = await foldSettings(tools, folder)
      const notes = await folder.notes()
      const summary = cache.fold(notes, {...settings, asOf: now().date})
      if (summary.pages.length === 0) return 'No session notes here yet, so nothing is planned.'
      const specialist = specialistOf(notes, folder).trim() || undefined
      return weekPage(summary, {policy: settings.policy, specialist})
    },
  }
}
