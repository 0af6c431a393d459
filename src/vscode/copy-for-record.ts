import {
  commands,
  env,
  QuickPickItemKind,
  Range,
  Uri,
  window,
  workspace,
  type Disposable,
  type QuickPickItem,
} from 'vscode'
import type {RecordProfile} from '../core/record/record-profile.ts'
import {offerProfiles, readBuiltProfiles, USUAL_PROFILE} from '../folder/offered-profiles.ts'
import {recordFor, type ForRecord} from '../folder/record-for.ts'
import {aboutBoxes, allBoxes} from '../summary/record-boxes.ts'
import {activeNote, type ActiveNote} from './active-note.ts'
import {choose} from './choose.ts'
import type {NoteContexts} from './language/note-context.ts'
import type {NotesFolders} from './notes-folder.ts'
import {setting} from './settings.ts'
import type {Toolbox} from './toolbox.ts'

/** What the command works with. */
export interface CopyForRecordOptions {
  readonly extension: Uri
  readonly toolbox: Toolbox
  readonly folders: NotesFolders
  readonly contexts: NoteContexts
}

/** Puts the note in front into the boxes of a record system, each to be copied with one key. */
export const registerCopyForRecord = (options: CopyForRecordOptions): Disposable =>
  commands.registerCommand('strengths.copyForRecord', async () => copyForRecord(options))

async function copyForRecord(options: CopyForRecordOptions): Promise<void> {
  const active = activeNote()
  if (!active) {
    await window.showInformationMessage('Open the session note first that goes to the record.')
    return
  }
  const profiles = await profilesFor(options, active.uri)
  const usual = setting('recordFormat', USUAL_PROFILE, active.uri)
  let profile = profiles.find(({id}) => id === usual) ?? profiles[0]
  let client: string | undefined
  while (profile) {
    const filled = await fill(options, active, profile, client)
    if (!filled) return
    client = filled.client
    profile = (await copyBoxes(profile, filled)) === 'another' ? await chooseProfile(profiles) : undefined
  }
}

async function profilesFor(
  {extension, toolbox}: CopyForRecordOptions,
  uri: Uri,
): Promise<readonly RecordProfile[]> {
  const built = await workspace.fs.readFile(Uri.joinPath(extension, 'dist/ehr.json'))
  return offerProfiles(readBuiltProfiles(built), (await toolbox.configurationFor(uri)).profiles)
}

type Filled = Extract<ForRecord, {kind: 'filled'}>

/** Undefined where somebody turns back, or where the note names another person. */
async function fill(
  options: CopyForRecordOptions,
  active: ActiveNote,
  profile: RecordProfile,
  client: string | undefined,
): Promise<Filled | undefined> {
  const {folders, contexts} = options
  // All notes are read first, since their ids are those that must not go along.
  await (await folders.of(active.uri))?.notes().catch(() => [])
  const context = await contexts.of(active.uri)
  const found = recordFor(active, profile, context, client)
  if (found.kind === 'filled') return found
  if (found.kind === 'which') {
    const chosen = await choose(Promise.resolve(found.clients.map((label) => ({label, value: label}))), {
      title: 'Copy for my record system',
      placeholder: 'Whose record does it go to?',
    })
    return chosen && fill(options, active, profile, chosen.value)
  }
  const SHOW = 'Show it'
  if ((await window.showWarningMessage(found.message, SHOW)) === SHOW) await show(active, found.line)
  return undefined
}

async function show({uri}: ActiveNote, line = 1): Promise<void> {
  const place = new Range(line - 1, 0, line - 1, 0)
  await window.showTextDocument(uri, {selection: place})
}

interface BoxItem extends QuickPickItem {
  readonly copy?: string
  readonly isAnother?: true
}

/** A list that stays open while its boxes are carried over one by one; `another` where somebody wants another format. */
async function copyBoxes(profile: RecordProfile, filled: Filled): Promise<'another' | undefined> {
  const pick = window.createQuickPick<BoxItem>()
  const copied = new Set<string>()
  const list = (at = 0): void => {
    pick.items = itemsOf(filled, copied)
    pick.activeItems = pick.items.slice(at, at + 1)
  }
  Object.assign(pick, {
    title: `${profile.title}: ${filled.client}`,
    placeholder: 'Each box goes to the clipboard when picked. Escape when you are done.',
    ignoreFocusOut: true,
    matchOnDetail: true,
  })
  list()
  try {
    const done = new Promise<'another' | undefined>((resolve) => {
      pick.onDidHide(() => resolve(undefined))
      pick.onDidAccept(async () => {
        const [item] = pick.selectedItems
        if (item?.isAnother) resolve('another')
        if (item?.copy === undefined) return
        await env.clipboard.writeText(item.copy)
        copied.add(item.label)
        window.setStatusBarMessage(`“${item.label}” is on the clipboard.`, 4000)
        list(pick.items.indexOf(item))
      })
    })
    pick.show()
    return await done
  } finally {
    pick.dispose()
  }
}

function itemsOf(filled: Filled, copied: ReadonlySet<string>): BoxItem[] {
  const {boxes} = filled
  const described = (item: BoxItem): BoxItem =>
    copied.has(item.label) ? {...item, description: 'copied'} : item
  const about = aboutBoxes(filled).map((label) => ({label, kind: QuickPickItemKind.Separator}))
  return [
    ...boxes.map(({title, text, isEmpty}) =>
      described({
        label: title,
        detail: text.replace(/\s+/g, ' '),
        ...(isEmpty ? {description: 'empty'} : {copy: text}),
      }),
    ),
    described({label: 'All boxes', copy: allBoxes(boxes)}),
    ...about,
    {label: 'Another format…', isAnother: true},
  ]
}

async function chooseProfile(profiles: readonly RecordProfile[]): Promise<RecordProfile | undefined> {
  const choices = profiles.map((value) => ({label: value.title, detail: value.about, value}))
  const chosen = await choose(Promise.resolve(choices), {
    title: 'Copy for my record system',
    placeholder: 'Which boxes does your record system have?',
  })
  return chosen?.value
}
