import {NOTE_KEYS, recordOf} from '../src/core/record/vocabulary.ts'
import type {Form, Vocabulary} from '../src/core/record/vocabulary-form.ts'

/** Every name that a key of the vocabulary goes by, at whatever depth, what people write for it included. */
export function keyNames(keys: Vocabulary = NOTE_KEYS): ReadonlySet<string> {
  const names = Object.entries(keys).flatMap(([key, {form, also = []}]) => [key, ...also, ...namesIn(form)])
  return new Set(names)
}

function namesIn(form: Form): readonly string[] {
  if (form.kind === 'map') return namesIn(form.of)
  const record = recordOf(form)
  return record ? [...keyNames(record.keys)] : []
}

/** The grammar that colours the vocabulary's keys where the YAML of a note's frontmatter has a key. */
export const keysGrammar = (): object => ({
  comment: 'Made by `npm run docs` from src/core/record/vocabulary.ts.',
  name: 'Strengths Notes keys',
  scopeName: 'strengths-notes.keys.injection',
  injectionSelector: 'L:text.html.markdown meta.embedded.block.frontmatter entity.name.tag.yaml',
  patterns: [
    {
      // Upper case, blanks and hyphens do not matter to who reads a key.
      match: `(?i)(?<![^\\s{,"'-])(?:${[...keyNames()].toSorted().map(spelled).join('|')})(?=["']?\\s*:(?:\\s|$))`,
      name: 'variable.other.key.strengths-notes',
    },
  ],
})

const spelled = (key: string): string => key.replaceAll('_', '[ _-]')
