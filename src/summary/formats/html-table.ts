import type {Element} from './markup.ts'
import {h} from './markup.ts'
import type {RenderOptions} from './format.ts'
import {linksElement, phraseElements} from './html-lines.ts'
import {withNoted, type Outline, type Phrase, type Row, type Table} from './outline.ts'

/**
 * A table whose first cells name their rows, and whose last ones hold the links to their notes. The roles are said too, as the style lays rows out one below the other
 * where the window is narrow, and browsers then no longer take it for a table.
 */
export function tableElement(table: Table, outline: Outline, options: RenderOptions): Element {
  const {title, columns, rows} = table
  const heads = withNoted(table)
  return h('table', {role: 'table'}, [
    h('caption', title),
    h('thead', {role: 'rowgroup'}, [
      h(
        'tr',
        {role: 'row'},
        heads.map((name) => h('th', {scope: 'col', role: 'columnheader'}, name)),
      ),
    ]),
    h(
      'tbody',
      {role: 'rowgroup'},
      rows.flatMap((row) => ['\n', rowElement(row, heads, {isNoted: heads !== columns, outline, options})]),
    ),
  ])
}

function rowElement(
  {cells, refs}: Row,
  heads: readonly string[],
  {isNoted, outline, options}: {isNoted: boolean; outline: Outline; options: RenderOptions},
): Element {
  const [first = [], ...rest] = cells
  const links = linksElement(refs, outline, options)
  return h('tr', {role: 'row'}, [
    h('th', {scope: 'row', role: 'rowheader', className: classOf(first)}, phraseElements(first, options)),
    ...rest.map((phrases, index) =>
      h(
        'td',
        {role: 'cell', className: classOf(phrases), 'data-label': heads[index + 1]},
        phraseElements(phrases, options),
      ),
    ),
    ...(isNoted ? [h('td.noted', {role: 'cell', 'data-label': heads.at(-1)}, links)] : []),
  ])
}

/** Room that a day takes, which is not to be broken. */
const SHORT = 12

function classOf(phrases: readonly Phrase[]): string[] {
  if (phrases.length === 0) return ['empty']
  return phrases.length === 1 && (phrases[0]?.text.length ?? 0) <= SHORT ? ['short'] : []
}
