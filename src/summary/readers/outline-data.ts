import type {Block, Line, Outline, Phrase, Table} from '../formats/outline.ts'
import type {NoteRef} from '../summary.ts'

/** A page as data that says no more than the page does: words, and the days that they rest on. */
export const outlineData = ({
  reader,
  asOf,
  title,
  facts,
  sections,
  closing,
  notice,
}: Outline): Record<string, unknown> => ({
  reader,
  asOf,
  title,
  facts,
  sections: sections.map((section) => ({
    id: section.id,
    title: section.title,
    blocks: section.blocks.map(blockData),
  })),
  closing,
  ...(notice && {notice}),
})

function blockData(block: Block): object {
  switch (block.kind) {
    case 'lines':
      return {...(block.title !== undefined && {title: block.title}), lines: block.lines.map(lineData)}
    case 'table':
      return tableData(block)
    case 'picture':
      return {...tableData(block.table), title: block.title}
    case 'text':
      return {title: block.title, text: block.text}
  }
}

const tableData = ({title, columns, rows}: Table): object => ({
  title,
  columns,
  rows: rows.map(({cells, refs}) => ({cells: cells.map(wordsOf), days: daysOf(refs)})),
})

const lineData = ({phrases, refs, under}: Line): object => ({
  text: wordsOf(phrases),
  days: daysOf(refs),
  ...(under.length > 0 && {under: under.map(lineData)}),
})

const wordsOf = (phrases: readonly Phrase[]): string =>
  phrases
    .map(({tone, text}) => (tone === 'quote' ? `“${text}”` : text))
    .join(' ')
    .replaceAll(/ (?=[,;:.])/g, '')

const daysOf = (refs: readonly NoteRef[]): string[] => [...new Set(refs.flatMap(({date}) => date ?? []))]
