import {h, toHtml} from '../../summary/formats/markup.ts'
import {NotebookCellOutput, NotebookCellOutputItem, type NotebookCell, type Uri} from 'vscode'
import type {NoteLink} from '../../summary/formats/format.ts'
import {answerQuery, type Answer} from '../../summary/query/answer-query.ts'
import {parseQuery} from '../../summary/query/parse-query.ts'
import {queryLines} from '../../summary/query/query-words.ts'
import type {Query} from '../../summary/query/query.ts'
import {picturesOf, renderAnswer} from '../../summary/query/render-answer.ts'
import type {NoteRef, PersonPage} from '../../summary/summary.ts'
import {NoteDocument} from '../note-document.ts'
import type {NotesFolder, NotesFolders} from '../notes-folder.ts'
import {now} from '../today.ts'
import type {Toolbox} from '../toolbox.ts'
import {clientOf} from './client-of.ts'
import type {KeptResult} from './keep-result.ts'

/** What questions are answered with. */
export interface QueryTools {
  readonly folders: NotesFolders
  readonly toolbox: Toolbox
}

/** What came of the questions of a cell; a question that was not understood is answered by what can be said. */
export interface CellAnswer {
  readonly outputs: readonly NotebookCellOutput[]
  readonly isUnderstood: boolean
}

/** Answers every line of a cell from the notes of its folder, as they stand in their editors. */
export async function answerCell({document, notebook}: NotebookCell, tools: QueryTools): Promise<CellAnswer> {
  const folder = await tools.folders.of(notebook.uri)
  if (!folder)
    return {
      outputs: [asMarkdown('Questions are put to a folder of notes: open one first.')],
      isUnderstood: false,
    }
  const {policy} = await tools.toolbox.configurationFor(notebook.uri)
  const asOf = now().date
  const at = NoteDocument.of(document)
  const client = at && clientOf(at.text)
  const outputs: NotebookCellOutput[] = []
  let isUnderstood = true
  const questions = queryLines(document.getText())
  for (const {text} of questions) {
    // Of several, each answer says which question it is to.
    const asked = questions.length > 1 ? text.trim() : undefined
    const parsed = parseQuery(text, {asOf, client})
    if ('problem' in parsed) {
      outputs.push(asMarkdown(sentence(parsed.problem.message, asked)))
      isUnderstood = false
      continue
    }
    const pages = await pagesFor(parsed.query, folder)
    const answer = answerQuery(parsed.query, {asOf, pages}, policy)
    const linkTo = (ref: NoteRef): NoteLink | undefined => relativeLink(folder, ref, notebook.uri)
    const markdown = renderAnswer(answer, {linkTo})
    const kept = {kept: {question: text.trim(), markdown}}
    if (isSentence(answer)) outputs.push(asMarkdown(sentence(markdown, asked), kept))
    else {
      const pictures = pictureOutputs(answer, asked)
      const title = asked === undefined || pictures.length > 0 ? '' : `\`${asked}\`\n\n`
      outputs.push(...pictures, asMarkdown(title + withWholeDays(markdown), kept))
    }
  }
  return {outputs, isUnderstood}
}

/** The pages of those who are asked about where all are known, else everybody's. */
async function pagesFor({clients}: Query, folder: NotesFolder): Promise<readonly PersonPage[]> {
  const asOf = now().date
  const asked = await Promise.all(clients.map(async (client) => folder.pageOf(client, asOf)))
  const named = asked.filter((page) => page !== undefined)
  if (named.length > 0 && named.length === clients.length) return byClient(named)
  const everybody = await folder.clients()
  const pages = await Promise.all(everybody.map(async (client) => folder.pageOf(client, asOf)))
  return byClient(pages.filter((page) => page !== undefined))
}

const byClient = (pages: readonly PersonPage[]): readonly PersonPage[] => [
  ...new Map(pages.map((page) => [page.client, page])).values(),
]

const isSentence = (answer: Answer): boolean =>
  answer.kind === 'nobody' || (answer.kind === 'blocks' && answer.none !== undefined)

const sentence = (words: string, asked: string | undefined): string =>
  asked === undefined ? words : `\`${asked}\`: ${words}`

/** A day is not parted from its month where a column is narrow. */
const withWholeDays = (markdown: string): string =>
  markdown.replace(/\b(\d{1,2}) (?=(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b)/g, '$1\u00A0')

const pictureOutputs = (answer: Answer, asked: string | undefined): NotebookCellOutput[] =>
  picturesOf(answer).map(({drawing, title}, index) => {
    const paper = 'style="--paper: var(--vscode-editor-background)"'
    const above =
      index === 0 && asked !== undefined
        ? [h('p', h('code', {style: 'font-family: var(--vscode-editor-font-family)'}, asked))]
        : []
    const shown = toHtml([...above, drawing])
    return new NotebookCellOutput([
      NotebookCellOutputItem.text(`<div ${paper}>${shown}</div>`, 'text/html'),
      NotebookCellOutputItem.text(`${title}: in words below.`, 'text/markdown'),
    ])
  })

const asMarkdown = (text: string, metadata: {readonly kept?: KeptResult} = {}): NotebookCellOutput =>
  new NotebookCellOutput([NotebookCellOutputItem.text(text, 'text/markdown')], metadata)

/**
 * A link that holds wherever the folder goes, and one that renderers of Markdown take, which `file:` is not; undefined
 * where the notebook is not in it.
 */
function relativeLink(folder: NotesFolder, {file, line}: NoteRef, notebook: Uri): NoteLink | undefined {
  const from = folder.pathOf(notebook)?.split('/').slice(0, -1)
  if (!from) return undefined
  const to = file.split('/')
  let same = 0
  while (same < from.length && from[same] === to[same]) same++
  const path = [...from.slice(same).map(() => '..'), ...to.slice(same).map(encodeURIComponent)].join('/')
  return {href: `${path}#L${line}`}
}
