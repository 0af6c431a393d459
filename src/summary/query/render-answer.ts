import type {RenderOptions} from '../formats/format.ts'
import {GENERATED_MARKER} from '../formats/generated.ts'
import {markdown, renderBlocks} from '../formats/markdown.ts'
import type {Picture} from '../formats/outline.ts'
import type {Answer} from './answer-query.ts'

/** An answer as Markdown: a sentence, tables, or a page. Pictures are told by their tables. */
export function renderAnswer(answer: Answer, options: RenderOptions = {}): string {
  if (answer.kind === 'nobody') return answer.message
  if (answer.kind === 'blocks') return answer.none ?? renderBlocks(answer.outline, options)
  // The mark of a generated file is for files.
  return markdown.render(answer.page, options).replace(GENERATED_MARKER, '').trim()
}

/** The pictures of an answer, to be shown where there is room for them. */
export function picturesOf(answer: Answer): readonly Picture[] {
  if (answer.kind === 'nobody') return []
  const {sections} = answer.kind === 'page' ? answer.page.outline : answer.outline
  const own = sections.flatMap(({blocks}) => blocks.filter((block) => block.kind === 'picture'))
  return answer.kind === 'page' ? own : [...answer.pictures, ...own]
}
