import {Hover, languages, type Disposable} from 'vscode'
import {aboutMarkdown} from '../about-markdown.ts'
import type {Memory} from './memory.ts'
import {NOTE_DOCUMENTS} from '../note-document.ts'

/** Tells what a key is for, and what earlier notes know of a goal, a strength, a resource or a day. */
export function registerRecallHover(memory: Memory): Disposable {
  return languages.registerHoverProvider(NOTE_DOCUMENTS, {
    async provideHover(document, position) {
      const remembered = await memory.of(document)
      if (!remembered) return undefined
      const {at, recall, folder} = remembered
      const {tellAt} = await import('../../summary/recall/tell.ts')
      const told = tellAt(at.offsetAt(position), recall)
      if (!told || !at.holds(told.span)) return undefined
      return new Hover(aboutMarkdown(told.lines, folder, recall.today), at.rangeOf(told.span))
    },
  })
}
