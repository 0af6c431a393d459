import type {Nodes, Root} from 'mdast'
import {readFrontmatter, textValues, type Frontmatter} from './yaml/frontmatter.ts'
import {readInlineMarks, type InlineMark} from './marks/inline-marks.ts'
import {frontmatterSpan} from './text/frontmatter-span.ts'
import {firstLineEnd} from './text/lines.ts'
import {indexLines, type LineIndex} from './text/line-index.ts'
import {keptResults} from './text/kept-results.ts'
import {MARK_OPENING} from './marks/mark-syntax.ts'
import {parseMarkdown} from './text/markdown.ts'
import type {Problem} from './problem.ts'
import {readProse, spanOf, type Prose} from './text/prose.ts'
import {overlaps, type Edit, type Span} from './text/span.ts'

/** One session note: its text, read once. Every span is in UTF-16 offsets of `text`. */
export interface Note {
  readonly text: string
  readonly lines: LineIndex
  readonly frontmatter: Frontmatter | undefined
  /**
   * Everything that is read as language, in the order of the text: frontmatter values first, then the body without the
   * answers that were kept in it.
   */
  readonly prose: readonly Prose[]
  /** HTML comments, which carry the writer's switches for the linter. */
  readonly comments: readonly Comment[]
  /** What its writer marked in the body as a strength, a resource, a goal or a win. */
  readonly marks: readonly InlineMark[]
  readonly problems: readonly Problem[]
}

export interface Comment {
  readonly span: Span
  /** What stands between `<!--` and `-->`, trimmed. */
  readonly text: string
}

/**
 * Reads a note. Never throws on what a person wrote: what cannot be read is in `problems`, with its place. The body
 * is read when somebody first asks for it, since a page is folded from frontmatter and, where there are any, marks.
 */
export function parseNote(text: string): Note {
  const block = frontmatterSpan(text)
  const frontmatter = block && readFrontmatter(text, block)
  let lines: LineIndex | undefined
  let body: Body | undefined
  const readOnce = (): Body => (body ??= readBody(text, frontmatter))
  return {
    text,
    frontmatter,
    problems: frontmatter?.problems ?? unclosedFrontmatter(text),
    get lines() {
      return (lines ??= indexLines(text))
    },
    get prose() {
      return readOnce().prose
    },
    get comments() {
      return readOnce().comments
    },
    get marks() {
      return body || MARK_OPENING.test(text) ? readOnce().marks : []
    },
  }
}

/** Where a note opens: the first fence of its frontmatter. */
export function openingOf({text, frontmatter}: Note): Span {
  const start = frontmatter?.span.start ?? 0
  return {start, end: Math.min(start + 3, text.length)}
}

type Body = Pick<Note, 'prose' | 'comments' | 'marks'>

function readBody(text: string, frontmatter: Frontmatter | undefined): Body {
  const tree = parseMarkdown(text)
  const results = keptResults(text)
  const isOwn = ({span}: {readonly span: Span}): boolean => !results.some((result) => overlaps(result, span))
  return {
    prose: [...frontmatterProse(frontmatter), ...readProse(text, tree).filter(isOwn)],
    comments: readComments(text, tree.root, tree.shift),
    marks: readInlineMarks(text, tree).filter(isOwn),
  }
}

const frontmatterProse = (frontmatter: Frontmatter | undefined): Prose[] =>
  [...textValues(frontmatter?.entries ?? [])].map(({path, value}) => ({
    ...value,
    kind: 'value',
    quoted: false,
    section: '',
    path,
  }))

function readComments(text: string, root: Root, shift: number): Comment[] {
  const found: Comment[] = []
  const open: Nodes[] = [root]
  for (let node = open.pop(); node; node = open.pop())
    if (node.type === 'html') found.push(...commentsIn(text, spanOf(node, shift)))
    else if ('children' in node) for (const child of node.children.toReversed()) open.push(child)
  return found
}

function* commentsIn(text: string, within: Span): Generator<Comment> {
  const html = text.slice(within.start, within.end)
  for (let from = html.indexOf('<!--'); from >= 0;) {
    // `<!-->` and `<!--->` are whole comments with nothing inside.
    const close = html.indexOf('-->', from + 2)
    if (close < 0) return
    const inside = html.slice(from + 4, Math.max(from + 4, close))
    yield {
      span: {start: within.start + from, end: within.start + close + 3},
      text: inside.replace(/(\r\n|\n|\r)[ \t>]*/g, '$1').trim(),
    }
    from = html.indexOf('<!--', close + 3)
  }
}

function unclosedFrontmatter(text: string): Problem[] {
  const opening = /^\uFEFF?---[ \t]*(?:\r\n|\n|\r)(?=[\w-]+:)/.exec(text)
  if (!opening) return []
  return [
    {
      code: 'yaml/unclosed',
      severity: 'error',
      span: {start: opening[0].indexOf('-'), end: opening[0].trimEnd().length},
      message:
        'The block that starts here has no closing line; a line of three dashes after the last key ends it.',
      fix: {title: 'Close the block', kind: 'adds', edits: [closingLine(text, opening[0].length)]},
    },
  ]
}

/**
 * Three dashes before the first empty line, or before the first that opens neither a key nor an item and goes on with
 * none; in the place of three dots, with which YAML ends a document.
 */
function closingLine(text: string, from: number): Edit {
  const lineEnd = firstLineEnd(text)
  let at = from
  for (const line of text.slice(from).matchAll(/([^\r\n]*)(\r\n|\n|\r|$)/g)) {
    if (/^\.{3}[ \t]*$/.test(line[1] ?? '')) return {span: {start: at, end: at + 3}, text: '---'}
    if (!/^(?:[ \t]+\S|-[ \t]|[\w"'][^:]*:(?:[ \t]|$))/.test(line[1] ?? '')) break
    at = from + line.index + line[0].length
    if (line[2] === '') return {span: {start: at, end: at}, text: `${lineEnd}---${lineEnd}`}
  }
  return {span: {start: at, end: at}, text: `---${lineEnd}`}
}
