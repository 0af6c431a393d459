import type {Format} from './format.ts'
import {GENERATED_WORDS} from './generated.ts'

/** Raised when a program that reads an earlier version could be misled; `schema/` has the shape of each page. */
export const JSON_VERSION = 1

/** A page as data, keys in a settled order; what is not known is absent. */
export const json: Format = {
  id: 'json',
  extension: 'json',
  render: ({data}) =>
    `${JSON.stringify({generated: GENERATED_WORDS, version: JSON_VERSION, ...data}, null, 2)}\n`,
}
