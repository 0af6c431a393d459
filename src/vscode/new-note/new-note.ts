import {commands, Disposable, window} from 'vscode'
import type {CivilDate} from '../../core/time/civil-date.ts'
import {fillAsSnippet} from '../../core/templates/fill-template.ts'
import {enteredLater} from '../../core/templates/follow-on-note.ts'
import {needsOriginal, settledTemplate, type OfferedTemplate} from '../../core/templates/template-layers.ts'
import type {TemplateValues} from '../../core/templates/template-values.ts'
import {fillPath, type Template} from '../../core/templates/template.ts'
import {readTypedDate} from '../../core/time/typed-date.ts'
import {earlierValues, kindsOf} from '../../summary/earlier-values.ts'
import type {PersonPage} from '../../summary/summary.ts'
import {activeNote} from '../active-note.ts'
import {customise} from './customise-template.ts'
import {fileInFront} from '../in-front.ts'
import type {NotesFolder} from '../notes-folder.ts'
import {offeredTemplates, type NewNoteOptions} from './offered-templates.ts'
import {openNewNote, specialistOf} from './open-new-note.ts'
import {people} from '../people.ts'
import {pickDay} from './pick-day.ts'
import {pickPeople, pickPerson, type PickedPerson} from './pick-person.ts'
import {askQuestions, pickTemplate} from './pick-template.ts'
import {now} from '../today.ts'

/** What a key binding or a view may say beforehand, so that it is not asked. */
interface Asked {
  readonly client: string | undefined
  /** The day of the contact. */
  readonly date: CivilDate | undefined
  /** Id of a template. */
  readonly template: string | undefined
}

/** The commands that start a note: nothing is on disk until the writer saves it, nothing at all when they turn back. */
export function registerNewNote(options: NewNoteOptions): Disposable {
  const inFolder =
    (run: (starter: NoteStarter) => Promise<void>) =>
    async (asked?: unknown): Promise<void> => {
      const folder = await options.folders.of(fileInFront())
      if (folder) await run(new NoteStarter(options, folder, readAsked(asked)))
      else
        await window.showInformationMessage('A note goes into a folder: open the folder of your notes first.')
    }
  return Disposable.from(
    commands.registerCommand(
      'strengths.newNote',
      inFolder((starter) => starter.ofPerson()),
    ),
    commands.registerCommand(
      'strengths.newNoteFromTemplate',
      inFolder((starter) => starter.fromTemplate()),
    ),
    commands.registerCommand(
      'strengths.newGroupNote',
      inFolder((starter) => starter.ofGroup()),
    ),
    commands.registerCommand(
      'strengths.continueNote',
      inFolder((starter) => starter.fromLast()),
    ),
    commands.registerCommand(
      'strengths.lateNote',
      inFolder((starter) => starter.ofEarlierDay()),
    ),
  )
}

function readAsked(asked: unknown): Asked {
  const said = typeof asked === 'object' && asked !== null ? new Map(Object.entries(asked)) : new Map()
  const text = (key: string): string | undefined => {
    const value: unknown = said.get(key)
    return typeof value === 'string' && value !== '' ? value : undefined
  }
  return {client: text('client'), date: readTypedDate(text('date') ?? '')?.date, template: text('template')}
}

/** Starts one note in a folder. */
class NoteStarter {
  readonly #options: NewNoteOptions
  readonly #folder: NotesFolder
  readonly #asked: Asked
  readonly #today = now()

  constructor(options: NewNoteOptions, folder: NotesFolder, asked: Asked) {
    this.#options = options
    this.#folder = folder
    this.#asked = asked
  }

  /** A person, and a kind only where they have had several. */
  async ofPerson(): Promise<void> {
    const title = 'New session note'
    const person = await this.#person(title)
    if (person) await this.#about(person, title, this.#today.date)
  }

  /** A person, and always a template. */
  async fromTemplate(): Promise<void> {
    const title = 'New note from a template'
    const person = await this.#person(title)
    if (person) await this.#about({...person, chooseTemplate: true}, title, this.#today.date)
  }

  /** The next note of the person in front, of the kind that the last one was. */
  async fromLast(): Promise<void> {
    const title = 'Continue from last note'
    const clients = this.#asked.client === undefined ? (activeNote()?.record.clients ?? []) : []
    const [only] = clients.length === 1 ? clients : []
    const person = only ? {id: only.value, chooseTemplate: false} : await this.#person(title)
    if (!person) return
    const page = await this.#folder.pageOf(person.id, this.#today.date)
    const kinds = page ? kindsOf(page).slice(0, 1) : []
    const template = person.chooseTemplate
      ? await this.#pickTemplate(title, kinds)
      : settledTemplate(await this.#offered(), {isNew: !page, kinds})?.template
    if (template) await this.#open(template, [person.id], this.#today.date, page)
  }

  /** A contact of an earlier day that was never written down. */
  async ofEarlierDay(): Promise<void> {
    const title = 'Late entry for an earlier day'
    const person = await this.#person(title)
    const day = person && (this.#asked.date ?? (await pickDay(title, this.#today.date)))
    if (day) await this.#about(person, title, day, true)
  }

  /** Everybody who was there, each with a block of their own. */
  async ofGroup(): Promise<void> {
    const title = 'New group note'
    const clients = await pickPeople(this.#folder.notes(), title)
    if (!clients) return
    const groups = (await this.#offered()).filter(({template}) => template.kind === 'group')
    const [first, ...others] = groups
    const template = others.length > 0 ? await this.#pickTemplate(title, [], groups) : first?.template
    if (template) await this.#open(template, clients, this.#today.date, undefined)
  }

  async #person(title: string): Promise<PickedPerson | undefined> {
    const {client} = this.#asked
    const notes = this.#folder.notes()
    if (client === undefined) return pickPerson(notes, title)
    const isNew = !people(await notes).some(({id}) => id === client)
    return {id: client, isNew, chooseTemplate: false}
  }

  async #about(
    {id, isNew, chooseTemplate}: PickedPerson,
    title: string,
    day: CivilDate,
    late = false,
  ): Promise<void> {
    const page = isNew ? undefined : await this.#folder.pageOf(id, this.#today.date)
    const kinds = page ? kindsOf(page) : []
    const asks = chooseTemplate || this.#asked.template !== undefined
    const settled = asks ? undefined : settledTemplate(await this.#offered(), {isNew, kinds})
    const template = settled?.template ?? (await this.#pickTemplate(title, kinds))
    const known = day === this.#today.date || isNew ? page : await this.#folder.pageOf(id, day)
    if (template) await this.#open(template, [id], day, known, late)
  }

  async #offered(): Promise<readonly OfferedTemplate[]> {
    const offered = await offeredTemplates(this.#options, this.#folder)
    return offered.filter(({template}) => !needsOriginal(template))
  }

  async #pickTemplate(
    title: string,
    kinds: readonly string[],
    offered?: readonly OfferedTemplate[],
  ): Promise<Template | undefined> {
    const asked = (await this.#offered()).find(({template}) => template.id === this.#asked.template)
    if (asked) return asked.template
    const from = offered ? Promise.resolve(offered) : this.#offered()
    const chosen = await pickTemplate(from, {title, kinds, placeholder: 'What kind of contact was it?'})
    if (chosen?.customise) await customise(this.#options, this.#folder, chosen.picked)
    return chosen?.customise ? undefined : chosen?.picked.template
  }

  async #open(
    template: Template,
    clients: readonly string[],
    date: CivilDate,
    page: PersonPage | undefined,
    late = false,
  ): Promise<void> {
    const answers = await askQuestions(template)
    if (!answers) return
    const isGroup = template.kind === 'group'
    const values: TemplateValues = {
      ...answers,
      client: clients.join(', '),
      date,
      start: date === this.#today.date ? this.#today.time : '',
      entered: this.#today.date,
      specialist: specialistOf(await this.#folder.notes(), this.#folder),
      practice: template.practice,
    }
    const path = fillPath(template, values)
    const recalled = (known: PersonPage | undefined): TemplateValues =>
      known ? earlierValues(known, {date, path}) : {}
    const people = await Promise.all(
      (isGroup ? clients : []).map(async (client) => ({
        client,
        ...recalled(await this.#folder.pageOf(client, date)),
      })),
    )
    const text = date === this.#today.date && !late ? template.text : enteredLater(template.text, late)
    const own = isGroup ? values : {...recalled(page), ...values}
    await openNewNote(this.#folder, path, (note) => fillAsSnippet(text, {...own, note}, people))
  }
}
