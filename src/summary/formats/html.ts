import type {Element, ElementContent} from './markup.ts'
import {toHtml} from './markup.ts'
import {h} from './markup.ts'
import {isolated} from './direction.ts'
import type {Format, Page, RenderOptions} from './format.ts'
import {GENERATED_MARKER} from './generated.ts'
import {linksElement, phraseElements} from './html-lines.ts'
import {tableElement} from './html-table.ts'
import {
  longDate,
  type Block,
  type Line,
  type Notice,
  type Outline,
  type Picture,
  type Section,
} from './outline.ts'
import {PAGE_STYLE, printHead} from './page-style.ts'

/** Of our own words only: whatever people wrote goes through `toHtml`. */
const HEAD = `<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">`

/** One file with its style in it, no script and nothing to fetch; it prints on a sheet or two. */
export const html: Format = {
  id: 'html',
  extension: 'html',
  render({outline}: Page, options: RenderOptions = {}) {
    const asOf = longDate(outline.asOf)
    return `<!doctype html>
${GENERATED_MARKER}
<html lang="en">
<head>
${HEAD}
${toHtml(h('title', `${isolated(outline.title)}, as of ${asOf}`))}
${toHtml(h('style', PAGE_STYLE + printHead(outline.title, asOf)))}
</head>
<body>
${toHtml(body(outline, options))}
</body>
</html>
`
  },
}

/** The page without document, style or policy, for a shell that brings its own; `PAGE_STYLE` is its style. */
export const renderBody = ({outline}: Page, options: RenderOptions = {}): string =>
  toHtml(body(outline, options))

function body(outline: Outline, options: RenderOptions): Element {
  const facts = outline.facts.flatMap((fact, index) => [
    ...(index > 0 ? [h('span.gap', ' · ')] : []),
    h('span', fact),
  ])
  const {reader, title, sections, closing, notice} = outline
  return h('main', {className: ['page', `for-${reader}`]}, [
    '\n',
    h('header', [h('h1', {dir: 'auto'}, title), h('p.facts', facts)]),
    ...sections.flatMap((section) => ['\n', sectionElement(section, outline, options)]),
    ...(closing.length > 0
      ? [
          '\n',
          h(
            'footer.closing',
            closing.map((sentence) =>
              h('p', [
                options.correctable ? h('button', {type: 'button', 'data-correct': ''}, sentence) : sentence,
              ]),
            ),
          ),
        ]
      : []),
    ...(notice ? ['\n', noticeElement(notice)] : []),
    '\n',
  ])
}

const noticeElement = ({title, paragraphs}: Notice): Element =>
  h('aside.notice', {ariaLabelledBy: 'notice-title'}, [
    h('h2#notice-title', title),
    ...paragraphs.map((paragraph) => h('p', {dir: 'auto'}, paragraph)),
  ])

const sectionElement = ({id, title, blocks}: Section, outline: Outline, options: RenderOptions): Element =>
  h('section', {id, ariaLabelledBy: `${id}-title`}, [
    h('h2', {id: `${id}-title`}, title),
    h(
      'div.blocks',
      blocks.map((block) => blockElement(block, title, outline, options)),
    ),
  ])

/** A title that the section has already is not said again. */
function blockElement(block: Block, above: string, outline: Outline, options: RenderOptions): Element {
  const head = block.title === undefined || block.title === above ? [] : [h('h3', block.title)]
  switch (block.kind) {
    case 'lines':
      return h('div.block', [...head, list('lines', block.lines, outline, options)])
    case 'table':
      return h('div.block.wide', [...head, tableElement(block, outline, options)])
    case 'picture':
      return pictureElement(block, outline, options)
    case 'text':
      return h('div.block.wide', [
        ...head,
        h('pre', {tabIndex: 0, ariaLabel: block.title, role: 'region'}, block.text),
      ])
  }
}

const pictureElement = (picture: Picture, outline: Outline, options: RenderOptions): Element =>
  h('div.block.wide', [
    h('h3', picture.title),
    h('figure.picture', {id: picture.id}, [
      h('div.drawing', [picture.drawing]),
      h('div.in-words', [tableElement(picture.table, outline, options)]),
    ]),
  ])

const list = (name: string, all: readonly Line[], outline: Outline, options: RenderOptions): Element =>
  h(
    'ul',
    {className: [name]},
    all.flatMap((line) => ['\n', lineElement(line, outline, options)]),
  )

function lineElement(line: Line, outline: Outline, options: RenderOptions): Element {
  const links: ElementContent[] = linksElement(line.refs, outline, options)
  return h('li', [
    h('p.line', [h('span.words', phraseElements(line.phrases, options)), ...links]),
    ...(line.under.length > 0 ? [list('under', line.under, outline, options)] : []),
  ])
}
