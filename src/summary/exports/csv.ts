import {stringify} from 'csv-stringify/browser/esm/sync'
import {CSV_TABLES, type Cell, type CsvTable} from './csv-tables.ts'
import {GENERATED_WORDS} from '../formats/generated.ts'
import type {ExportFile, ExportFormat, ExportInput} from './export-input.ts'
import {fileNameOf} from './export-name.ts'

/** A table can carry no comment: its last column says what made it, and by which version of the columns. */
export const CSV_MARK = 'strengths_notes_table'
const CSV_VERSION = 1

/** Four tidy tables: sessions, goals, actions, resources. Days as 2026-07-14, yes and no as true and false. */
export const exportCsv: ExportFormat = {id: 'csv', files: (input) => csvFiles(input, '')}

/** The same with a byte order mark, by which Excel knows the letters. */
export const exportCsvForExcel: ExportFormat = {id: 'csv', files: (input) => csvFiles(input, '\uFEFF')}

function csvFiles(input: ExportInput, mark: string): ExportFile[] {
  const whose = input.client === undefined ? '' : `-${fileNameOf(input.client)}`
  const tables = CSV_TABLES.map((table) => ({
    name: `${table.name}${whose}.csv`,
    text: mark + writeTable(table, input),
  }))
  return input.notice ? [...tables, noticeFile(input.notice, whose)] : tables
}

function writeTable(table: CsvTable, {pages}: ExportInput): string {
  const version = `${table.name}/${CSV_VERSION}`
  const rows = pages.flatMap((page) => table.rows(page).map((cells) => [...cells.map(safe), version]))
  return stringify([[...table.columns, CSV_MARK], ...rows], {record_delimiter: '\r\n'})
}

/** What a spreadsheet would run or take for a command starts with an apostrophe, and is shown as text. */
const RUNS = /^[\s\p{Cc}\p{Cf}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/u

const safe = (cell: Cell): string =>
  typeof cell !== 'string' ? String(cell ?? '') : RUNS.test(cell) ? `'${cell}` : cell

const noticeFile = ({title, paragraphs}: NonNullable<ExportInput['notice']>, whose: string): ExportFile => ({
  name: `notice${whose}.txt`,
  text: `${[title, ...paragraphs].join('\n\n')}\n\n(${GENERATED_WORDS})\n`,
})
