import {know, numbersOf, wordOfNumber} from './known-words.ts'
import {NAME_BIT, SHAPED_WORDS, SHAPE_BITS, isName, shapesByEnding, shapesOf} from './word-shapes.ts'
import type {Word} from './words.ts'

/** Of which words the keys at hand are, and how many were named when they were made. */
interface Made {
  readonly words: readonly Word[]
  readonly named: number
}

/**
 * The words that phrases name, so that a walk compares numbers instead of texts. A word's key is its number (0 for
 * one that no phrase names) over its shapes, one bit each.
 */
export class Vocabulary {
  /** What a key starts from, by the number of the word; 0 for one that nobody has asked about. */
  #roots = new Int32Array(1024)
  #named = 0
  /** Written anew for each text: all phrases are looked for in one before the next. */
  #keys = new Int32Array(1024)
  #made: Made | undefined

  constructor() {
    for (const norm of SHAPED_WORDS) this.add(norm)
  }

  add(norm: string): void {
    const number = know(norm)
    if (this.#names(number)) return
    this.#setRoot(number, (number << SHAPE_BITS) | shapesOf(norm))
    this.#named++
  }

  /** The keys of words in their order, good until those of other words are asked for. */
  keysOf(words: readonly Word[]): Int32Array {
    if (this.#made?.words === words && this.#made.named === this.#named) return this.#keys
    if (words.length > this.#keys.length) this.#keys = new Int32Array(2 * words.length)
    const keys = this.#keys
    const numbers = numbersOf(words)
    words.forEach((word, at) => {
      const root = this.#rootOf(numbers[at] ?? 0, word.norm)
      keys[at] = isName(word) ? root | NAME_BIT : root
    })
    this.#made = {words, named: this.#named}
    return keys
  }

  /** The number of a word that a phrase names. */
  numberOf(norm: string): number {
    const number = know(norm)
    return this.#names(number) ? number : 0
  }

  /** The word that a key stands for; nothing for one that no phrase names. */
  wordOf(key: number): string | undefined {
    return wordOfNumber(key >> SHAPE_BITS)
  }

  #rootOf(number: number, norm: string): number {
    const known = number === 0 ? 0 : (this.#roots[number] ?? 0)
    if (known !== 0) return known
    const root = shapesByEnding(norm)
    if (number > 0) this.#setRoot(number, root)
    return root
  }

  #setRoot(number: number, root: number): void {
    if (number >= this.#roots.length) {
      const roots = new Int32Array(2 * number)
      roots.set(this.#roots)
      this.#roots = roots
    }
    this.#roots[number] = root
  }

  #names(number: number): boolean {
    return (this.#roots[number] ?? 0) >> SHAPE_BITS > 0
  }
}
