import type {Disposable} from 'vscode'

/** Things to do a little later; asked again for the same key, only the last one is done. */
export class Delays implements Disposable {
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>()

  run(key: string, milliseconds: number, work: () => void): void {
    this.cancel(key)
    this.#timers.set(
      key,
      setTimeout(() => {
        this.#timers.delete(key)
        work()
      }, milliseconds),
    )
  }

  cancel(key: string): void {
    clearTimeout(this.#timers.get(key))
    this.#timers.delete(key)
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer)
    this.#timers.clear()
  }
}
