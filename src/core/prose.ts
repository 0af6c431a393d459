import {decodeNamedCharacterReference} from 'decode-named-character-reference'
import {decodeNumericCharacterReference} from 'micromark-util-decode-numeric-character-reference'
import type {Nodes, PhrasingContent} from 'mdast'
import type {MarkdownTree} from './markdown.ts'
import {alignText, MappedTextBuilder, type MappedText} from './source-map.ts'
import type {Span} from './span.ts'

/** One stretch of text that is read as a whole: a paragraph, a heading, a table cell or a frontmatter value. */
export interface Prose extends MappedText {
  readonly kind: 'paragraph' | 'heading' | 'cell' | 'value'
  readonly span: Span
  /** True inside a Markdown block quote. */
  readonly quoted: boolean
  /** Words of the heading above, `''` before the first. */
  readonly section: string
  /** Keys that lead to a frontmatter value, list places left out; empty elsewhere. */
  readonly path: readonly string[]
}

/** Stands for code, pictures and addresses: something is there, and no phrase reaches across it. */
export const ATOM = '\uFFFC'

const LINE_PREFIX = /[ \t>]*/y
const REFERENCE = /&(?:#(?:[xX]([0-9a-fA-F]{1,6})|(\d{1,7}))|([A-Za-z][A-Za-z0-9]{0,31}));/y
const ESCAPABLE = /[!-/:-@[-`{-~]/

/** The prose of a note's Markdown in order, with emphasis gone, soft breaks as spaces and entities decoded. */
export function readProse(source: string, {root, shift}: MarkdownTree): Prose[] {
  const found: Prose[] = []
  let section = ''
  const visit = (node: Nodes, quoted: boolean): void => {
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
      const kind = node.type === 'tableCell' ? 'cell' : node.type
      const span = spanOf(node, shift)
      const mapped = projectInline(source, node.children, span, shift)
      found.push({...mapped, kind, span, quoted, section, path: []})
      if (kind === 'heading') section = mapped.text
    } else if ('children' in node) {
      for (const child of node.children) visit(child, quoted || node.type === 'blockquote')
    }
  }
  visit(root, false)
  return found
}

export function spanOf(node: Nodes, shift: number): Span {
  return {
    start: (node.position?.start.offset ?? 0) + shift,
    end: (node.position?.end.offset ?? 0) + shift,
  }
}

type Leaf = {readonly text: string; readonly span: Span | undefined; readonly exact: boolean}

function projectInline(
  source: string,
  children: readonly PhrasingContent[],
  block: Span,
  shift: number,
): MappedText {
  const builder = new MappedTextBuilder()
  let from = block.start
  for (const leaf of joinUnplaced(
    children.flatMap((child) => leavesOf(source, child, shift)),
    block,
  )) {
    const span = leaf.span ?? {start: from, end: block.end}
    const aligned =
      leaf.exact ||
      alignText(builder, {
        source,
        span,
        value: leaf.text,
        escape: (offset) => readMarkdownEscape(source, offset),
        prefix: LINE_PREFIX,
      })
    if (leaf.exact) builder.add(leaf.text, span.start, span.end)
    else if (!aligned) builder.add(ATOM, span.start, span.end)
    from = span.end
  }
  return builder.build()
}

function leavesOf(source: string, node: PhrasingContent, shift: number): readonly Leaf[] {
  const span = node.position ? spanOf(node, shift) : undefined
  switch (node.type) {
    case 'text':
      return [{text: node.value, span, exact: false}]
    case 'break':
      return [{text: ' ', span, exact: true}]
    case 'html':
      return []
    case 'emphasis':
    case 'strong':
    case 'delete':
    case 'linkReference':
      return node.children.flatMap((child) => leavesOf(source, child, shift))
    case 'link':
      if (!span) return node.children.flatMap((child) => leavesOf(source, child, shift))
      return source[span.start] === '['
        ? node.children.flatMap((child) => leavesOf(source, child, shift))
        : [{text: ATOM, span, exact: true}]
    default:
      return [{text: ATOM, span, exact: true}]
  }
}

/**
 * Neighbours that the tree gives no place (the autolink step of GFM splits text and drops positions)
 * become one leaf that lies between those that have one.
 */
function joinUnplaced(leaves: readonly Leaf[], block: Span): Leaf[] {
  const joined: Leaf[] = []
  for (const leaf of leaves) {
    const last = joined.at(-1)
    if (!leaf.span && last && !last.span) joined[joined.length - 1] = {...last, text: last.text + leaf.text}
    else joined.push(leaf)
  }
  return joined.map((leaf, index) =>
    leaf.span
      ? leaf
      : {
          ...leaf,
          span: {
            start: joined[index - 1]?.span?.end ?? block.start,
            end: joined[index + 1]?.span?.start ?? block.end,
          },
        },
  )
}

function readMarkdownEscape(source: string, offset: number): {text: string; length: number} | undefined {
  const unit = source[offset]
  if (unit === '\\' && ESCAPABLE.test(source[offset + 1] ?? ''))
    return {text: source[offset + 1] ?? '', length: 2}
  if (unit !== '&') return undefined
  REFERENCE.lastIndex = offset
  const match = REFERENCE.exec(source)
  if (!match) return undefined
  const [whole, hex, decimal, name] = match
  const text = name
    ? decodeNamedCharacterReference(name)
    : decodeNumericCharacterReference(hex ?? decimal ?? '', hex ? 16 : 10)
  return text === false ? undefined : {text, length: whole.length}
}
