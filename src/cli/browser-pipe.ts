import {spawn} from 'node:child_process'
import type {Readable, Writable} from 'node:stream'

/** A browser that answers by the DevTools protocol, over a pipe that no other program can reach. */
export interface BrowserPipe {
  /** Asks for a method; `session` is that of a page. Rejects where the browser ends, refuses, or takes too long. */
  ask(method: string, params: object, session?: string): Promise<Readonly<Record<string, unknown>>>
  close(): Promise<void>
}

/** How long one answer may take, in milliseconds. */
const PATIENCE = 60_000

/** Between two messages of the protocol. */
const END = '\0'

interface Answer {
  readonly id?: number
  readonly result?: Readonly<Record<string, unknown>>
  readonly error?: {readonly message: string}
}

interface Asked {
  readonly resolve: (result: Readonly<Record<string, unknown>>) => void
  readonly reject: (error: Error) => void
}

/** Starts a browser with a pipe to it. */
export function startBrowser(program: string, flags: readonly string[]): BrowserPipe {
  const child = spawn(program, ['--remote-debugging-pipe', ...flags], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  })
  const [, , , input, output] = child.stdio as readonly [null, null, null, Writable, Readable]
  const waiting = new Map<number, Asked>()
  let count = 0
  let over: Error | undefined
  const end = (error: Error): void => {
    over ??= error
    for (const {reject} of waiting.values()) reject(over)
    waiting.clear()
  }
  const ended = new Promise<void>((resolve) => {
    child.on('error', (error) => {
      end(error)
      resolve()
    })
    child.on('close', () => {
      end(new Error('it ended'))
      resolve()
    })
  })
  input.on('error', end)
  output.on('error', end)
  let rest = ''
  output.setEncoding('utf8').on('data', (chunk: string) => {
    const messages = (rest + chunk).split(END)
    rest = messages.pop() ?? ''
    for (const message of messages) {
      const {id, result, error} = JSON.parse(message) as Answer
      const asked = id === undefined ? undefined : waiting.get(id)
      if (id === undefined || !asked) continue
      waiting.delete(id)
      if (error) asked.reject(new Error(error.message))
      else asked.resolve(result ?? {})
    }
  })
  return {
    ask: (method, params, session) =>
      new Promise((resolve, reject) => {
        if (over) return reject(over)
        const id = ++count
        const timer = setTimeout(() => reject(new Error('it did not answer')), PATIENCE)
        const settle =
          <T>(then: (value: T) => void) =>
          (value: T): void => {
            clearTimeout(timer)
            then(value)
          }
        waiting.set(id, {resolve: settle(resolve), reject: settle(reject)})
        input.write(JSON.stringify({id, method, params, ...(session && {sessionId: session})}) + END)
      }),
    async close() {
      child.kill()
      await ended
    },
  }
}
