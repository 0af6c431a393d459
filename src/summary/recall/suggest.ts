import type {Span} from '../../core/text/span.ts'
import {keyAt, keyNamed, recordUnder} from '../../core/record/vocabulary.ts'
import {STRATEGIES, type Form, type Key, type RecordForm} from '../../core/record/vocabulary-form.ts'
import {yamlPlaceAt, type YamlPlace} from '../../core/yaml/yaml-place.ts'
import {knownPath, ownPath} from './known-path.ts'
import {clientAt, type Recall, type Suggestion} from './recall.ts'
import {suggestInProse} from './suggest-in-prose.ts'
import {suggestValues, type Offered} from './suggest-values.ts'

/**
 * What may be written at `offset` of the note at hand, what the person's earlier notes hold first. Every suggestion
 * reads back as what it offers; nothing is offered where a text of one's own belongs.
 */
export function suggestAt(offset: number, recall: Recall): Suggestion[] {
  const place = yamlPlaceAt(recall.note.text, offset)
  return place
    ? suggestInYaml({...place, path: knownPath(place.path)}, recall)
    : suggestInProse(offset, recall)
}

function suggestInYaml(place: YamlPlace, recall: Recall): Suggestion[] {
  const {path} = place
  const {text} = recall.note
  if (place.kind === 'key') return keys(recordUnder(path), place, text)
  const form = keyAt(path) && formAt(path)
  if (!form) return []
  const isList = form.kind === 'list' || place.inList
  const item = form.kind === 'list' ? form.of : form
  // A line of its own below a key that holds no list: keys, or ids that are keys.
  if (place.needsDash && !isList)
    return item.kind === 'record'
      ? keys(item, place, text)
      : item.kind === 'map'
        ? values(item, place, recall, (insert) => `${insert}:\n${' '.repeat(place.column + 2)}`)
        : []
  const dash = place.needsDash ? '- ' : ''
  const named = item.kind === 'record' && item.main !== undefined
  const main = named ? keyAt([...path, item.main ?? '']) : undefined
  const bare = item.kind === 'record' ? main?.form : item
  const below = named ? [...path, item.main ?? ''] : path
  const found = bare ? values(bare, {...place, path: below}, recall, (insert) => dash + insert, named) : []
  const opens = place.kind === 'item' && item.kind === 'record' && !isQuote(place.typed)
  return opens ? [...found, ...keys(item, {...place, column: place.column + dash.length}, text, dash)] : found
}

function values(
  form: Form,
  place: YamlPlace,
  recall: Recall,
  write: (insert: string) => string,
  isWholeItem = false,
): Suggestion[] {
  const client = clientAt(place.path, recall.record)
  const offered = suggestValues(form, {...place, path: ownPath(place.path), isWholeItem}, recall, client)
  const seen = new Set<string>()
  return offered.flatMap((each) => {
    if (seen.has(each.insert)) return []
    seen.add(each.insert)
    return [suggestion(each, place, write(each.insert))]
  })
}

/** Keys of a record that its map does not have yet. */
function keys(form: RecordForm | undefined, place: YamlPlace, text: string, dash = ''): Suggestion[] {
  if (!form) return []
  const present = new Set(place.siblings.map((key) => keyNamed(form.keys, key) ?? key))
  const hasColon = /^[ \t]*:(?:\s|$)/.test(text.slice(place.span.end))
  return Object.entries(form.keys)
    .filter(([name]) => !present.has(name))
    .map(([name, key]) => ({
      ...suggestion(
        {kind: 'key', label: name, insert: name, detail: strategyOf(key), about: key.about},
        place,
        dash + (hasColon ? name : name + afterKey(key, place)),
      ),
      again: !hasColon,
    }))
}

const strategyOf = ({strategy}: Key): string => (strategy ? STRATEGIES[strategy] : '')

/** What a key is followed by: a value on its line, or a line of its own for a list of maps, or for a map. */
function afterKey({form}: Key, {flow, column}: YamlPlace): string {
  const below = `:\n${' '.repeat(column + 2)}`
  if (flow) return ': '
  if (form.kind === 'record' || form.kind === 'map') return below
  return form.kind === 'list' && form.of.kind === 'record' ? `${below}- ` : ': '
}

function suggestion(
  offered: Offered,
  {typed, span}: {readonly typed: string; readonly span: Span},
  insert: string,
): Suggestion {
  const quote = isQuote(typed) ? (typed[0] ?? '') : ''
  const {kind, label, detail = '', about = ''} = offered
  return {
    kind,
    label,
    detail,
    about,
    span,
    insert,
    filter: `${quote}${label} ${offered.insert}`,
    again: false,
  }
}

const isQuote = (typed: string): boolean => /^["']/.test(typed)

/** The form at a path, its client's step below `each` included. */
function formAt(path: readonly string[]): Form | undefined {
  if (path[0] === 'each' && path.length === 2) return recordUnder(path)
  return keyAt(path)?.form
}
