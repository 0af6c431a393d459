import type {Entry} from './entry.ts'
import type {Judgement} from './linter.ts'
import type {ModelReading} from './model/language-model.ts'

/** The guard that holds where the model sees nothing to flag. */
const MODEL_HELD = 'model'

/** These have words of their own, which mean what they mean in any sentence. */
const IN_ANY_SENTENCE: ReadonlySet<Entry['category']> = new Set(['label', 'stigma'])

/**
 * What the packs found, read once more by the model with the whole sentence before it. It leaves alone what it takes
 * for another sense, and tells the category that it sees where it is sure of one.
 */
export function reconsider(judgements: readonly Judgement[], reading: ModelReading): readonly Judgement[] {
  return judgements.map((judgement) => {
    const {candidate, verdict} = judgement
    const {entry} = candidate
    if (verdict === 'silence' || entry.category === 'label') return judgement
    const opinion = reading.opinionOf(candidate)
    if (!opinion) return judgement
    if (opinion.isOther && !IN_ANY_SENTENCE.has(entry.category))
      return {...judgement, verdict: 'silence', held: MODEL_HELD}
    if (!opinion.category) return judgement
    return {...judgement, candidate: {...candidate, entry: {...entry, category: opinion.category}}}
  })
}
