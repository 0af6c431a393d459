import type {NoteRef} from '../summary.ts'
import {isolated} from './direction.ts'
import type {Format, NoteLink, Page, RenderOptions} from './format.ts'
import {GENERATED_MARKER} from './generated.ts'
import {safeLink, shownLinks} from './note-links.ts'
import {
  gapBefore,
  withNoted,
  type Block,
  type Line,
  type Outline,
  type Phrase,
  type Table,
} from './outline.ts'

/** One line of text for each line of the page, so that a change of the notes reads well as a difference. */
export const markdown: Format = {
  id: 'markdown',
  extension: 'md',
  render: ({outline}: Page, options: RenderOptions = {}) => write(outline, options),
}

function write(outline: Outline, options: RenderOptions): string {
  const {title, facts, sections, closing, notice} = outline
  const blocks = [
    GENERATED_MARKER,
    `# ${escapeMarkdown(title)}`,
    facts.map(escapeMarkdown).join(' · '),
    ...sections.flatMap((section) => [
      `## ${escapeMarkdown(section.title)}`,
      ...section.blocks.flatMap((block) => writeBlock(block, section.title, outline, options)),
    ]),
    ...closing.map(escapeMarkdown),
    ...(notice ? [`## ${escapeMarkdown(notice.title)}`, ...notice.paragraphs.map(escapeMarkdown)] : []),
  ]
  return `${blocks.join('\n\n')}\n`
}

/** Blocks of a page without the page, under no heading of their own where they have just one. */
export const renderBlocks = (outline: Outline, options: RenderOptions = {}): string =>
  outline.sections
    .flatMap(({title, blocks}) => blocks.flatMap((block) => writeBlock(block, title, outline, options)))
    .join('\n\n')

/** A picture is told by its table here; a title that the section has already is not said again. */
function writeBlock(block: Block, above: string, outline: Outline, options: RenderOptions): string[] {
  const title =
    block.title === undefined || block.title === above ? [] : [`### ${escapeMarkdown(block.title)}`]
  switch (block.kind) {
    case 'lines':
      return [...title, block.lines.flatMap((line) => writeLine(line, '', outline, options)).join('\n')]
    case 'table':
      return [...title, writeTable(block, outline, options)]
    case 'picture':
      return [...title, writeTable(block.table, outline, options)]
    case 'text':
      return [...title, fenced(block.text)]
  }
}

function writeLine(line: Line, indent: string, outline: Outline, options: RenderOptions): string[] {
  const refs = writeRefs(line.refs, outline, options)
  return [
    `${indent}- ${writePhrases(line.phrases, options)}${refs === '' ? '' : ` (${refs})`}`,
    ...line.under.flatMap((detail) => writeLine(detail, `${indent}  `, outline, options)),
  ]
}

function writeTable(table: Table, outline: Outline, options: RenderOptions): string {
  const heads = withNoted(table)
  const inRow = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  const body = table.rows.map(({cells, refs}) => [
    ...cells.map((phrases) => writePhrases(phrases, options)),
    ...(heads === table.columns ? [] : [writeRefs(refs, outline, options)]),
  ])
  return [inRow(heads.map(escapeMarkdown)), inRow(heads.map(() => '---')), ...body.map(inRow)].join('\n')
}

function writeRefs(refs: readonly NoteRef[], {asOf}: Outline, options: RenderOptions): string {
  const {links, more} = shownLinks(refs, asOf, options)
  const shown = links.map(({text, link}) => writeLink(escapeMarkdown(text), link))
  return (more > 0 ? [`${more} earlier`, ...shown] : shown).join(', ')
}

const writeLink = (text: string, link: NoteLink | undefined): string =>
  link ? `[${text}](${address(link.href)})` : text

const writePhrases = (phrases: readonly Phrase[], {linkTo}: RenderOptions): string =>
  phrases
    .map((phrase, index) => {
      const link = phrase.ref && safeLink(linkTo?.(phrase.ref))
      return gapBefore(phrase, index) + writeLink(writePhrase(phrase), link)
    })
    .join('')

function writePhrase({tone, text}: Phrase): string {
  const words = escapeMarkdown(text)
  if (tone === 'strong') return `**${words}**`
  return tone === 'quote' ? `“${words}”` : words
}

/** Text that Markdown shows as it is: every mark that could mean something here is escaped, line ends are blanks. */
const escapeMarkdown = (text: string): string =>
  isolated(text.replace(/\s+/g, ' ').trim())
    .replace(/[\\`*_[\]<$~|]|&(?=[#\w])/g, '\\$&')
    .replace(/^[#>+=-]/, '\\$&')
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2')

/** A block of code, with a fence that nothing in it can end. */
function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}markdown\n${text.trimEnd()}\n${fence}`
}

/** An address that ends where it should: blanks and brackets as percent signs. */
const address = (href: string): string =>
  href.replace(
    /[\s<>()\\[\]`*_|]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  )
