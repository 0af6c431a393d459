import {
  CodeAction,
  CodeActionKind,
  Disposable,
  languages,
  SnippetString,
  SnippetTextEdit,
  WorkspaceEdit,
  type CodeActionContext,
  type Diagnostic,
  type TextDocument,
} from 'vscode'
import type {Edit} from '../../core/text/span.ts'
import type {Finding, Offer} from '../../lint/finding.ts'
import {fixNote} from '../../lint/fix-note.ts'
import {keepAsWritten, switchOffInNote} from '../../lint/keep-as-written.ts'
import {NOTE_DOCUMENTS, NoteDocument} from '../note-document.ts'
import type {NoteReader, NoteReading} from '../note-reader.ts'
import {OPEN_RULE_PAGE} from './rule-pages.ts'
import type {Toolbox} from '../toolbox.ts'

const FIX_ALL = CodeActionKind.SourceFixAll.append('strengths')

/** Offers in the light bulb: other words, keeping one's own, and taking all that are safe to take. */
export function registerCodeActions(reader: NoteReader, toolbox: Toolbox): Disposable {
  return Disposable.from(
    languages.registerCodeActionsProvider(
      NOTE_DOCUMENTS,
      {
        async provideCodeActions(document, range, context) {
          const reading = await readNow(reader, document)
          if (!reading) return []
          return reading.findings
            .filter(({span}) => reading.at.rangeOf(span).intersection(range))
            .flatMap((finding) => actionsFor(reading, finding, context))
        },
      },
      {providedCodeActionKinds: [CodeActionKind.QuickFix]},
    ),
    languages.registerCodeActionsProvider(
      NOTE_DOCUMENTS,
      {
        async provideCodeActions(document) {
          const reading = await readNow(reader, document)
          if (!reading) return []
          const {at, note} = reading
          const {linter, rules} = await toolbox.toolsFor(at.uri)
          const edit = textEdit(
            at,
            fixNote(linter, note, rules).filter(({span}) => at.holds(span)),
          )
          if (!edit || edit.size === 0 || !at.isCurrent) return []
          const action = new CodeAction('Take every offer that is safe to take', FIX_ALL)
          action.edit = edit
          return [action]
        },
      },
      {providedCodeActionKinds: [FIX_ALL]},
    ),
  )
}

/** The reading of a document; undefined also where it has changed meanwhile, when its places would be wrong. */
async function readNow(reader: NoteReader, document: TextDocument): Promise<NoteReading | undefined> {
  const reading = await reader.read(document)
  return reading?.at.isCurrent ? reading : undefined
}

function actionsFor(reading: NoteReading, finding: Finding, context: CodeActionContext): CodeAction[] {
  const {at, note} = reading
  const diagnostics = context.diagnostics.filter((diagnostic) => isAbout(reading, diagnostic, finding))
  const fix = (title: string, edit?: WorkspaceEdit): CodeAction => {
    const action = new CodeAction(title, CodeActionKind.QuickFix)
    action.diagnostics = diagnostics
    if (edit) action.edit = edit
    return action
  }
  const fixWith = (title: string, edit: WorkspaceEdit | undefined): CodeAction[] =>
    edit ? [fix(title, edit)] : []
  const offers = finding.offers.flatMap((offer, index) => {
    const actions = fixWith(offer.title ?? `Write “${offer.text}”`, offerEdit(at, offer))
    for (const action of actions) action.isPreferred = index === 0 && offer.kind === 'apply'
    return actions
  })
  const page = fix(`About “${finding.rule}”`)
  page.command = {title: page.title, command: OPEN_RULE_PAGE, arguments: [finding]}
  // What a record needs is not a way of putting things, so there is nothing to keep.
  if (finding.category === 'record') return [...offers, page]
  const kept = keepAsWritten(note, finding)
  return [
    ...offers,
    ...(kept ? fixWith('Keep as written here', textEdit(at, kept)) : []),
    ...fixWith(
      `Leave “${finding.rule}” alone in this note`,
      textEdit(at, [switchOffInNote(note, finding.rule)]),
    ),
    page,
  ]
}

const isAbout = ({at}: NoteReading, {code, range}: Diagnostic, {rule, span}: Finding): boolean =>
  (typeof code === 'object' ? code.value : code) === rule && at.rangeOf(span).contains(range)

/** The edits in the documents they fall into; undefined where one of them falls into none. */
function textEdit(at: NoteDocument, edits: readonly Edit[]): WorkspaceEdit | undefined {
  const edit = new WorkspaceEdit()
  for (const each of edits) {
    const placed = NoteDocument.place(at, each)
    if (!placed) return undefined
    edit.replace(placed.at.document.uri, placed.range, placed.text)
  }
  return edit
}

/** Other words in place; what only the writer knows stands selected, ready to be written over. */
function offerEdit(at: NoteDocument, {kind, edits}: Offer): WorkspaceEdit | undefined {
  if (kind === 'apply') return textEdit(at, edits)
  const placed = edits.map((each) => NoteDocument.place(at, each))
  const byDocument = new Map<TextDocument, SnippetTextEdit[]>()
  for (const each of placed) {
    if (!each) return undefined
    const {document} = each.at
    const snippet = SnippetTextEdit.replace(each.range, promptSnippet(each.text))
    byDocument.set(document, [...(byDocument.get(document) ?? []), snippet])
  }
  const edit = new WorkspaceEdit()
  for (const [document, snippets] of byDocument) edit.set(document.uri, snippets)
  return edit
}

/** Every `[prompt]` of a text as a tab stop that selects it. */
function promptSnippet(text: string): SnippetString {
  const snippet = new SnippetString()
  for (const part of text.split(/(\[[^\]]*\])/))
    if (part.startsWith('[')) snippet.appendPlaceholder(part)
    else snippet.appendText(part)
  return snippet
}
