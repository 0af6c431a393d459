import {NAME_BIT, SHAPED_WORDS, SHAPE_BITS, isName, shapesByEnding, shapesOf} from './word-shapes.ts'
import type {Word} from './words.ts'

/** Of which words the keys at hand are, and how many words were known when they were made. */
interface Made {
  readonly words: readonly Word[]
  readonly known: number
}

/**
 * The words that phrases name, each with a number, so that a walk compares numbers instead of texts. A word's key
 * is its number (0 for one that no phrase names) over its shapes, one bit each.
 */
export class Vocabulary {
  readonly #numbers = new Map<string, number>()
  /** What a key starts from, by the number of the word. */
  readonly #roots: number[] = [0]
  readonly #words: string[] = ['']
  /** Written anew for each text: all phrases are looked for in one before the next. */
  #keys = new Int32Array(1024)
  #made: Made | undefined

  constructor() {
    for (const norm of SHAPED_WORDS) this.add(norm)
  }

  add(norm: string): void {
    if (this.#numbers.has(norm)) return
    this.#numbers.set(norm, this.#words.length)
    this.#roots.push((this.#words.length << SHAPE_BITS) | shapesOf(norm))
    this.#words.push(norm)
  }

  /** The keys of words in their order, good until those of other words are asked for. */
  keysOf(words: readonly Word[]): Int32Array {
    const known = this.#words.length
    if (this.#made?.words === words && this.#made.known === known) return this.#keys
    if (words.length > this.#keys.length) this.#keys = new Int32Array(2 * words.length)
    const keys = this.#keys
    for (let at = 0; at < words.length; at++) {
      const word = words[at]
      if (!word) continue
      const number = this.#numbers.get(word.norm)
      const root = number === undefined ? shapesByEnding(word.norm) : (this.#roots[number] ?? 0)
      keys[at] = isName(word) ? root | NAME_BIT : root
    }
    this.#made = {words, known}
    return keys
  }

  /** The number of a word that a phrase names. */
  numberOf(norm: string): number {
    return this.#numbers.get(norm) ?? 0
  }

  /** The word that a key stands for; nothing for one that no phrase names. */
  wordOf(key: number): string | undefined {
    return this.#words[key >> SHAPE_BITS] || undefined
  }
}
