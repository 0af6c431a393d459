import type {MapEntry, Value} from './frontmatter.ts'
import {quotedEnd, readQuoted, textAt} from './plain-yaml-scalar.ts'
import {trimBlank} from './yaml-scalar.ts'

/** The brackets that open at `from` and close before `end`; undefined where they hold anything unusual. */
export const readPlainFlow = (source: string, from: number, end: number): Value | undefined =>
  new FlowReader(source, from, end).collection()

/** Brackets inside brackets that are followed. */
const DEEPEST = 20

class FlowReader {
  readonly #source: string
  readonly #end: number
  #at: number
  #depth = 0

  constructor(source: string, from: number, end: number) {
    this.#source = source
    this.#at = from
    this.#end = end
  }

  collection(): Value | undefined {
    if (this.#depth >= DEEPEST) return undefined
    this.#depth++
    const value = this.#source[this.#at] === '[' ? this.#list() : this.#map()
    this.#depth--
    return value
  }

  #list(): Value | undefined {
    const start = this.#at
    const items: Value[] = []
    this.#at++
    for (this.#skip(); this.#source[this.#at] !== ']'; this.#skip()) {
      const item = this.#value()
      if (!item || !this.#endsWith(']')) return undefined
      items.push(item)
    }
    this.#at++
    return this.#at > this.#end ? undefined : {kind: 'list', span: {start, end: this.#at}, items}
  }

  #map(): Value | undefined {
    const start = this.#at
    const entries: MapEntry[] = []
    const keys = new Set<string>()
    this.#at++
    for (this.#skip(); this.#source[this.#at] !== '}'; this.#skip()) {
      const keyStart = this.#at
      const keyEnd = this.#wordsEnd()
      const key = this.#source.slice(keyStart, keyEnd)
      if (keyEnd <= keyStart || this.#source[this.#at] !== ':' || keys.has(key)) return undefined
      keys.add(key)
      this.#at++
      this.#skip()
      const value = this.#value()
      if (!value || !this.#endsWith('}')) return undefined
      entries.push({key, keySpan: {start: keyStart, end: keyEnd}, value})
    }
    this.#at++
    return this.#at > this.#end ? undefined : {kind: 'map', span: {start, end: this.#at}, entries}
  }

  #value(): Value | undefined {
    const source = this.#source
    const from = this.#at
    const first = source[from]
    if (first === '[' || first === '{') return this.collection()
    if (first === '"' || first === "'") {
      const close = quotedEnd(source, from, this.#end)
      if (close < 0) return undefined
      this.#at = close
      return readQuoted(source, from, close)
    }
    const end = this.#wordsEnd()
    return end > from && source[this.#at] !== ':' ? textAt(source, from, end) : undefined
  }

  /** Goes to the sign that ends the words here, and tells where the words themselves end; nowhere for odd words. */
  #wordsEnd(): number {
    const source = this.#source
    const from = this.#at
    if (from >= this.#end || /[-?:,[\]{}#&*!|>'"%@`]/.test(source[from] ?? '')) return -1
    let at = from
    for (; at < this.#end; at++) {
      const unit = source[at] ?? ''
      if (unit === ',' || unit === ']' || unit === '}') break
      if (unit === '[' || unit === '{' || (unit === '#' && source[at - 1] === ' ')) return -1
      if (unit !== ':') continue
      const next = source[at + 1] ?? ''
      if (next === ' ') break
      if (',[]{}'.includes(next) || at + 1 >= this.#end) return -1
    }
    if (at >= this.#end) return -1
    this.#at = at
    return trimBlank(source, from, at)
  }

  /** Past the comma; true where one stands here, or the collection closes. */
  #endsWith(close: string): boolean {
    this.#skip()
    const sign = this.#source[this.#at]
    if (sign === ',') {
      this.#at++
      this.#skip()
      return this.#at < this.#end && this.#source[this.#at] !== ','
    }
    return sign === close && this.#at < this.#end
  }

  #skip(): void {
    while (this.#source[this.#at] === ' ') this.#at++
  }
}
