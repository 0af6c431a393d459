import {commands, Disposable} from 'vscode'

/**
 * Stands in for commands until one of them is called. By the end of `load` the real ones are registered, after these
 * have been disposed of; the call then goes to them.
 */
export const standIn = (names: readonly string[], load: () => Promise<unknown>): Disposable =>
  Disposable.from(
    ...names.map((name) =>
      commands.registerCommand(name, async (...args: readonly unknown[]) => {
        await load()
        return commands.executeCommand(name, ...args)
      }),
    ),
  )

/**
 * Registers commands whose code is loaded when one of them is first called. Where loading fails, the next call tries
 * again.
 */
export function whenCalled(
  names: readonly string[],
  load: () => Promise<{readonly register: () => Disposable}>,
): Disposable {
  let current: Disposable
  let loading: Promise<void> | undefined
  const replace = async (): Promise<void> => {
    const {register} = await load()
    current.dispose()
    current = register()
  }
  current = standIn(names, async () => {
    loading ??= replace().catch((error: unknown) => {
      loading = undefined
      throw error
    })
    return loading
  })
  return new Disposable(() => current.dispose())
}
