import type {PersonPage} from '../summary.ts'
import type {Format, RenderOptions} from './format.ts'
import {GENERATED_MARKER} from './generated.ts'
import {shownLinks} from './note-links.ts'
import {gapBefore, type Line, type Outline, type Phrase, type Section} from './outline.ts'
import {workingPage} from './working-page.ts'

/** One line of text for each line of the page, so that a change of the notes reads well as a difference. */
export const markdown: Format = {
  id: 'markdown',
  extension: 'md',
  render: (page: PersonPage, options: RenderOptions = {}) => write(workingPage(page), options),
}

function write(outline: Outline, options: RenderOptions): string {
  const blocks = [
    GENERATED_MARKER,
    `# ${escapeMarkdown(outline.title)}`,
    outline.facts.map(escapeMarkdown).join(' · '),
    ...outline.sections.flatMap((section) => writeSection(section, outline, options)),
  ]
  return `${blocks.join('\n\n')}\n`
}

const writeSection = ({title, groups}: Section, outline: Outline, options: RenderOptions): string[] => [
  `## ${escapeMarkdown(title)}`,
  ...groups.flatMap((group) => [
    ...(group.title === undefined ? [] : [`### ${escapeMarkdown(group.title)}`]),
    group.lines.flatMap((line) => writeLine(line, '', outline, options)).join('\n'),
  ]),
]

function writeLine(line: Line, indent: string, outline: Outline, options: RenderOptions): string[] {
  const words = line.phrases.map((phrase, index) => gapBefore(phrase, index) + writePhrase(phrase)).join('')
  const {links, more} = shownLinks(line.refs, outline.asOf, options)
  const shown = links.map(({text, link}) =>
    link ? `[${escapeMarkdown(text)}](${address(link.href)})` : escapeMarkdown(text),
  )
  const refs = more > 0 ? [`${more} earlier`, ...shown] : shown
  return [
    `${indent}- ${words}${refs.length > 0 ? ` (${refs.join(', ')})` : ''}`,
    ...line.under.flatMap((detail) => writeLine(detail, `${indent}  `, outline, options)),
  ]
}

function writePhrase({tone, text}: Phrase): string {
  const words = escapeMarkdown(text)
  if (tone === 'strong') return `**${words}**`
  return tone === 'quote' ? `“${words}”` : words
}

/** Text that Markdown shows as it is: every mark that could mean something here is escaped, line ends are blanks. */
export const escapeMarkdown = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<$~]|&(?=[#\w])/g, '\\$&')
    .replace(/^[#>+=-]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2')

/** An address that ends where it should: blanks and brackets as percent signs. */
const address = (href: string): string =>
  href.replace(
    /[\s<>()\\[\]`*_]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  )
