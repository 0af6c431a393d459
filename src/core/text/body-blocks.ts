import type {RootContent} from 'mdast'
import {parseMarkdown} from './markdown.ts'

/** A block of a body that stands in no other, with the offset where it starts; its own blanks before it do not count. */
export interface BodyBlock {
  readonly block: RootContent
  readonly start: number
}

/**
 * The outermost blocks of Markdown that stands below the frontmatter, or in a note without: lines of dashes at its start
 * are lines, which they would not be on the first line of what is parsed.
 */
export const bodyBlocks = (markdown: string): readonly BodyBlock[] =>
  parseMarkdown(`\n${markdown}`).root.children.map((block) => ({
    block,
    start: (block.position?.start.offset ?? 1) - 1,
  }))
