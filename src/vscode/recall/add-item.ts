import {commands, Disposable, Range, Selection, window, workspace, WorkspaceEdit} from 'vscode'
import {addItem, type ItemPlace, type NewItem} from '../../core/record/add-item.ts'
import type {PersonalRecord} from '../../core/record/record-items.ts'
import {
  knownActions,
  knownGoals,
  knownResources,
  knownStrengths,
  type KnownGoal,
} from '../../summary/recall/known-things.ts'
import {chooseOrType, type Offer} from '../choose-or-type.ts'
import {documentInFront, editorOf} from '../in-front.ts'
import type {Memory, Remembered} from './memory.ts'
import {NoteDocument} from '../note-document.ts'

/** Who asks for a list waits a little for notes that are still being read, in milliseconds. */
const PATIENCE = 2000

/** Commands that add to the note in front, from what earlier notes hold or in words of one's own. */
export function registerAddItem(memory: Memory): Disposable {
  const add =
    (make: (about: About) => Promise<Addition | undefined>) =>
    async (asked?: unknown): Promise<void> => {
      const document = documentInFront()
      const remembered = document && (await memory.of(document))
      if (!remembered) return tell('This adds to a session note: open one first.')
      await remembered.folder.soon(document.uri, PATIENCE)
      const client = await chooseClient(remembered)
      const addition = client && (await make({...remembered, ...client, words: wordsIn(asked)}))
      if (addition) await insert(remembered, addition)
    }
  return Disposable.from(
    commands.registerCommand('strengths.addStrength', add(newStrength)),
    commands.registerCommand('strengths.addResource', add(newResource)),
    commands.registerCommand('strengths.addGoal', add(newGoal)),
    commands.registerCommand('strengths.addWin', add(newWin)),
    commands.registerCommand('strengths.addAction', add(newAction)),
  )
}

interface Whose {
  /** In a group note, the person it is about; undefined where the note is about one. */
  readonly client: string | undefined
  readonly said: PersonalRecord
}
interface About extends Remembered, Whose {
  /** What a key binding says beforehand, so that it is not asked. */
  readonly words: string | undefined
}

interface Addition {
  readonly item: NewItem
  readonly place: ItemPlace
}

function wordsIn(asked: unknown): string | undefined {
  const said = typeof asked === 'object' && asked !== null ? new Map(Object.entries(asked)) : new Map()
  const words: unknown = said.get('words')
  return (typeof words === 'string' && words.trim()) || undefined
}

/** What is known by the words that were said beforehand, else those words; without any, what the writer chooses. */
async function chosenBy<T>(
  {words}: About,
  offers: readonly Offer<T>[],
  asking: Parameters<typeof chooseOrType>[1],
) {
  if (words === undefined) return chooseOrType(offers, asking)
  const offer = offers.find(({label}) => label.toLowerCase() === words.toLowerCase())
  return offer ? {offer} : {typed: words}
}

const tell = async (words: string): Promise<void> => {
  await window.showInformationMessage(words)
}

/** In a group note, the person whose part it goes to. */
async function chooseClient({recall: {record}}: Remembered): Promise<Whose | undefined> {
  if (record.each.length === 0) return {client: undefined, said: record}
  const picked = await window.showQuickPick(
    record.each.map(({client}) => client.value),
    {title: 'Add to this note', placeHolder: 'Whose part of the note does it go to?'},
  )
  const part = record.each.find(({client}) => client.value === picked)
  return part && {client: part.client.value, said: part}
}

const pageOf = ({recall, client}: About) => {
  const only = recall.record.clients[0]?.value
  const person = client ?? only
  return person === undefined ? undefined : recall.pageOf(person)
}

async function newStrength(about: About): Promise<Addition | undefined> {
  const here = new Set(about.said.strengths.map(({name}) => name.value))
  const offers = knownStrengths(pageOf(about), about.recall)
    .filter(({label}) => !here.has(label))
    .map(({label, detail, about: seen = ''}) => ({label, description: detail, detail: seen, value: label}))
  const chosen = await chosenBy(about, offers, {
    title: 'Add a strength',
    placeholder: 'Which strength did you see or hear of? Your own words are welcome.',
  })
  const name = chosen && ('offer' in chosen ? chosen.offer.value : chosen.typed)
  return name
    ? {
        item: [
          ['name', name],
          ['evidence', ''],
        ],
        place: placeOf(about, 'strengths'),
      }
    : undefined
}

async function newResource(about: About): Promise<Addition | undefined> {
  const offers = knownResources(pageOf(about), about.recall)
    .filter(({isHere}) => !isHere)
    .map((known) => ({label: known.label, description: known.detail, value: known}))
  const chosen = await chosenBy(about, offers, {
    title: 'Add a resource',
    placeholder: 'A person, a place or a thing to draw on',
  })
  if (!chosen) return undefined
  const known = 'offer' in chosen ? chosen.offer.value : undefined
  const name = 'typed' in chosen ? chosen.typed : chosen.offer.label
  const named: NewItem[number] = known?.hasOwnId ? ['id', known.id] : ['name', name]
  return {item: [named, ['status', '']], place: placeOf(about, 'resources')}
}

async function newGoal(about: About): Promise<Addition | undefined> {
  const chosen = await chosenBy(
    about,
    goalOffers(about).filter(({value}) => !value.isHere),
    {
      title: 'Add a goal',
      placeholder: 'What does the person want, in their words?',
    },
  )
  if (!chosen) return undefined
  const item: NewItem =
    'offer' in chosen
      ? [
          ['id', chosen.offer.value.id],
          ['status', ''],
        ]
      : [
          ['words', chosen.typed],
          ['status', 'named'],
        ]
  return {item, place: placeOf(about, 'goals')}
}

function goalOffers(about: About): Offer<KnownGoal>[] {
  return knownGoals(pageOf(about), about.recall)
    .filter(({isOver}) => !isOver)
    .map((goal) => ({label: goal.label, description: goal.detail, value: goal}))
}

async function newWin(about: About): Promise<Addition | undefined> {
  const offers = knownActions(pageOf(about), about.recall.today).map(({label, detail}) => ({
    label,
    description: detail,
    value: label,
  }))
  const chosen = await chosenBy(about, offers, {
    title: 'Add a win',
    placeholder: 'What went well, however small?',
  })
  const what = chosen && ('offer' in chosen ? chosen.offer.value : chosen.typed)
  return what ? {item: [['what', what]], place: placeOf(about, 'wins')} : undefined
}

/** Under a goal of this note, or under one of earlier notes, which then comes with it. */
async function newAction(about: About): Promise<Addition | undefined> {
  const {said} = about
  const here = said.goals.map(({id, words}, index) => ({
    label: words?.value ?? knownWords(about, id?.value) ?? id?.value ?? '…',
    description: 'in this note',
    value: {index, id: id?.value},
  }))
  const earlier = goalOffers(about)
    .filter(({value}) => !value.isHere)
    .map(({label, description = '', value}) => ({label, description, value: {index: -1, id: value.id}}))
  const offers = [...here, ...earlier]
  if (offers.length === 0) {
    await tell('A step leads to a goal: add a goal first, in the person’s words.')
    return undefined
  }
  const [only] = offers
  const goal =
    offers.length === 1
      ? only
      : await window.showQuickPick(offers, {title: 'Add a step', placeHolder: 'Which goal does it lead to?'})
  if (!goal) return undefined
  const open = knownActions(pageOf(about), about.recall.today)
  const chosen = await chosenBy(
    about,
    open.map(({label, detail}) => ({label, description: detail, value: label})),
    {title: 'Add a step', placeholder: 'One small step'},
  )
  const what = chosen && ('offer' in chosen ? chosen.offer.value : chosen.typed)
  if (!what) return undefined
  const step: NewItem = [
    ['what', what],
    ['who', 'person'],
    ['by', ''],
  ]
  const {index, id = ''} = goal.value
  return index >= 0
    ? {item: step, place: {...placeOf(about, 'actions'), goal: index}}
    : {
        item: [
          ['id', id],
          ['actions', [step]],
        ],
        place: placeOf(about, 'goals'),
      }
}

const knownWords = (about: About, id: string | undefined): string | undefined =>
  pageOf(about)?.goals.find((goal) => goal.id === id)?.words

const placeOf = ({client}: About, list: ItemPlace['list']): ItemPlace => ({list, client})

/** Puts the item into the note, with the cursor where writing goes on; nothing where it would change anything else. */
async function insert({at, recall}: Remembered, {item, place}: Addition): Promise<void> {
  const added = addItem(recall.note, item, place)
  const placed = added && NoteDocument.place(at, added.edit)
  if (!added || !placed || !placed.at.isCurrent)
    return tell('The frontmatter of this note leaves no sure place for that, so nothing was changed.')
  const {document} = placed.at
  const start = document.offsetAt(placed.range.start)
  const edit = new WorkspaceEdit()
  edit.replace(document.uri, placed.range, placed.text)
  if (!(await workspace.applyEdit(edit))) return
  const editor = editorOf(document)
  if (!editor) return
  const cursor = document.positionAt(start + placed.added + added.cursor - added.edit.span.start)
  editor.selection = new Selection(cursor, cursor)
  editor.revealRange(new Range(cursor, cursor))
  if (document.lineAt(cursor).text.slice(0, cursor.character).endsWith(': '))
    await commands.executeCommand('editor.action.triggerSuggest')
}
