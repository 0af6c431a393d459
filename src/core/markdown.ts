import {decodeNamedCharacterReference} from 'decode-named-character-reference'
import type {Root} from 'mdast'
import type {CompileContext, Extension} from 'mdast-util-from-markdown'
import {decodeNumericCharacterReference} from 'micromark-util-decode-numeric-character-reference'
import type {Token} from 'micromark-util-types'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified, type Processor} from 'unified'
import type {Span} from './span.ts'

const BYTE_ORDER_MARK = '\uFEFF'

/** A stretch of source and what it reads as: plain words, one escape, one entity or one line end. */
export interface Piece extends Span {
  readonly text: string
  readonly isLineEnd: boolean
}

/** A Markdown tree, and how far its offsets lie behind those of the text it was read from. */
export interface MarkdownTree {
  readonly root: Root
  /** 1 where the text starts with a byte order mark, which the parser leaves out of its offsets; else 0. */
  readonly shift: number
  /** What the parser read as text, in order, with offsets into the text; prefixes and markup lie between. */
  readonly pieces: readonly Piece[]
}

const piecesOf = new WeakMap<object, Piece[]>()

/** The one dialect of a note: CommonMark with a YAML block at the top, tables and task lists. */
const dialect = unified()
  .use(remarkParse)
  .use(remarkFrontmatter, ['yaml'])
  .use(remarkGfm)
  .use(keepPlaces)
  .freeze()

/** Reads `text` as Markdown; every text node has its place, and `pieces` holds what it is made of. */
export function parseMarkdown(text: string): MarkdownTree {
  const shift = text.startsWith(BYTE_ORDER_MARK) ? 1 : 0
  const root = dialect.parse(text)
  const pieces = piecesOf.get(root) ?? []
  return {
    root,
    shift,
    pieces: shift
      ? pieces.map((piece) => ({...piece, start: piece.start + shift, end: piece.end + shift}))
      : pieces,
  }
}

/** Records pieces while the tree is made, and leaves out the steps after it, which split text and drop places. */
function keepPlaces(this: Processor): void {
  const data = this.data()
  const extensions = (data.fromMarkdownExtensions ?? []).flat()
  data.fromMarkdownExtensions = [
    ...extensions.map((extension): Extension => ({...extension, transforms: []})),
    {beforeEnter: recordPiece},
  ]
}

function recordPiece(this: CompileContext, token: Token): undefined {
  const piece = pieceOf(token, (whole) => this.sliceSerialize(whole))
  const [root] = this.stack
  if (!piece || !root) return
  const pieces = piecesOf.get(root)
  if (pieces) pieces.push(piece)
  else piecesOf.set(root, [piece])
}

function pieceOf(token: Token, wordsOf: (token: Token) => string): Piece | undefined {
  const [start, end] = [token.start.offset, token.end.offset]
  switch (token.type) {
    case 'data':
      return {text: wordsOf(token), start, end, isLineEnd: false}
    case 'lineEnding':
      return {text: ' ', start, end, isLineEnd: true}
    case 'characterEscapeValue':
      return {text: wordsOf(token), start: start - 1, end, isLineEnd: false}
    case 'characterReference':
      return {text: decodeReference(wordsOf(token)), start, end, isLineEnd: false}
    default:
      return undefined
  }
}

/** What an entity such as `&amp;` or `&#xE9;` reads as; the parser has made sure that it is one. */
function decodeReference(reference: string): string {
  const name = reference.slice(1, -1)
  if (!name.startsWith('#')) return decodeNamedCharacterReference(name) || reference
  const hex = /^#x/i.test(name)
  return decodeNumericCharacterReference(name.slice(hex ? 2 : 1), hex ? 16 : 10)
}
