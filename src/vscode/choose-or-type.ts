import {window, type QuickPickItem} from 'vscode'

export interface Offer<T> {
  readonly label: string
  readonly description?: string
  readonly detail?: string
  readonly value: T
}

interface Entry<T> extends QuickPickItem {
  readonly offer: Offer<T> | undefined
  readonly typed: string
}

/** Lets somebody pick one of `offers`, or write words of their own; undefined when they turn back. */
export async function chooseOrType<T>(
  offers: readonly Offer<T>[],
  {title, placeholder}: {readonly title: string; readonly placeholder: string},
): Promise<{readonly offer: Offer<T>} | {readonly typed: string} | undefined> {
  const pick = window.createQuickPick<Entry<T>>()
  const known = offers.map((offer): Entry<T> => {
    const {label, description = '', detail = ''} = offer
    return {label, description, detail, offer, typed: ''}
  })
  const show = (typed: string): void => {
    const isKnown = offers.some(({label}) => label.toLowerCase() === typed.toLowerCase())
    const own = {label: `$(add) ${typed}`, alwaysShow: true, offer: undefined, typed}
    pick.items = typed === '' || isKnown ? known : [...known, own]
  }
  try {
    Object.assign(pick, {title, placeholder, matchOnDescription: true})
    const chosen = new Promise<Entry<T> | undefined>((resolve) => {
      pick.onDidHide(() => resolve(undefined))
      pick.onDidChangeValue((value) => show(value.trim()))
      pick.onDidAccept(() => {
        const [entry] = pick.selectedItems
        if (entry) resolve(entry)
      })
    })
    show('')
    pick.show()
    const entry = await chosen
    return entry && (entry.offer ? {offer: entry.offer} : {typed: entry.typed})
  } finally {
    pick.dispose()
  }
}
