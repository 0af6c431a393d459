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
import type {Edit} from '../core/span.ts'
import type {Finding, Offer} from '../lint/finding.ts'
import {fixNote} from '../lint/fix-note.ts'
import {keepAsWritten, switchOffInNote} from '../lint/keep-as-written.ts'
import {toRange, toSpan, toTextEdits} from './convert.ts'
import {MARKDOWN, type NoteReader, type NoteReading} from './note-reader.ts'
import {OPEN_RULE_PAGE} from './rule-pages.ts'
import type {Toolbox} from './toolbox.ts'

const FIX_ALL = CodeActionKind.SourceFixAll.append('strengths')

/** Offers in the light bulb: other words, keeping one's own, and taking all that are safe to take. */
export function registerCodeActions(reader: NoteReader, toolbox: Toolbox): Disposable {
  return Disposable.from(
    languages.registerCodeActionsProvider(
      MARKDOWN,
      {
        async provideCodeActions(document, range, context) {
          const reading = await readNow(reader, document)
          if (!reading) return []
          const {start, end} = toSpan(document, range)
          return reading.findings
            .filter(({span}) => span.start <= end && start <= span.end)
            .flatMap((finding) => actionsFor(reading, finding, context))
        },
      },
      {providedCodeActionKinds: [CodeActionKind.QuickFix]},
    ),
    languages.registerCodeActionsProvider(
      MARKDOWN,
      {
        async provideCodeActions(document) {
          const reading = await readNow(reader, document)
          if (!reading) return []
          const {linter, rules} = await toolbox.toolsFor(document.uri)
          const edits = fixNote(linter, reading.note, rules)
          if (edits.length === 0 || reading.version !== document.version) return []
          const action = new CodeAction('Take every offer that is safe to take', FIX_ALL)
          action.edit = textEdit(document, edits)
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
  return reading?.version === document.version ? reading : undefined
}

function actionsFor(reading: NoteReading, finding: Finding, context: CodeActionContext): CodeAction[] {
  const {document, note} = reading
  const diagnostics = context.diagnostics.filter((diagnostic) => isAbout(reading, diagnostic, finding))
  const fix = (title: string, edit?: WorkspaceEdit): CodeAction => {
    const action = new CodeAction(title, CodeActionKind.QuickFix)
    action.diagnostics = diagnostics
    if (edit) action.edit = edit
    return action
  }
  const offers = finding.offers.map((offer, index) => {
    const action = fix(offer.title ?? `Write “${offer.text}”`, offerEdit(document, offer))
    action.isPreferred = index === 0 && offer.kind === 'apply'
    return action
  })
  const page = fix(`About “${finding.rule}”`)
  page.command = {title: page.title, command: OPEN_RULE_PAGE, arguments: [finding]}
  // What a record needs is not a way of putting things, so there is nothing to keep.
  if (finding.category === 'record') return [...offers, page]
  const kept = keepAsWritten(note, finding)
  return [
    ...offers,
    ...(kept ? [fix('Keep as written here', textEdit(document, kept))] : []),
    fix(
      `Leave “${finding.rule}” alone in this note`,
      textEdit(document, [switchOffInNote(note, finding.rule)]),
    ),
    page,
  ]
}

const isAbout = ({document}: NoteReading, {code, range}: Diagnostic, {rule, span}: Finding): boolean =>
  (typeof code === 'object' ? code.value : code) === rule && toRange(document, span).contains(range)

function textEdit(document: TextDocument, edits: readonly Edit[]): WorkspaceEdit {
  const edit = new WorkspaceEdit()
  edit.set(document.uri, toTextEdits(document, edits))
  return edit
}

/** Other words in place; what only the writer knows stands selected, ready to be written over. */
function offerEdit(document: TextDocument, {kind, edits}: Offer): WorkspaceEdit {
  if (kind === 'apply') return textEdit(document, edits)
  const edit = new WorkspaceEdit()
  edit.set(
    document.uri,
    edits.map(({span, text}) => SnippetTextEdit.replace(toRange(document, span), promptSnippet(text))),
  )
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
