import type {Element} from 'hast'
import {h} from 'hastscript'
import type {RenderOptions} from './format.ts'
import {linksElement, phraseElements} from './html-lines.ts'
import type {Outline, Row, Table} from './outline.ts'

/**
 * A table whose first cells name their rows. The roles are said too, as the style lays rows out one below the other
 * where the window is narrow, and browsers then no longer take it for a table.
 */
export function tableElement(table: Table, outline: Outline, options: RenderOptions): Element {
  const {title, columns, rows} = table
  const withRefs = rows.some(({refs}) => refs.length > 0)
  const heads = withRefs ? [...columns, 'Notes'] : columns
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
      rows.flatMap((row) => ['\n', rowElement(row, heads, {withRefs, outline, options})]),
    ),
  ])
}

function rowElement(
  {cells, refs}: Row,
  heads: readonly string[],
  {withRefs, outline, options}: {withRefs: boolean; outline: Outline; options: RenderOptions},
): Element {
  const [first = [], ...rest] = cells
  return h('tr', {role: 'row'}, [
    h('th', {scope: 'row', role: 'rowheader'}, phraseElements(first, options)),
    ...rest.map((phrases, index) =>
      h(
        'td',
        {role: 'cell', className: phrases.length === 0 ? ['empty'] : [], 'data-label': heads[index + 1]},
        phraseElements(phrases, options),
      ),
    ),
    ...(withRefs
      ? [h('td.noted', {role: 'cell', 'data-label': 'Notes'}, linksElement(refs, outline, options))]
      : []),
  ])
}
