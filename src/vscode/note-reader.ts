import {EventEmitter, languages, type Disposable, type TextDocument, type Uri} from 'vscode'
import type {Note} from '../core/note.ts'
import {checkNote, isSessionNote, isTemplate} from '../lint/check-note.ts'
import type {Finding} from '../lint/finding.ts'
import type {Sighting} from '../lint/linter.ts'
import type {NoteContexts} from './language/note-context.ts'
import {NOTE_DOCUMENTS, NoteDocument} from './note-document.ts'
import {mayRead, sharedNote} from './shared-note.ts'
import type {Toolbox} from './toolbox.ts'

/** What was seen in a session note. */
export interface NoteSeen {
  readonly note: Note
  readonly findings: readonly Finding[]
  readonly sightings: readonly Sighting[]
}

/** A document of a session note as both stood at one moment. */
export interface NoteReading extends NoteSeen {
  readonly document: TextDocument
  readonly at: NoteDocument
  /** Those of `whole` that stand in this document; the spans of both are of the whole note. */
  readonly findings: readonly Finding[]
  readonly sightings: readonly Sighting[]
  readonly whole: NoteSeen
}

/** Reads session notes, each state of them once, whichever of their documents asks; everything else it leaves alone. */
export class NoteReader implements Disposable {
  readonly #toolbox: Toolbox
  readonly #contexts: NoteContexts
  readonly #changed = new EventEmitter<void>()
  readonly #subscriptions: readonly Disposable[]
  readonly #asked = new Set<string>()
  #seen = new WeakMap<NoteDocument['owner'], {stamp: string; seen: Promise<NoteSeen | undefined>}>()

  /** Fires when notes should be read again though their text is the same. */
  readonly onDidChange = this.#changed.event

  constructor(toolbox: Toolbox, contexts: NoteContexts) {
    this.#toolbox = toolbox
    this.#contexts = contexts
    const forget = (): void => this.#forget()
    this.#subscriptions = [this.#changed, toolbox.onDidChange(forget), contexts.onDidRead(forget)]
  }

  /** The reading of a document as it stands; undefined for what is no session note and no cell of one. */
  async read(document: TextDocument): Promise<NoteReading | undefined> {
    if (languages.match(NOTE_DOCUMENTS, document) === 0) return undefined
    const at = NoteDocument.of(document)
    const whole = at && (await this.#see(at))
    if (!at || !whole) return undefined
    const {note} = whole
    const findings = whole.findings.filter(({span}) => at.owns(span))
    return {document, at, note, whole, findings, sightings: whole.sightings.filter((seen) => at.holds(seen))}
  }

  /** Reads a document from now on because somebody asked for it, whatever it holds. */
  include(document: TextDocument): void {
    const at = NoteDocument.of(document)
    if (!at) return
    this.#asked.add(at.uri.toString())
    this.#forget()
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose()
  }

  #see(at: NoteDocument): Promise<NoteSeen | undefined> {
    const known = this.#seen.get(at.owner)
    if (known?.stamp === at.stamp) return known.seen
    const seen = this.#readWhole(at)
    this.#seen.set(at.owner, {stamp: at.stamp, seen})
    return seen
  }

  async #readWhole({uri, text}: NoteDocument): Promise<NoteSeen | undefined> {
    if (!mayRead(text)) return undefined
    const note = sharedNote(text)
    if (!(await this.#isOurs(uri, note))) return undefined
    const {linter, rules} = await this.#toolbox.toolsFor(uri)
    const findings = checkNote(linter, note, rules, await this.#contexts.of(uri))
    return {note, findings, sightings: linter.sightings(note)}
  }

  async #isOurs(uri: Uri, note: Note): Promise<boolean> {
    if (this.#asked.has(uri.toString())) return true
    if (isTemplate(note)) return false
    return isSessionNote(note) || (await this.#toolbox.configurationFor(uri)).root !== undefined
  }

  #forget(): void {
    this.#seen = new WeakMap()
    this.#changed.fire()
  }
}
