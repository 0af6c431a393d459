import type {PersonPage} from '../summary.ts'
import type {Format} from './format.ts'
import {GENERATED_WORDS} from './generated.ts'

/** Raised when a reader of an earlier version could be misled. */
export const JSON_VERSION = 1

/** The whole fold of a person with every place, keys in a settled order; what is not known is absent. */
export const json: Format = {
  id: 'json',
  extension: 'json',
  render(page: PersonPage) {
    const {client, asOf, review, ...folded} = page
    const document = {
      generated: GENERATED_WORDS,
      version: JSON_VERSION,
      asOf,
      clients: [{id: client, ...folded}],
      review,
    }
    return `${JSON.stringify(document, null, 2)}\n`
  },
}
