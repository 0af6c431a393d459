import type {Guard} from '../passage.ts'

/** Frontmatter keys whose value is what somebody said. */
const SAID = new Set(['words', 'said', 'says', 'reply', 'quote', 'in_their_words'])

export const quoted: Guard = {
  id: 'quoted',
  about: 'Direct quotes and block quotes are how somebody tells it; they stay as they are.',
  judge({first, last}, {prose, words, quotations}) {
    if (prose.quoted || SAID.has(prose.path.at(-1) ?? '')) return 'silence'
    const start = words[first]?.start ?? 0
    const end = words[last]?.end ?? 0
    const inside = quotations.some(
      (quotation) => !quotation.scare && quotation.start <= start && end <= quotation.end,
    )
    return inside ? 'silence' : undefined
  },
}
