import {readFile} from 'node:fs/promises'
import {SourceMap, type SourceMapPayload} from 'node:module'
import {basename, dirname, resolve} from 'node:path'

/** `new Function` puts two lines before the code of a file. */
const LINES_BEFORE = 2

/** Says in the words of the sources where a stack of a bundle was that ran in the worker of a browser. */
export async function stackPrinter(bundle: string): Promise<(line: string) => string> {
  const map = new SourceMap(JSON.parse(await readFile(`${bundle}.map`, 'utf8')) as SourceMapPayload)
  const name = basename(bundle).replaceAll('.', String.raw`\.`)
  const place = new RegExp(String.raw`[^\s(]*${name}[^\s:]*:(\d+):(\d+)`, 'g')
  return (text) =>
    text.replace(place, (whole: string, line: string, column: string) => {
      const entry = map.findEntry(Number(line) - 1 - LINES_BEFORE, Number(column) - 1)
      if (!('originalSource' in entry)) return whole
      const source = resolve(dirname(bundle), entry.originalSource)
      return `${source}:${entry.originalLine + 1}:${entry.originalColumn + 1}`
    })
}
