import type {Root} from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'

/** The one dialect of a note: CommonMark with a YAML block at the top, tables and task lists. */
const dialect = unified().use(remarkParse).use(remarkFrontmatter, ['yaml']).use(remarkGfm).freeze()

const BYTE_ORDER_MARK = '\uFEFF'

/** A Markdown tree, and how far its offsets lie behind those of the text it was read from. */
export interface MarkdownTree {
  readonly root: Root
  /** 1 where the text starts with a byte order mark, which the parser leaves out of its offsets; else 0. */
  readonly shift: number
}

export const parseMarkdown = (text: string): MarkdownTree => ({
  root: dialect.parse(text),
  shift: text.startsWith(BYTE_ORDER_MARK) ? 1 : 0,
})
