import {suiteOptions} from './suite-options.ts'

// A served VS Code sends the whole window's log down one pipe, ours too: the mark tells its driver which lines are
// the suite's. Imported before mocha, which keeps the `console.log` that it finds. On the desktop nobody reads the mark.
const mark = '\u2063'

if (suiteOptions.restoredFile !== undefined) {
  const methods = new Set<string | symbol>(['log', 'info', 'warn', 'error', 'debug'])
  const {console} = globalThis
  globalThis.console = new Proxy(console, {
    get(target, name, receiver) {
      const value: unknown = Reflect.get(target, name, receiver)
      if (typeof value !== 'function' || !methods.has(name)) return value
      return (first: unknown = '', ...rest: readonly unknown[]) => {
        // VS Code drops a call whose first argument is not text.
        const text = typeof first === 'string' ? [`${mark}${first}`] : [`${mark}%o`, first]
        Reflect.apply(value, target, [...text, ...rest])
      }
    },
  })
}
