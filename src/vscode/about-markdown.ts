import {MarkdownString} from 'vscode'
import {shortDate, type CivilDate} from '../core/time/civil-date.ts'
import type {AboutLine} from '../summary/recall/about.ts'
import type {NoteRef} from '../summary/summary.ts'
import type {NotesFolder} from './notes-folder.ts'

/** How many notes a line links to, the latest. */
const MOST_LINKS = 5

/** Lines of telling as Markdown, each with links to the notes that it rests on. */
export function aboutMarkdown(
  lines: readonly AboutLine[],
  folder: NotesFolder,
  today: CivilDate,
): MarkdownString {
  const text = lines.map(({text: words, tone, sources}) => {
    const own =
      tone === 'title' ? `**${asWords(words)}**` : tone === 'quote' ? `*“${asWords(words)}”*` : asWords(words)
    const links = sources.slice(-MOST_LINKS).map((source) => noteLink(source, folder, today))
    return [own, ...links].join(' ')
  })
  return new MarkdownString(text.join('  \n'))
}

/** `[14 Jul](…#L12)`, which opens the note at its line. */
function noteLink({file, line, date, note}: NoteRef, folder: NotesFolder, today: CivilDate): string {
  const target = folder.uriOf(file).with({fragment: `L${line}`})
  return `[${date ? shortDate(date, today) : asWords(note)}](${target.toString()})`
}

/** `appendText` would make every blank one at which no line breaks. */
export const asWords = (text: string): string => text.replace(/[\\`*_{}[\]()<>#+!~|&-]/g, '\\$&')
