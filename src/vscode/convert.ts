import {Diagnostic, DiagnosticSeverity, Position, Range, TextEdit, type TextDocument} from 'vscode'
import type {Edit, Span} from '../core/span.ts'
import type {Severity} from '../lint/finding.ts'

// Both sides count UTF-16 units, and VS Code keeps one kind of line end a document: an offset is an offset.

export const toRange = (document: TextDocument, {start, end}: Span): Range =>
  new Range(document.positionAt(start), document.positionAt(end))

export const toSpan = (document: TextDocument, range: Range): Span => ({
  start: document.offsetAt(range.start),
  end: document.offsetAt(range.end),
})

export const toTextEdits = (document: TextDocument, edits: readonly Edit[]): TextEdit[] =>
  edits.map(({span, text}) => TextEdit.replace(toRange(document, span), text))

/** The start of a line counted from 1. */
export const toPosition = (line: number): Position => new Position(Math.max(0, line - 1), 0)

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
}

export const toDiagnostic = (range: Range, message: string, severity: Severity): Diagnostic =>
  Object.assign(new Diagnostic(range, message, SEVERITIES[severity]), {source: 'Strengths Notes'})
