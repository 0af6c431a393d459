import type {Nodes, PhrasingContent} from 'mdast'
import type {MarkdownTree, Piece} from './markdown.ts'
import {MappedTextBuilder, type MappedText} from './source-map.ts'
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

/** Addresses that the parser leaves as text, such as those after a slash or an open bracket. */
const ADDRESS =
  /(?:https?:\/\/|www\.)[^\s<]*[^\s<?!.,:;*_~'")\]]|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z\d]+/gi

/** The prose of a note's Markdown in order, with emphasis gone, soft breaks as spaces and entities decoded. */
export function readProse(source: string, tree: MarkdownTree): Prose[] {
  const found: Prose[] = []
  let section = ''
  // A stack of our own: nesting is up to the writer, and may go deeper than calls can.
  const open: {readonly node: Nodes; readonly quoted: boolean}[] = [{node: tree.root, quoted: false}]
  for (let next = open.pop(); next; next = open.pop()) {
    const {node} = next
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
      const kind = node.type === 'tableCell' ? 'cell' : node.type
      const mapped = projectInline(source, tree, node.children)
      found.push({...mapped, kind, span: spanOf(node, tree.shift), quoted: next.quoted, section, path: []})
      if (kind === 'heading') section = mapped.text
    } else if ('children' in node) {
      const quoted = next.quoted || node.type === 'blockquote'
      for (const child of node.children.toReversed()) open.push({node: child, quoted})
    }
  }
  return found
}

export function spanOf(node: Nodes, shift: number): Span {
  return {
    start: (node.position?.start.offset ?? 0) + shift,
    end: (node.position?.end.offset ?? 0) + shift,
  }
}

/** The words of inline Markdown as they are read. */
export function projectInline(
  source: string,
  tree: MarkdownTree,
  children: readonly PhrasingContent[],
): MappedText {
  const builder = new MappedTextBuilder()
  const open = children.toReversed()
  for (let node = open.pop(); node; node = open.pop()) {
    const span = spanOf(node, tree.shift)
    switch (node.type) {
      case 'text':
        for (const {text, start, end} of withAtoms(piecesIn(tree.pieces, span))) builder.add(text, start, end)
        break
      case 'break':
        builder.add(' ', span.start, span.end)
        break
      case 'html':
        if (/^<br\b/i.test(node.value)) builder.add(' ', span.start, span.end)
        break
      case 'emphasis':
      case 'strong':
      case 'delete':
      case 'linkReference':
      case 'textDirective':
        for (const child of node.children.toReversed()) open.push(child)
        break
      case 'link':
        if (source[span.start] === '[') for (const child of node.children.toReversed()) open.push(child)
        else builder.add(ATOM, span.start, span.end)
        break
      default:
        builder.add(ATOM, span.start, span.end)
    }
  }
  return builder.build()
}

/** The pieces of one text node; a line end takes in the blanks and the prefix around it. */
function piecesIn(pieces: readonly Piece[], span: Span): Piece[] {
  const found: Piece[] = []
  for (let i = firstReaching(pieces, span.start); i < pieces.length; i++) {
    const piece = pieces[i]
    if (!piece || piece.start >= span.end) break
    if (piece.isLineEnd) {
      const start = found.at(-1)?.end ?? piece.start
      const end = Math.min(pieces[i + 1]?.start ?? span.end, span.end)
      if (start >= span.start) found.push({...piece, start, end})
    } else {
      // The tree of a task list item leaves out the blank after its box.
      const cut = Math.max(0, span.start - piece.start)
      found.push({...piece, text: piece.text.slice(cut), start: piece.start + cut})
    }
  }
  return found
}

/** Index of the first piece that ends after `offset`. */
function firstReaching(pieces: readonly Piece[], offset: number): number {
  let low = 0
  let high = pieces.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((pieces[middle]?.end ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low
}

/** The same pieces with every address in them as one atom. */
function withAtoms(pieces: readonly Piece[]): readonly Piece[] {
  const addresses = [
    ...pieces
      .map(({text}) => text)
      .join('')
      .matchAll(ADDRESS),
  ]
  if (addresses.length === 0) return pieces
  const result: Piece[] = []
  let at = 0
  let next = 0
  for (const piece of pieces) {
    const {text} = piece
    const even = text.length === piece.end - piece.start
    // A piece is cut where addresses start and end; one that does not match its source unit by unit stays whole.
    for (let from = 0; from < text.length;) {
      const address = addresses[next]
      const [start, end] = address
        ? [address.index - at, address.index + address[0].length - at]
        : [text.length, text.length]
      const isAtom = from >= start
      const to = even ? Math.min(text.length, isAtom ? end : start) : text.length
      const place = even
        ? {start: piece.start + from, end: piece.start + to}
        : {start: piece.start, end: piece.end}
      const last = result.at(-1)
      if (isAtom && from > start && last) result[result.length - 1] = {...last, end: place.end}
      else result.push({...place, text: isAtom ? ATOM : text.slice(from, to), isLineEnd: piece.isLineEnd})
      from = to
      if (address && to >= end) next++
    }
    at += text.length
  }
  return result
}
