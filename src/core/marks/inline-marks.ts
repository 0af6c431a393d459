import type {Nodes} from 'mdast'
import type {TextDirective} from 'mdast-util-directive'
import type {MarkdownTree, MarkPart} from '../text/markdown.ts'
import {MARKED_KEYS, type MarkName} from './mark-syntax.ts'
import {ATOM, projectInline, spanOf} from '../text/prose.ts'
import type {Said} from '../record/said.ts'
import {straightText, type MappedText} from '../text/source-map.ts'
import type {Span} from '../text/span.ts'

/** Words of the narrative that somebody marked: `:strength[kept every appointment]{name=persistence}`. */
export interface InlineMark {
  readonly name: MarkName
  /** From the colon to the last bracket or brace. */
  readonly span: Span
  /** The marked words; their span is that of what stands in the brackets. */
  readonly words: MappedText & {readonly span: Span}
  /** What stands in braces, in order; `#g-work` is the `id`. Quotation marks are outside a value's span. */
  readonly attributes: readonly MarkAttribute[]
}

export interface MarkAttribute {
  readonly key: Said<string>
  /** Empty where there is a key alone. */
  readonly value: Said<string>
}

/** The inline marks of a note's text in order. What stands in a block quote is somebody else's, and counts for nobody. */
export function readInlineMarks(source: string, tree: MarkdownTree): InlineMark[] {
  const found: InlineMark[] = []
  if (tree.markParts.length === 0) return found
  const open: Nodes[] = [tree.root]
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type === 'textDirective' && isMarkName(node.name)) found.push(readMark(source, tree, node))
    if ('children' in node && node.type !== 'blockquote')
      for (const child of node.children.toReversed()) open.push(child)
  }
  return found
}

const isMarkName = (name: string): name is MarkName => Object.hasOwn(MARKED_KEYS, name)

function readMark(source: string, tree: MarkdownTree, node: TextDirective): InlineMark {
  const span = spanOf(node, tree.shift)
  const start = span.start + node.name.length + 2
  const parts = tree.markParts.filter((part) => part.start >= start && part.end <= span.end)
  const label = parts.find((part) => part.kind === 'words' && part.start === start)
  const end = label?.end ?? start
  return {
    name: node.name as MarkName,
    span,
    words: {...wordsOf(source, tree, node), span: {start, end}},
    attributes: attributesIn(
      source,
      parts.filter((part) => part.start >= end),
      node,
    ),
  }
}

/** The words as they are read; code and addresses stand in them as they were typed. */
function wordsOf(source: string, tree: MarkdownTree, node: TextDirective): MappedText {
  const mapped = projectInline(source, tree, node.children)
  if (!mapped.text.includes(ATOM)) return mapped
  const text = mapped.text.replaceAll(ATOM, (_, at: number) => {
    const {start, end} = mapped.sourceSpan(at, at + 1)
    return source.slice(start, end).replace(/^`+ ?| ?`+$/g, '')
  })
  return {...straightText(text, 0), sourceSpan: () => spanOf(node, tree.shift), sourceRuns: () => []}
}

function attributesIn(source: string, parts: readonly MarkPart[], node: TextDirective): MarkAttribute[] {
  const found: MarkAttribute[] = []
  parts.forEach((part, i) => {
    const written = source.slice(part.start, part.end)
    if (part.kind === 'id')
      found.push({
        key: {value: 'id', span: {start: part.start - 1, end: part.start}},
        value: {value: written, span: {start: part.start, end: part.end}},
      })
    if (part.kind !== 'name') return
    const next = parts[i + 1]
    const {start, end} = next?.kind === 'value' ? next : {start: part.end, end: part.end}
    found.push({
      key: {value: written, span: {start: part.start, end: part.end}},
      value: {value: readValue(source.slice(start, end), node.attributes?.[written]), span: {start, end}},
    })
  })
  return found
}

/** Entities are read where the parser read some; of a key that stands twice it has the last only. */
const readValue = (written: string, read: string | null | undefined): string =>
  written.includes('&') && typeof read === 'string' ? read : written.replace(/\s*[\r\n]\s*/g, ' ')
