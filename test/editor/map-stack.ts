import {readFileSync} from 'node:fs'
import {SourceMap, type SourceMapPayload} from 'node:module'
import {dirname, resolve} from 'node:path'

/** A function that says in the words of the sources where a stack of this bundle was, without mocha’s own frames. */
export function stackMapper(bundle = __filename): (stack: string) => string {
  const map = new SourceMap(JSON.parse(readFileSync(`${bundle}.map`, 'utf8')) as SourceMapPayload)
  return (stack) =>
    stack
      .replaceAll(bundle, '\0')
      .replace(/\0:(\d+):(\d+)/g, (_, line: string, column: string) => {
        const entry = map.findEntry(Number(line) - 1, Number(column) - 1)
        if (!('originalSource' in entry)) return `${bundle}:${line}:${column}`
        const source = resolve(dirname(bundle), entry.originalSource)
        return `${source}:${entry.originalLine + 1}:${entry.originalColumn + 1}`
      })
      .split('\n')
      .filter((line) => !/^\s+at .*(node_modules\/mocha\/|node:internal\/)/.test(line))
      .join('\n')
}
