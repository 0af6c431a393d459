import {setTimeout as wait} from 'node:timers/promises'
import {commands, RelativePattern, window, workspace, type TextDocument, type Uri} from 'vscode'
import {closeAll, fileUri, until} from './hands.ts'

export const PICK = 'workbench.action.acceptSelectedQuickOpenItem'
export const UP = 'workbench.action.quickOpenSelectPrevious'
export const DOWN = 'workbench.action.quickOpenSelectNext'
export const CHECK = 'workbench.action.quickPickManyToggle'
/** Gives a list another moment to come up. */
export const STAY = 'workbench.action.focusQuickOpen'
export const BACK = 'workbench.action.closeQuickOpen'

/**
 * The notes of somebody who has had two kinds of contact, and more to ask about. They are older than the last of
 * c-021, as VS Code keeps a closed document for minutes, also when its file is gone.
 */
const CHECK_IN = `---
client: c-050
date: 2026-11-03
kind: check-in
specialist: ot
place: the phone
---
`
const VISIT = `---
client: c-050
date: 2026-11-09
kind: individual
specialist: ot
place: "bench #4, by the river"
goals:
  - id: g-row
    words: "Row to the island: and back"
    status: active
    actions:
      - {what: Ask about the boat, who: person, by: 2026-11-11}
resources:
  - {name: rowing club, kind: recreation, status: waiting, next: Hears back, next_by: 2026-11-10}
preferences:
  - {about: contact, says: Text first}
---

## What I heard

He costs nothing, \${1} and {{client}} stay as they are.
`
const FILES = {
  'agency/clients/c-050/2026-11-03.md': CHECK_IN,
  'agency/clients/c-050/2026-11-09.md': VISIT,
}
export const VISIT_TEXT = VISIT

/** Writes the notes of c-050 beside the others, until they are taken away. */
export async function bring(files: Readonly<Record<string, string>> = FILES): Promise<() => Promise<void>> {
  const paths = Object.keys(files)
  await heardOf(paths, async () => {
    for (const [path, text] of Object.entries(files))
      await workspace.fs.writeFile(fileUri(path), new TextEncoder().encode(text))
  })
  return async () => {
    await closeAll()
    await heardOf(paths, async () => {
      for (const path of paths) await workspace.fs.delete(fileUri(path))
    })
  }
}

/** Changes files, and waits until VS Code has told of each: the extension hears of it at the same time. */
export async function heardOf(paths: readonly string[], change: () => Promise<void>): Promise<void> {
  const watcher = workspace.createFileSystemWatcher(new RelativePattern(fileUri('.'), '**/*.md'))
  const heard = new Set<string>()
  const hear = ({path}: Uri): void => void heard.add(path)
  watcher.onDidCreate(hear)
  watcher.onDidChange(hear)
  watcher.onDidDelete(hear)
  try {
    await wait(200)
    await change()
    await until(() => paths.every((path) => heard.has(fileUri(path).path)))
    await wait(200)
  } finally {
    watcher.dispose()
  }
}

/** Opens a note of the agency and starts a command from there. */
export async function start(
  command: string,
  {from = 'agency/clients/c-021/2026-11-12.md', asked}: {from?: string; asked?: object} = {},
): Promise<{readonly done: Thenable<unknown>}> {
  await closeAll()
  await window.showTextDocument(fileUri(from))
  return {done: commands.executeCommand(command, asked)}
}

/** Keys for the lists that come up, one after the other. */
export async function keys(...steps: readonly string[]): Promise<void> {
  for (const step of steps) {
    await wait(700)
    await commands.executeCommand(step)
  }
}

export const draft = (): TextDocument | undefined =>
  workspace.textDocuments.find(({isUntitled}) => isUntitled)

/** The note that opens, once it holds something; until then, a key for a single list, as often as it takes. */
export const newNote = async (key?: string): Promise<TextDocument> =>
  until(
    async () => {
      if (key !== undefined && !draft()) await keys(key)
      return draft()
    },
    (document) => document.getText() !== '',
  )

export async function filesOnDisk(): Promise<string[]> {
  const found = await workspace.findFiles(new RelativePattern(fileUri('agency'), '**/*.md'))
  return found.map(({path}) => path).toSorted()
}
