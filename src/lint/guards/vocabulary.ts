import type {Guard} from '../passage.ts'

/** Frontmatter keys whose one-word values are the record's own vocabulary, or ids. */
const KEYS = new Set(['kind', 'mode', 'id', 'note', 'client', 'clients', 'source', 'file'])

export const vocabulary: Guard = {
  id: 'vocabulary',
  about: 'This is a word of the record (`kind: no-contact`), not of the writer.',
  judge: (_, {prose}) =>
    prose.kind === 'value' && KEYS.has(prose.path.at(-1) ?? '') && !/\s/.test(prose.text.trim())
      ? 'silence'
      : undefined,
}
