import {
  Position,
  Range,
  type Uri,
  window,
  workspace,
  WorkspaceEdit,
  type QuickPickItem,
  type TextDocument,
  type WorkspaceEditEntryMetadata,
} from 'vscode'
import {frontmatterAt} from '../../core/yaml/frontmatter-at.ts'
import {indexPlaces} from '../../core/text/line-index.ts'
import type {Edit} from '../../core/text/span.ts'
import {keyAt, recordUnder} from '../../core/record/vocabulary.ts'
import {decodeText} from '../../folder/decode-text.ts'
import {knownPath, ownPath} from '../../summary/recall/known-path.ts'
import {clientAt} from '../../summary/recall/recall.ts'
import {renameEverywhere, renameRefusal, type Renamed, type RenameInput} from '../../summary/rename-thing.ts'
import type {PersonPage} from '../../summary/summary.ts'
import {documentInFront} from '../in-front.ts'
import type {Memory, Remembered} from './memory.ts'
import {notebookAt, NoteDocument, openNotes} from '../note-document.ts'
import type {NotesFolder} from '../notes-folder.ts'
import {now} from '../today.ts'

/** Renaming where the cursor is, and by a list of all that can be renamed. */
export interface Renames {
  /** @throws where nothing of ours stands; another provider may know what to rename there, such as a heading. */
  prepare(
    document: TextDocument,
    position: Position,
  ): Promise<{readonly range: Range; readonly placeholder: string}>
  edits(document: TextDocument, position: Position, to: string): Promise<WorkspaceEdit | undefined>
  pick(): Promise<void>
}

/** Another name for a person, a goal, a strength or a resource in all notes, looked through before it is so. */
export const renamesWith = (memory: Memory): Renames => ({
  async prepare(document, position) {
    const found = await thingAt(memory, document, position)
    if (!found) throw new Error('Names of people, goals, strengths and resources can be renamed here.')
    return {range: found.range, placeholder: found.renamed.from}
  },
  async edits(document, position, to) {
    const found = await thingAt(memory, document, position)
    return found && editFor(found.remembered, found.renamed, to)
  },
  async pick() {
    const document = documentInFront()
    const remembered = document && (await memory.of(document))
    if (remembered) await renameByPick(remembered)
    else
      await window.showInformationMessage('Open a note of the person first: it says whose names these are.')
  },
})

interface Thing {
  readonly remembered: Remembered
  readonly range: Range
  readonly renamed: Renamed
}

/** What stands at a place of the frontmatter, where that is a name that other notes may use. */
async function thingAt(
  memory: Memory,
  document: TextDocument,
  position: Position,
): Promise<Thing | undefined> {
  const remembered = await memory.of(document)
  if (!remembered) return undefined
  const {at, recall} = remembered
  const place = frontmatterAt(recall.note.frontmatter?.entries ?? [], at.offsetAt(position))
  if (!place || !at.holds(place.span)) return undefined
  const path = knownPath(place.path)
  const renamed = renamedAt(place.on, path, place.text.trim(), remembered)
  return renamed && {remembered, range: at.rangeOf(place.span), renamed}
}

function renamedAt(
  on: 'key' | 'value',
  path: readonly string[],
  from: string,
  {recall}: Remembered,
): Renamed | undefined {
  if (on === 'key') return path[0] === 'each' && path.length === 2 ? {kind: 'client', from} : undefined
  const main = recordUnder(path)?.main
  const own = ownPath(main === undefined ? path : [...path, main])
  const form = keyAt(own)?.form
  const item = form?.kind === 'list' ? form.of : form
  const of = item?.kind === 'id' ? item.of : undefined
  if (of === 'client') return {kind: 'client', from}
  const client = clientAt(path, recall.record)
  if (client === undefined) return undefined
  if (of === 'goal' || of === 'strength') return {kind: of, client, from}
  if (own.join('.') === 'resources.name') return {kind: 'resource', client, from, by: 'name'}
  if (of !== 'resource') return undefined
  const isId =
    own.join('.') === 'resources.id' || recall.pageOf(client)?.resources.some(({id}) => id === from)
  return {kind: 'resource', client, from, by: isId ? 'id' : 'name'}
}

/**
 * The splices in every note, to be looked through: VS Code opens its preview where one of them asks for it. The
 * names themselves come ticked; the same words in the text of notes do not.
 * @throws Error with a sentence for the person where the name cannot be taken.
 */
async function editFor({folder, at}: Remembered, renamed: Renamed, to: string): Promise<WorkspaceEdit> {
  const page = renamed.kind === 'client' ? undefined : folder.knownPageOf(renamed.client, now().date)
  const refusal = renameRefusal(renamed, to, {page, clients: await folder.clients()})
  if (refusal !== undefined) throw new Error(refusal)
  const notes = await textsOf(folder, renamed.kind === 'client' ? renamed.from : renamed.client)
  const plan = renameEverywhere(notes, renamed, to)
  const unsure = [...plan].filter(([, {isUnsure}]) => isUnsure).map(([path]) => path)
  if (unsure.length > 0)
    throw new Error(
      `Nothing was renamed: the frontmatter of ${unsure.join(', ')} leaves no sure place for it.`,
    )
  const edit = new WorkspaceEdit()
  const add = (
    uri: Uri,
    edits: readonly Edit[],
    text: string,
    needsConfirmation: boolean,
    label: string,
  ): void => {
    const metadata = (): WorkspaceEditEntryMetadata => ({needsConfirmation, label})
    const cell = notebookAt(uri)
    if (cell) {
      for (const each of edits) {
        const placed = NoteDocument.place(cell, each)
        if (!placed) throw new Error('Nothing was renamed: a place of it lies between two cells.')
        edit.replace(placed.at.document.uri, placed.range, placed.text, metadata())
      }
      return
    }
    const places = indexPlaces(text)
    const place = (offset: number): Position => {
      const {line, column} = places.positionAt(offset)
      return new Position(line - 1, column - 1)
    }
    for (const {span, text: written} of edits)
      edit.replace(uri, new Range(place(span.start), place(span.end)), written, metadata())
  }
  for (const [path, {edits, mentions}] of plan) {
    const text = notes.find(({id}) => id === path)?.text ?? ''
    const uri = folder.uriOf(path)
    add(uri, edits, text, false, `“${renamed.from}” in the frontmatter of notes`)
    add(uri, mentions, text, true, 'The same words in the text of notes: tick those that mean this')
  }
  // Without a splice that asks for it there would be no preview.
  if (![...plan.values()].some(({mentions}) => mentions.length > 0))
    edit.insert(at.document.uri, new Position(0, 0), '', {
      needsConfirmation: true,
      label: 'Look through the places below, then choose Apply',
    })
  return edit
}

/** The notes that name a person, as they stand in their editors, else on the file system. */
async function textsOf(folder: NotesFolder, client: string): Promise<RenameInput[]> {
  await folder.notes()
  const open = new Map(openNotes().map((note) => [note.uri.toString(), note]))
  const texts = await Promise.all(
    folder.knownNotes(client).map(async ({id}) => {
      const uri = folder.uriOf(id)
      const note = open.get(uri.toString())
      if (note) return {id, text: note.text()}
      const decoded = decodeText(await workspace.fs.readFile(uri), id)
      // In a document, the byte order mark is not part of the text.
      return 'text' in decoded ? {id, text: decoded.text.replace(/^\uFEFF/, '')} : undefined
    }),
  )
  return texts.filter((each) => each !== undefined)
}

async function renameByPick(remembered: Remembered): Promise<void> {
  const {recall, folder} = remembered
  const picked = await window.showQuickPick(
    recall.record.clients.flatMap(({value}) => thingsOf(value, folder.knownPageOf(value, recall.today))),
    {title: 'Rename everywhere', placeHolder: 'What gets another name?', matchOnDescription: true},
  )
  if (!picked) return
  const to = await window.showInputBox({
    title: 'Rename everywhere',
    prompt: 'You look through every place before anything is changed.',
    value: picked.renamed.from,
  })
  if (to === undefined) return
  try {
    await workspace.applyEdit(await editFor(remembered, picked.renamed, to))
  } catch (error) {
    await window.showInformationMessage(error instanceof Error ? error.message : String(error))
  }
}

interface Renamable extends QuickPickItem {
  readonly renamed: Renamed
}

const thingsOf = (client: string, page: PersonPage | undefined): Renamable[] => [
  {label: client, description: 'the person’s id', renamed: {kind: 'client', from: client}},
  ...(page?.goals ?? []).map(({id, words}): Renamable => ({
    label: id,
    description: `goal: ${words}`,
    renamed: {kind: 'goal', client, from: id},
  })),
  ...(page?.strengths ?? []).map(({name}): Renamable => ({
    label: name,
    description: 'strength',
    renamed: {kind: 'strength', client, from: name},
  })),
  ...(page?.resources ?? []).map(({name}): Renamable => ({
    label: name,
    description: 'resource',
    renamed: {kind: 'resource', client, from: name, by: 'name'},
  })),
]
