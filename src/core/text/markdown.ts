import {decodeNamedCharacterReference} from 'decode-named-character-reference'
import type {Root} from 'mdast'
import type {CompileContext, Extension} from 'mdast-util-from-markdown'
import {decodeNumericCharacterReference} from 'micromark-util-decode-numeric-character-reference'
import type {Token} from 'micromark-util-types'
import remarkDirective from 'remark-directive'
import remarkFrontmatter, {type Options as Blocks} from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified, type Processor} from 'unified'
import {COLON, MARK_OPENING, marksOnly} from '../marks/mark-syntax.ts'
import {frontmatterSpan} from './frontmatter-span.ts'
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
  /** What inline marks are made of, in order. */
  readonly markParts: readonly MarkPart[]
}

/** The words of an inline mark, or one name or value of what stands in braces after them. */
export interface MarkPart extends Span {
  readonly kind: 'words' | 'name' | 'value' | 'id'
}

const MARK_PARTS: ReadonlyMap<string, MarkPart['kind']> = new Map([
  ['directiveTextLabelString', 'words'],
  ['directiveTextAttributeName', 'name'],
  ['directiveTextAttributeValue', 'value'],
  ['directiveTextAttributeIdValue', 'id'],
])

const markPartsOf = new WeakMap<object, MarkPart[]>()
const piecesOf = new WeakMap<object, Piece[]>()

const MARKDOWN = parsersFor([])
const NOTE = parsersFor(['yaml'])

/** Reads `text` as Markdown; every text node has its place, and `pieces` holds what it is made of. */
export function parseMarkdown(text: string): MarkdownTree {
  const shift = text.startsWith(BYTE_ORDER_MARK) ? 1 : 0
  // A text without marks never pays for them, and reads as if there were none. While remark-frontmatter looks for the end
  // of a block that has none, no list or quote is seen, so it is asked only where the block is closed.
  const {withMarks, withoutMarks} = frontmatterSpan(text) ? NOTE : MARKDOWN
  const root = (MARK_OPENING.test(text) ? withMarks : withoutMarks).parse(text)
  return {
    root,
    shift,
    pieces: shifted(piecesOf.get(root) ?? [], shift),
    markParts: shifted(markPartsOf.get(root) ?? [], shift),
  }
}

const shifted = <T extends Span>(spans: readonly T[], shift: number): readonly T[] =>
  shift ? spans.map((span) => ({...span, start: span.start + shift, end: span.end + shift})) : spans

/** The one dialect of a note: CommonMark with tables, task lists, inline marks, and `blocks` at the top. */
function parsersFor(blocks: Blocks) {
  const dialect = unified().use(remarkParse).use(remarkFrontmatter, blocks).use(remarkGfm)
  return {
    withoutMarks: dialect().use(keepPlaces).freeze(),
    withMarks: dialect().use(remarkDirective).use(narrowDirectives).use(keepPlaces).freeze(),
  }
}

/** Puts our marks in the place of all generic directives. */
function narrowDirectives(this: Processor): void {
  const extensions = this.data().micromarkExtensions ?? []
  const directive = extensions.pop()?.text?.[COLON]
  if (!directive || Array.isArray(directive)) throw new Error('remark-directive brings one text construct.')
  extensions.push(marksOnly(directive))
}

/** Records pieces while the tree is made, and leaves out the steps after it, which split text and drop places. */
function keepPlaces(this: Processor): void {
  const data = this.data()
  const extensions = (data.fromMarkdownExtensions ?? []).flat()
  data.fromMarkdownExtensions = [
    ...extensions.map((extension): Extension => ({...extension, transforms: []})),
    {beforeEnter: recordPlace},
  ]
}

function recordPlace(this: CompileContext, token: Token): undefined {
  const [root] = this.stack
  if (!root) return
  const piece = pieceOf(token, (whole) => this.sliceSerialize(whole))
  if (piece) return push(piecesOf, root, piece)
  const kind = MARK_PARTS.get(token.type)
  if (kind) push(markPartsOf, root, {kind, start: token.start.offset, end: token.end.offset})
}

function push<T>(lists: WeakMap<object, T[]>, root: object, item: T): undefined {
  const list = lists.get(root)
  if (list) list.push(item)
  else lists.set(root, [item])
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
