import type {Guard} from '../passage.ts'
import {mention} from './mention.ts'
import {name} from './name.ts'
import {negated} from './negated.ts'
import {ownChoice} from './own-choice.ts'
import {quoted} from './quoted.ts'
import {reported} from './reported.ts'
import {thing} from './thing.ts'
import {vocabulary} from './vocabulary.ts'

/** In the order in which they are asked; the first that holds is the one that is told. */
export const GUARDS: readonly Guard[] = [
  vocabulary,
  quoted,
  name,
  mention,
  negated,
  thing,
  reported,
  ownChoice,
]

/** What a person says of themselves, or chose, is a strength all the more: only these hold one back. */
export const STRENGTH_GUARDS: readonly Guard[] = [name, mention, negated]
