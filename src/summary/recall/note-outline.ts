import type {MapEntry, Value} from '../../core/yaml/frontmatter.ts'
import type {Note} from '../../core/note.ts'
import type {Item, PersonalRecord} from '../../core/record/record-items.ts'
import type {SessionRecord} from '../../core/record/record.ts'
import type {Span} from '../../core/text/span.ts'

/** One thing that the frontmatter tells of, under the words that people know it by. */
export interface OutlineItem {
  readonly name: string
  readonly detail: string
  readonly kind: 'person' | 'goal' | 'step' | 'strength' | 'resource' | 'win' | 'telling'
  readonly span: Span
  readonly children: readonly OutlineItem[]
}

/** The items of a note's frontmatter in their order; in a group note each person has theirs below. */
export const noteOutline = (record: SessionRecord): OutlineItem[] =>
  inOrder([
    ...itemsOf(record),
    ...record.each.map((part) => ({
      name: part.client.value,
      detail: '',
      kind: 'person' as const,
      span: {start: part.client.span.start, end: part.span.end},
      children: inOrder(itemsOf(part)),
    })),
  ])

function itemsOf(part: PersonalRecord): OutlineItem[] {
  const all = <T extends Item>(
    items: readonly T[],
    kind: OutlineItem['kind'],
    detail: string,
    nameOf: (item: T) => string | undefined,
  ): OutlineItem[] =>
    items.flatMap((item) => {
      const name = nameOf(item)?.trim()
      return name ? [{name, detail, kind, span: item.span, children: []}] : []
    })
  const goals = part.goals.map((goal): OutlineItem => ({
    name: goal.words?.value ?? goal.id?.value ?? goal.was[0]?.value ?? '…',
    detail: ['goal', goal.status?.value].filter(Boolean).join(', '),
    kind: 'goal',
    span: goal.span,
    children: all(goal.actions, 'step', 'step', ({what}) => what.value),
  }))
  return [
    ...goals,
    ...all(part.strengths, 'strength', 'strength', ({name}) => name.value),
    ...all(part.resources, 'resource', 'resource', ({name}) => name.value),
    ...all(part.skills, 'strength', 'skill', ({name}) => name.value),
    ...all(part.wins, 'win', 'win', ({what}) => what.value),
    ...all(part.stories, 'telling', 'story', ({text}) => text.value),
    ...all(part.affirmations, 'telling', 'affirmation', ({said}) => said.value),
    ...all(part.reflections, 'telling', 'reflection', ({text}) => text.value),
    ...all(part.feedback, 'telling', 'feedback', ({said}) => said.value),
    ...all(part.preferences, 'telling', 'preference', ({says}) => says.value),
  ]
}

const inOrder = (items: readonly OutlineItem[]): OutlineItem[] =>
  items.toSorted((a, b) => a.span.start - b.span.start)

/** Stretches of the frontmatter that fold: the whole of it, keys and items of several lines. */
export function noteFolds({text, frontmatter}: Note): Span[] {
  if (!frontmatter) return []
  const found: Span[] = [frontmatter.span]
  const visit = (value: Value): void => {
    if (value.kind === 'list')
      for (const item of value.items) {
        found.push(item.span)
        visit(item)
      }
    else if (value.kind === 'map') value.entries.forEach(visitEntry)
  }
  const visitEntry = ({keySpan, value}: MapEntry): void => {
    found.push({start: keySpan.start, end: value.span.end})
    visit(value)
  }
  frontmatter.entries.forEach(visitEntry)
  return found
    .map(({start, end}) => ({start, end: start + text.slice(start, end).trimEnd().length}))
    .filter(({start, end}) => /[\r\n]/.test(text.slice(start, end)))
}
