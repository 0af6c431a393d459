import {Diagnostic, DiagnosticSeverity, Position, type Range} from 'vscode'
import type {Severity} from '../lint/finding.ts'

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
