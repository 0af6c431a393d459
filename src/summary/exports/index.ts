import {exportCsv, exportCsvForExcel} from './csv.ts'
import type {ExportFormat} from './export-input.ts'
import {exportJson} from './export-json.ts'
import {exportFhir} from './fhir.ts'
import {exportIcs} from './ics.ts'

/** What data can be handed on as. */
export const EXPORTS: readonly ExportFormat[] = [exportJson, exportCsv, exportIcs, exportFhir]

/** With a byte order mark where spreadsheets want one. */
export const EXPORTS_FOR_EXCEL: readonly ExportFormat[] = [
  exportJson,
  exportCsvForExcel,
  exportIcs,
  exportFhir,
]
