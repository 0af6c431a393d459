import {CodeLens, EventEmitter, languages, workspace, Disposable, type Command} from 'vscode'
import {noteStrip} from '../../summary/recall/note-strip.ts'
import type {Memory} from './memory.ts'
import {NOTE_DOCUMENTS} from '../note-document.ts'
import {setting, SETTINGS} from '../settings.ts'

/** One calm line above a session note: its time, how much the person said, and the thread from goal to win. */
export function registerNoteLens(memory: Memory): Disposable {
  const changed = new EventEmitter<void>()
  return Disposable.from(
    changed,
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(`${SETTINGS}.noteStrip`)) changed.fire()
    }),
    languages.registerCodeLensProvider(NOTE_DOCUMENTS, {
      onDidChangeCodeLenses: changed.event,
      async provideCodeLenses(document) {
        if (!setting('noteStrip', true, document)) return []
        const remembered = await memory.of(document)
        const block = remembered?.recall.note.frontmatter?.span
        if (!remembered || !block) return []
        const {at, recall} = remembered
        // In a notebook the strip stands above the first cell alone.
        if (!at.holds({start: block.start + 4, end: block.start + 4})) return []
        const {time, theirWords, thread} = noteStrip(recall.note, recall.record, recall.policy)
        const place = at.rangeOf({start: block.start, end: block.start})
        const lenses: Command[] = [
          ...(time ? [{title: time.words, tooltip: time.how, command: ''}] : []),
          ...(theirWords ? [{title: theirWords, command: ''}] : []),
          ...(thread
            ? [{title: thread, tooltip: 'Show this person’s page', command: 'strengths.showPersonPage'}]
            : []),
        ]
        return lenses.map((command) => new CodeLens(place, command))
      },
    }),
  )
}
