/** The rows of a CSV table with a header line, by column name (RFC 4180 quoting). */
export function readCsv(text: string): Readonly<Record<string, string>>[] {
  const [header = [], ...rows] = [...records(text)]
  return rows.map((row) => Object.fromEntries(header.map((name, column) => [name, row[column] ?? ''])))
}

function* records(text: string): Generator<string[]> {
  let row: string[] = []
  for (const match of text.matchAll(/("(?:[^"]|"")*"|[^,\r\n]*)(,|\r?\n|$)/g)) {
    const [whole, cell = '', end = ''] = match
    if (whole === '' && row.length === 0) return
    row.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell)
    if (end === ',') continue
    yield row
    row = []
  }
}
