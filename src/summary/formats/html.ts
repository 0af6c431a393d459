import type {Element, ElementContent} from 'hast'
import {toHtml} from 'hast-util-to-html'
import {h} from 'hastscript'
import type {PersonPage} from '../summary.ts'
import type {Format, RenderOptions} from './format.ts'
import {GENERATED_MARKER} from './generated.ts'
import {shownLinks} from './note-links.ts'
import {gapBefore, longDate, type Line, type Outline, type Phrase, type Section} from './outline.ts'
import {PAGE_STYLE, printHead} from './page-style.ts'
import {workingPage} from './working-page.ts'

/** Of our own words only: whatever people wrote goes through `toHtml`. */
const HEAD = `<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">`

/** One file with its style in it, no script and nothing to fetch; it prints on a sheet or two. */
export const html: Format = {
  id: 'html',
  extension: 'html',
  render(page: PersonPage, options: RenderOptions = {}) {
    const outline = workingPage(page)
    const asOf = longDate(outline.asOf)
    return `<!doctype html>
${GENERATED_MARKER}
<html lang="en">
<head>
${HEAD}
${toHtml(h('title', `${outline.title}, as of ${asOf}`))}
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
export const renderBody = (page: PersonPage, options: RenderOptions = {}): string =>
  toHtml(body(workingPage(page), options))

function body(outline: Outline, options: RenderOptions): Element {
  const facts = outline.facts.flatMap((fact, index) => [
    ...(index > 0 ? [h('span.gap', ' · ')] : []),
    h('span', fact),
  ])
  return h('main', [
    '\n',
    h('header', [h('h1', {dir: 'auto'}, outline.title), h('p.facts', facts)]),
    ...outline.sections.flatMap((section) => ['\n', sectionElement(section, outline, options)]),
    '\n',
  ])
}

const sectionElement = ({id, title, groups}: Section, outline: Outline, options: RenderOptions): Element =>
  h('section', {id, ariaLabelledBy: `${id}-title`}, [
    h('h2', {id: `${id}-title`}, title),
    h(
      'div.groups',
      groups.map((group) =>
        h('div.group', [
          ...(group.title === undefined ? [] : [h('h3', group.title)]),
          list('lines', group.lines, outline, options),
        ]),
      ),
    ),
  ])

const list = (name: string, lines: readonly Line[], outline: Outline, options: RenderOptions): Element =>
  h(
    'ul',
    {className: [name]},
    lines.flatMap((line) => ['\n', lineElement(line, outline, options)]),
  )

const lineElement = (line: Line, outline: Outline, options: RenderOptions): Element =>
  h('li', [
    h('p.line', [h('span.words', line.phrases.flatMap(phraseElements)), ...links(line, outline, options)]),
    ...(line.under.length > 0 ? [list('under', line.under, outline, options)] : []),
  ])

function phraseElements(phrase: Phrase, index: number): ElementContent[] {
  const gap = gapBefore(phrase, index)
  const spaced: ElementContent[] =
    gap === '' ? [] : phrase.tone === 'tag' ? [{type: 'text', value: ' '}] : [h('span.gap', gap)]
  const {tone, text} = phrase
  const words = tone === 'quote' ? `“${text}”` : text
  const element = h(tone === 'strong' ? 'strong' : 'span', {className: ['phrase', tone]}, words)
  return [...spaced, element]
}

function links(line: Line, {asOf}: Outline, options: RenderOptions): ElementContent[] {
  const {links: shown, more} = shownLinks(line.refs, asOf, options)
  if (shown.length === 0) return []
  const linked = shown.map(({text, ref, link}) => {
    const day = ref.date ? h('time', {dateTime: ref.date}, text) : h('span', text)
    if (!link) return day
    const {href, data} = link
    return h('a', {href, ...(data && {'data-note': data.note, 'data-line': String(data.line)})}, day)
  })
  const spaced = linked.flatMap((link, index) => (index > 0 ? [', ', link] : [link]))
  return [{type: 'text', value: ' '}, h('span.refs', [...(more > 0 ? [`${more} earlier, `] : []), ...spaced])]
}
