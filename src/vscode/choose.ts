import {window, type QuickInputButton, type QuickPickItem} from 'vscode'

/** An entry of a list to pick from, with what it stands for. */
export interface Choice<T> extends QuickPickItem {
  /** Undefined for a line between entries. */
  readonly value: T | undefined
}

export interface Chosen<T> {
  readonly value: T
  /** The entry's own button that was pressed, where it was that. */
  readonly button: QuickInputButton | undefined
}

/** Lets somebody pick one entry, by itself or by one of its buttons; undefined when they turn back. */
export async function choose<T>(
  choices: Promise<readonly Choice<T>[]>,
  {title, placeholder}: {readonly title: string; readonly placeholder: string},
): Promise<Chosen<T> | undefined> {
  const pick = window.createQuickPick<Choice<T>>()
  try {
    Object.assign(pick, {title, placeholder, matchOnDescription: true, matchOnDetail: true, busy: true})
    const chosen = new Promise<Chosen<T> | undefined>((resolve) => {
      pick.onDidHide(() => resolve(undefined))
      pick.onDidAccept(() => {
        const value = pick.selectedItems[0]?.value
        if (value !== undefined) resolve({value, button: undefined})
      })
      pick.onDidTriggerItemButton(({item, button}) => {
        if (item.value !== undefined) resolve({value: item.value, button})
      })
    })
    pick.show()
    pick.items = await choices
    pick.busy = false
    return await chosen
  } finally {
    pick.dispose()
  }
}
