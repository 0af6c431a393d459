import type {MapEntry, TextValue, Value} from '../yaml/frontmatter.ts'
import type {InlineMark, MarkAttribute} from './inline-marks.ts'
import {MARKED_KEYS} from './mark-syntax.ts'
import type {Problem} from '../problem.ts'
import {readGoal, readResource, readStrengths, readWin} from '../record/read-personal.ts'
import {Fields, type Reading} from '../record/record-fields.ts'
import type {PersonalRecord} from '../record/record-items.ts'
import type {Slot} from '../record/record-slot.ts'
import type {Said} from '../record/said.ts'
import {straightText} from '../text/source-map.ts'
import {keyNamed, recordOf} from '../record/vocabulary.ts'
import {PERSONAL_KEYS} from '../record/vocabulary-personal.ts'

/** `record` with what is marked in the text of its note, after what the frontmatter says. */
export function withMarked<T extends PersonalRecord>(
  reading: Reading,
  record: T,
  marks: readonly InlineMark[],
): T {
  if (marks.length === 0) return record
  const all = <I>(name: InlineMark['name'], read: (item: Fields) => I | readonly I[] | undefined): I[] =>
    marks.flatMap((mark) => (mark.name === name ? (read(fieldsOf(reading, mark)) ?? []) : []))
  return {
    ...record,
    strengths: [...record.strengths, ...all('strength', readStrengths)],
    resources: [...record.resources, ...all('resource', readResource)],
    goals: [...record.goals, ...all('goal', readGoal)],
    wins: [...record.wins, ...all('win', readWin)],
  }
}

/** Only `each` and the header reach a page from a note about several people; a mark says nothing of whose it is. */
export const marksInGroup = (marks: readonly InlineMark[]): Problem[] =>
  marks.map(({span, name}) => ({
    code: 'note/mark-in-group',
    severity: 'information',
    span,
    message: `In a note about several people a mark reaches nobody’s page; under \`each\`, as one of the person’s \`${MARKED_KEYS[name]}\`, it does.`,
  }))

/**
 * A mark as one item of its key. Its words stand for what a bare text stands for in the frontmatter; where the braces
 * say that, they are what was seen: `:strength[kept every appointment]{name=persistence}`.
 */
function fieldsOf(reading: Reading, {name, span, words, attributes}: InlineMark): Fields {
  const form = recordOf(PERSONAL_KEYS[MARKED_KEYS[name]].form)
  if (form?.main === undefined) throw new Error(`An item of ${MARKED_KEYS[name]} has no main key.`)
  const {keys, main, pair} = form
  const slots = new Map<string, Slot[]>()
  const put = (key: string, value: Value): void => {
    slots.set(key, [...(slots.get(key) ?? []), {value, raw: undefined}])
  }
  const shares = attributes.filter(({key}) => key.value.startsWith(SHARE))
  for (const attribute of attributes) {
    const key = keyNamed(keys, attribute.key.value) ?? attribute.key.value
    const value = valueOf(attribute.value)
    const isLinks = keys[key]?.form.kind === 'list' && recordOf(keys[key].form) === undefined
    if (!shares.includes(attribute)) put(key, value.kind === 'text' && isLinks ? listed(value) : value)
  }
  if (shares.length > 0) put('share', {kind: 'map', span, entries: shares.map(entryOf)})
  const key = slots.get(main)?.some(({value}) => value.kind !== 'empty') ? pair : main
  if (key !== undefined && words.text.trim() !== '') put(key, {...words, kind: 'text'})
  return new Fields(reading, span, keys, slots)
}

/** `share.outside=no`: the one key of an item that holds keys itself. */
const SHARE = 'share.'

const entryOf = ({key, value}: MarkAttribute): MapEntry => ({
  key: key.value.slice(SHARE.length),
  keySpan: {start: key.span.start + SHARE.length, end: key.span.end},
  value: valueOf(value),
})

const valueOf = ({value, span}: Said<string>): Value =>
  value.trim() === '' ? {kind: 'empty', span} : {...straightText(value, span.start), kind: 'text', span}

/** Several ids or names with commas between. */
function listed({text, span}: TextValue): Value {
  const items = [...text.matchAll(/[^\s,][^,]*/g)].map(({0: item, index}): Value => {
    const start = span.start + index
    return valueOf({value: item.trimEnd(), span: {start, end: start + item.trimEnd().length}})
  })
  return {kind: 'list', span, items}
}
