import {EventEmitter, languages, type Disposable, type DocumentFilter, type TextDocument} from 'vscode'
import {parseNote, type Note} from '../core/note.ts'
import {checkNote, isSessionNote} from '../lint/check-note.ts'
import type {Finding} from '../lint/finding.ts'
import type {Sighting} from '../lint/linter.ts'
import {isGenerated} from '../summary/formats/generated.ts'
import type {NoteContexts} from './note-context.ts'
import {VIEWS} from './note-document.ts'
import type {Toolbox} from './toolbox.ts'

/** A session note as it stood at one version of its document. */
export interface NoteReading {
  readonly document: TextDocument
  readonly version: number
  readonly note: Note
  readonly findings: readonly Finding[]
  readonly sightings: readonly Sighting[]
}

export const MARKDOWN: DocumentFilter = {language: 'markdown'}

/** Past this many characters a file is no note of a session, and reading it would be felt while typing. */
const LARGEST = 200_000

/** Reads session notes, each version once; everything else it leaves alone. */
export class NoteReader implements Disposable {
  readonly #toolbox: Toolbox
  readonly #contexts: NoteContexts
  readonly #changed = new EventEmitter<void>()
  readonly #subscriptions: readonly Disposable[]
  readonly #asked = new Set<string>()
  #readings = new WeakMap<TextDocument, {version: number; reading: Promise<NoteReading | undefined>}>()

  /** Fires when notes should be read again though their text is the same. */
  readonly onDidChange = this.#changed.event

  constructor(toolbox: Toolbox, contexts: NoteContexts) {
    this.#toolbox = toolbox
    this.#contexts = contexts
    const forget = (): void => this.#forget()
    this.#subscriptions = [this.#changed, toolbox.onDidChange(forget), contexts.onDidRead(forget)]
  }

  /** The reading of a document as it stands; undefined for what is not a session note. */
  async read(document: TextDocument): Promise<NoteReading | undefined> {
    const known = this.#readings.get(document)
    if (known?.version === document.version) return known.reading
    const reading = this.#read(document)
    this.#readings.set(document, {version: document.version, reading})
    return reading
  }

  /** Reads a document from now on because somebody asked for it, whatever it holds. */
  include(document: TextDocument): void {
    this.#asked.add(document.uri.toString())
    this.#forget()
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose()
  }

  async #read(document: TextDocument): Promise<NoteReading | undefined> {
    const {version, uri} = document
    if (languages.match(MARKDOWN, document) === 0 || VIEWS.has(uri.scheme)) return undefined
    const text = document.getText()
    if (text.length > LARGEST || isGenerated(text)) return undefined
    const note = parseNote(text)
    if (!(await this.#isOurs(document, note))) return undefined
    const {linter, rules} = await this.#toolbox.toolsFor(uri)
    const findings = checkNote(linter, note, rules, await this.#contexts.of(uri))
    return {document, version, note, findings, sightings: linter.sightings(note)}
  }

  async #isOurs({uri}: TextDocument, note: Note): Promise<boolean> {
    if (this.#asked.has(uri.toString())) return true
    if (note.frontmatter?.entries.some(({key}) => key === 'template')) return false
    return isSessionNote(note) || (await this.#toolbox.configurationFor(uri)).root !== undefined
  }

  #forget(): void {
    this.#readings = new WeakMap()
    this.#changed.fire()
  }
}
