import {joinPacks} from '../../src/lint/language.ts'
import {Linter} from '../../src/lint/linter.ts'
import {readPack} from '../../src/lint/read-pack.ts'

const PACK = `
category: label
effect: names a person by one part of their life
why: Naming the person first keeps the whole person in view.
entries:
  addict:
    phrases: [addict]
    forms: {addict: noun, person: noun}
    offers: [{apply: person with a substance use disorder}]
  homeless:
    phrases: [homeless]
    offers: [{ask: '[who they are], living without a home'}]
`

/** A linter for two words, so that what is told of it does not change as the language grows. */
export const smallLinter = new Linter(joinPacks([readPack(PACK, 'small.yml')]).language)
