import type {Span} from './span.ts'

const FRONTMATTER = /^(\uFEFF?)---[ \t]*(?:\r\n|\n|\r)(?:[^]*?(?:\r\n|\n|\r))??---[ \t]*(?=\r|\n|$)/

/**
 * Where the YAML block at the top stands, fences included, as remark-frontmatter reads it; a test holds them equal.
 * Lines of dashes that are never closed are no block, as for VS Code's preview: what is below them is Markdown.
 */
export function frontmatterSpan(text: string): Span | undefined {
  const match = FRONTMATTER.exec(text)
  return match ? {start: match[1]?.length ?? 0, end: match[0].length} : undefined
}

/** Where the line of dashes that closes a block begins. */
export const closingDashes = (text: string, block: Span): number => text.lastIndexOf('---', block.end)
