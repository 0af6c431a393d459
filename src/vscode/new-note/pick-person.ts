import {ThemeIcon, window, type QuickInputButton, type QuickPickItem} from 'vscode'
import {shortDate} from '../../core/time/civil-date.ts'
import type {NoteInput} from '../../summary/summary.ts'
import {choose, type Choice} from '../choose.ts'
import {people, type Person} from '../people.ts'
import {now} from '../today.ts'

/** Whom a new note is about. */
export interface PickedPerson {
  readonly id: string
  /** No note names them yet. */
  readonly isNew: boolean
  /** The writer wants to choose the template, whatever is usual. */
  readonly chooseTemplate: boolean
}

const CHOOSE_TEMPLATE: QuickInputButton = {
  iconPath: new ThemeIcon('list-selection'),
  tooltip: 'Choose the template',
}

const NEW_PERSON = Symbol('a new person')

/** An id as a note may carry it: one word, never a path. */
const ID = /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u

/** One person, those seen last first, somebody new last; undefined when the writer turns back. */
export async function pickPerson(
  notes: Promise<readonly NoteInput[]>,
  title: string,
): Promise<PickedPerson | undefined> {
  const choices = notes.then((found): Choice<string | typeof NEW_PERSON>[] => [
    ...people(found).map((person) => ({
      label: person.id,
      description: lastSeen(person),
      buttons: [CHOOSE_TEMPLATE],
      value: person.id,
    })),
    {label: '$(add) New person…', value: NEW_PERSON},
  ])
  const chosen = await choose(choices, {title, placeholder: 'Who is it about?'})
  if (!chosen) return undefined
  const {value, button} = chosen
  if (typeof value === 'string') return {id: value, isNew: false, chooseTemplate: button !== undefined}
  const [id] = (await askForIds(title, 1)) ?? []
  return id === undefined ? undefined : {id, isNew: !(await isNamed(notes, id)), chooseTemplate: false}
}

/** Everybody who was in a group; undefined when the writer turns back. */
export async function pickPeople(
  notes: Promise<readonly NoteInput[]>,
  title: string,
): Promise<readonly string[] | undefined> {
  const someoneNew: QuickPickItem = {label: '$(add) Somebody new…', alwaysShow: true}
  const items = notes.then((found): QuickPickItem[] => [
    ...people(found).map((person) => ({label: person.id, description: lastSeen(person)})),
    someoneNew,
  ])
  const options = {title, placeHolder: 'Who was there?', canPickMany: true} as const
  const picked = await window.showQuickPick<QuickPickItem>(items, options)
  if (!picked || picked.length === 0) return undefined
  const known = picked.filter((item) => item.label !== someoneNew.label).map(({label}) => label)
  if (known.length === picked.length) return known
  const others = await askForIds(title, Number.POSITIVE_INFINITY)
  return others && [...new Set([...known, ...others])]
}

async function askForIds(title: string, most: number): Promise<readonly string[] | undefined> {
  const idsIn = (text: string): string[] => text.split(/[\s,;]+/).filter((id) => id !== '')
  const typed = await window.showInputBox({
    title,
    prompt: 'A short id such as c-014 stands for the person, so that no name travels with the notes.',
    placeHolder: most === 1 ? 'c-014' : 'c-014, c-021',
    validateInput: (text) =>
      idsIn(text).every((id) => ID.test(id)) && idsIn(text).length <= most
        ? undefined
        : 'An id is one word of letters, digits, dots and dashes.',
  })
  const ids = idsIn(typed ?? '')
  return ids.length > 0 ? ids : undefined
}

const isNamed = async (notes: Promise<readonly NoteInput[]>, id: string): Promise<boolean> =>
  people(await notes).some((person) => person.id === id)

const lastSeen = ({last}: Person): string => (last ? `last note ${shortDate(last, now().date)}` : '')
