import {
  commands,
  Disposable,
  EventEmitter,
  Range,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  window,
  type TreeDataProvider,
  type TreeView,
} from 'vscode'
import {mayBeSessionNote} from '../../core/first-glance.ts'
import {plainWords} from '../../summary/same-thing.ts'
import {
  checkInsDue,
  dueWords,
  filterTree,
  personDescription,
  personTree,
  type TreeLine,
} from '../../summary/recall/people-tree.ts'
import type {PersonPage} from '../../summary/summary.ts'
import {toPosition} from '../convert.ts'
import {Delays} from '../delays.ts'
import {documentInFront, fileInFront} from '../in-front.ts'
import {NoteDocument} from '../note-document.ts'
import type {NotesFolder, NotesFolders} from '../notes-folder.ts'
import {people} from '../people.ts'
import {now} from '../today.ts'
import {PEOPLE_VIEW} from '../view-types.ts'

/** How long after a change the tree follows, in milliseconds. */
const PAUSE = 800

interface PersonLine {
  /** Address of the notes folder. */
  readonly root: string
  readonly client: string
  readonly description: string
  readonly lines: readonly TreeLine[]
}
type Node = PersonLine | TreeLine

/** The people of a notes folder: goals, strengths, resources and notes of each, and what is worth asking about. */
export class PeopleView implements TreeDataProvider<Node>, Disposable {
  readonly view: TreeView<Node>
  readonly #folders: NotesFolders
  readonly #changed = new EventEmitter<void>()
  readonly #delays = new Delays()
  readonly #subscriptions: Disposable
  #folder: NotesFolder | undefined
  #following: Disposable | undefined
  #filter = ''

  readonly onDidChangeTreeData = this.#changed.event

  constructor(folders: NotesFolders) {
    this.#folders = folders
    this.view = window.createTreeView<Node>(PEOPLE_VIEW, {
      treeDataProvider: this,
      showCollapseAll: true,
    })
    this.#subscriptions = Disposable.from(
      this.view,
      this.#changed,
      this.#delays,
      commands.registerCommand('strengths.filterPeople', async () => {
        const text = await window.showInputBox({
          title: 'Filter people',
          prompt: 'An id, or words of a goal, a strength or a resource.',
          value: this.#filter,
        })
        if (text !== undefined) this.filter(text)
      }),
      commands.registerCommand('strengths.showEverybody', () => this.filter('')),
      window.onDidChangeActiveTextEditor(async () => this.#follow()),
      this.view.onDidChangeVisibility(async () => this.#follow()),
    )
  }

  /** Shows only what holds these words; everything where there are none. */
  filter(text: string): void {
    this.#filter = text.trim()
    this.view.description = this.#filter
    void commands.executeCommand('setContext', 'strengths.isFiltered', this.#filter !== '')
    this.#changed.fire()
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (node) return 'client' in node ? [...node.lines] : [...node.children]
    await this.#follow()
    const folder = this.#folder
    if (!folder) return []
    const found: PersonLine[] = []
    for await (const page of this.#pages(folder)) {
      const line = this.#personLine(page, folder)
      if (line) found.push(line)
    }
    return found
  }

  getTreeItem(node: Node): TreeItem {
    if ('client' in node) {
      const item = new TreeItem(node.client, this.#stateOf(node.lines))
      return Object.assign(item, {
        id: node.client,
        description: node.description,
        iconPath: new ThemeIcon('person'),
        contextValue: 'person',
      })
    }
    const {id, label, description, children, kind, opens} = node
    const item = new TreeItem(label, this.#stateOf(children))
    Object.assign(item, {id, description, tooltip: `${label}\n${description}`, iconPath: ICONS[kind]})
    if (opens && this.#folder) {
      const place = toPosition(opens.line)
      const target = this.#folder.uriOf(opens.file)
      item.command = {
        title: 'Open the note',
        command: 'vscode.open',
        arguments: [target, {selection: new Range(place, place)}],
      }
    }
    return item
  }

  dispose(): void {
    this.#following?.dispose()
    this.#subscriptions.dispose()
  }

  #stateOf(children: readonly unknown[]): TreeItemCollapsibleState {
    if (children.length === 0) return TreeItemCollapsibleState.None
    return this.#filter ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed
  }

  /** Everybody's page, the latest seen first; the badge shows what is worth asking about once all are known. */
  async *#pages(folder: NotesFolder): AsyncGenerator<PersonPage> {
    const notes = await folder.notes().catch(() => [])
    const seen = new Set<string>()
    let due = 0
    for (const {id} of people(notes)) {
      const page = folder.knownPageOf(id, now().date)
      await pause()
      // Two ids of one person lead to one page.
      if (!page || seen.has(page.client)) continue
      seen.add(page.client)
      due += checkInsDue(page)
      yield page
    }
    if (folder !== this.#folder) return
    this.view.badge = due > 0 ? {value: due, tooltip: dueWords(due)} : undefined
  }

  #personLine(page: PersonPage, {root}: NotesFolder): PersonLine | undefined {
    const {client, asOf} = page
    const all = personTree(page, asOf)
    const isNamed = plainWords(client).includes(plainWords(this.#filter))
    const lines = this.#filter === '' || isNamed ? all : filterTree(all, this.#filter)
    const description = personDescription(page, checkInsDue(page), asOf)
    return lines.length > 0 ? {root: root.toString(), client, description, lines} : undefined
  }

  /** Shows the tree anew where somebody sees it; else only counts what is worth asking about. */
  async #refresh(folder: NotesFolder): Promise<void> {
    if (this.view.visible) return this.#changed.fire()
    for await (const _ of this.#pages(folder));
  }

  /** Turns to the folder of the note in front, if it is another one. */
  async #follow(): Promise<void> {
    // While nobody looks, a file that is no note brings no folder to be read.
    if (!this.view.visible && !isNoteInFront()) return
    const folder = await this.#folders.of(fileInFront())
    if (!folder || folder === this.#folder) return
    this.#folder = folder
    this.#following?.dispose()
    this.#following = folder.onDidChange(() => {
      this.#delays.run('refresh', PAUSE, () => void this.#refresh(folder))
    })
    void this.#refresh(folder)
  }
}

function isNoteInFront(): boolean {
  const document = documentInFront()
  return mayBeSessionNote((document && NoteDocument.of(document)?.text) ?? '')
}

const ICONS: Readonly<Record<TreeLine['kind'], ThemeIcon | undefined>> = {
  group: undefined,
  ask: new ThemeIcon('bell-dot'),
  goal: new ThemeIcon('target'),
  strength: new ThemeIcon('star-empty'),
  resource: new ThemeIcon('compass'),
  note: new ThemeIcon('note'),
}

/** Lets everything else have its turn between two people. */
const pause = async (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, 0)
  })
