import type {ElementContent} from './markup.ts'
import {h} from './markup.ts'
import type {NoteRef} from '../summary.ts'
import type {NoteLink, RenderOptions} from './format.ts'
import {safeLink, shownLinks} from './note-links.ts'
import {gapBefore, type Outline, type Phrase} from './outline.ts'

/** The words of a line or a cell, each phrase with a direction of its own. */
export const phraseElements = (phrases: readonly Phrase[], {linkTo}: RenderOptions): ElementContent[] =>
  phrases.flatMap((phrase, index) => {
    const gap = gapBefore(phrase, index)
    const spaced: ElementContent[] =
      gap === '' ? [] : phrase.tone === 'tag' ? [{type: 'text', value: ' '}] : [h('span.gap', gap)]
    const {tone, text} = phrase
    const words = h('bdi', {className: ['phrase', tone]}, tone === 'quote' ? `“${text}”` : text)
    const element = tone === 'strong' ? h('strong', [words]) : words
    const link = phrase.ref && safeLink(linkTo?.(phrase.ref))
    return [...spaced, link ? linkElement(link, [element]) : element]
  })

/** Links to the notes at the end of a line, with the blank before them; nothing where there are none. */
export function linksElement(
  refs: readonly NoteRef[],
  {asOf}: Pick<Outline, 'asOf'>,
  options: RenderOptions,
): ElementContent[] {
  const {links: shown, more} = shownLinks(refs, asOf, options)
  if (shown.length === 0) return []
  const linked = shown.map(({text, ref, link}) => {
    const day = ref.date ? h('time', {dateTime: ref.date}, text) : h('bdi', text)
    return link ? linkElement(link, [day]) : day
  })
  const spaced = linked.flatMap((link, index) => (index > 0 ? [', ', link] : [link]))
  return [{type: 'text', value: ' '}, h('span.refs', [...(more > 0 ? [`${more} earlier, `] : []), ...spaced])]
}

const linkElement = ({href, data}: NoteLink, children: ElementContent[]): ElementContent =>
  h('a', {href, ...(data && {'data-note': data.note, 'data-line': String(data.line)})}, children)
