import {quotationAround, type Guard} from '../passage.ts'

/** Frontmatter keys whose value is what somebody said. */
const SAID = new Set(['words', 'said', 'says', 'reply', 'quote', 'in_their_words'])

export const quoted: Guard = {
  id: 'quoted',
  about: 'Direct quotes and block quotes are how somebody tells it; they stay as they are.',
  judge(candidate, passage) {
    const {prose} = passage
    if (prose.quoted || SAID.has(prose.path.at(-1) ?? '')) return 'silence'
    return quotationAround(candidate, passage)?.scare === false ? 'silence' : undefined
  },
}
