import type {RootContent} from 'mdast'
import {parseMarkdown} from './markdown.ts'

/** A block of a body that stands in no other, with the offset where it starts; its own blanks before it do not count. */
export interface BodyBlock {
  readonly block: RootContent
  readonly start: number
}

/**
 * The outermost blocks of Markdown that stands below the frontmatter, or in a note without: a line of dashes at its
 * start is a line. Read with one, a block at the top that is never closed would hide the lists after it from the parser.
 */
export const bodyBlocks = (markdown: string): readonly BodyBlock[] =>
  parseMarkdown(`\n${markdown}`).root.children.map((block) => ({
    block,
    start: (block.position?.start.offset ?? 1) - 1,
  }))
