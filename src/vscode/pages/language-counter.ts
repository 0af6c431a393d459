import {Uri, type Disposable} from 'vscode'
import type {CivilDate} from '../../core/time/civil-date.ts'
import {parseNote} from '../../core/note.ts'
import type {Specialist} from '../../core/agency/specialist-list.ts'
import {countsIn, noteLanguage} from '../../folder/note-language.ts'
import {recordOf} from '../../lint/check-note.ts'
import type {NoteLanguage} from '../../summary/language-figures.ts'
import {languageCounts, type LanguageCounts} from '../../summary/readers/caseload.ts'
import type {NoteInput} from '../../summary/summary.ts'
import {LARGEST_READ} from '../shared-note.ts'
import type {NotesFolder} from '../notes-folder.ts'
import type {Toolbox, Tools} from '../toolbox.ts'

/** How many files are read at once. */
const AT_ONCE = 16
/** How long notes are read at a stretch, in milliseconds, while somebody may be typing. */
const SLICE = 6

type RoomTools = Tools & {readonly specialists: readonly Specialist[]}

/**
 * Counts the language of a folder's notes: each note once for as long as it stays as it is, a few milliseconds at a
 * stretch. A file past the size of a session's note counts its record alone. Keeps numbers, and nothing that a note says.
 */
export class LanguageCounter implements Disposable {
  readonly #toolbox: Toolbox
  readonly #folder: NotesFolder
  readonly #subscription: Disposable
  #known = new WeakMap<NoteInput, NoteLanguage>()
  #tools = new Map<string, Promise<RoomTools>>()
  /** One count after another, so that no note is read twice. */
  #running: Promise<unknown> = Promise.resolve()
  #last: LanguageCounts | undefined
  #isDisposed = false

  constructor(toolbox: Toolbox, folder: NotesFolder) {
    this.#toolbox = toolbox
    this.#folder = folder
    this.#subscription = toolbox.onDidChange(() => {
      this.#known = new WeakMap()
      this.#tools = new Map()
    })
  }

  /** The counts of the last time, where some note wants to be read first; undefined where none does. */
  before(notes: readonly NoteInput[], asOf: CivilDate): LanguageCounts | 'counting' | undefined {
    const isKnown = counted(notes, asOf).every((input) => this.#known.has(input))
    return isKnown ? undefined : (this.#last ?? 'counting')
  }

  /** Reads what is not known yet, and counts all notes up to a day. */
  async count(notes: readonly NoteInput[], asOf: CivilDate): Promise<LanguageCounts> {
    const wanted = counted(notes, asOf)
    // Again where the agency's words changed meanwhile.
    while (!this.#isDisposed && wanted.some((input) => !this.#known.has(input))) {
      const running = this.#running.then(async () => this.#read(wanted))
      this.#running = running.catch(() => undefined)
      await running
    }
    const found = wanted.flatMap((input) => this.#known.get(input) ?? [])
    this.#last = languageCounts(found, {isCompared: false})
    return this.#last
  }

  dispose(): void {
    this.#isDisposed = true
    this.#subscription.dispose()
  }

  async #read(inputs: readonly NoteInput[]): Promise<void> {
    const known = this.#known
    const unknown = inputs.filter((input) => !known.has(input))
    let started = performance.now()
    for (let at = 0; at < unknown.length && !this.#isDisposed && known === this.#known; at += AT_ONCE) {
      const some = unknown.slice(at, at + AT_ONCE)
      const read = await Promise.all(
        some.map(async (input) => ({
          input,
          text: await this.#folder.textOf(input.id),
          tools: await this.#toolsFor(input.id),
        })),
      )
      for (const {input, text = '', tools} of read) {
        if (performance.now() - started >= SLICE) {
          await new Promise((resolve) => {
            setTimeout(resolve, 0)
          })
          started = performance.now()
        }
        known.set(input, languageOf(input, text, tools))
      }
    }
  }

  /** Asked once a folder, as settings and configuration are of folders. */
  async #toolsFor(path: string): Promise<RoomTools> {
    const folder = path.slice(0, path.lastIndexOf('/') + 1)
    const near = Uri.joinPath(this.#folder.root, folder, 'note.md')
    const known =
      this.#tools.get(folder) ??
      Promise.all([this.#toolbox.toolsFor(near), this.#toolbox.configurationFor(near)]).then(
        ([tools, {specialists}]) => ({...tools, specialists}),
      )
    this.#tools.set(folder, known)
    return known
  }
}

const counted = (notes: readonly NoteInput[], asOf: CivilDate): NoteInput[] =>
  notes.filter(({record}) => countsIn(record, {since: undefined, asOf}))

function languageOf(input: NoteInput, text: string, {linter, rules, specialists}: RoomTools): NoteLanguage {
  const note = parseNote(text.length > LARGEST_READ ? '' : text)
  const record = recordOf(note)?.record ?? input.record
  return noteLanguage(note, record, {findings: linter.lint(note, rules), specialists, taken: undefined})
}
