import assert from 'node:assert/strict'
import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {parseNote} from '../../src/core/note.ts'
import {checkNote} from '../../src/lint/check-note.ts'
import {linter} from '../lint/load-language.ts'

const NOTES = readdirSync(new URL('.', import.meta.url)).filter((file) => file.endsWith('.md'))

/** `line:col category «text» → offers`, a line for each finding. */
function findingsOf(text: string): string {
  const note = parseNote(text)
  const lines = checkNote(linter, note).map(({span, category, severity, offers}) => {
    const {line, column} = note.lines.positionAt(span.start)
    const words = text.slice(span.start, span.end).replace(/\s+/g, ' ')
    const weight = severity === 'warning' ? '' : ` (${severity})`
    const offered = offers.map(({text: offer}) => offer).join(' | ')
    return `${line}:${column} ${category}${weight} «${words}»${offered ? ` → ${offered}` : ''}\n`
  })
  return lines.join('') || 'nothing\n'
}

describe('whole notes read as they did when somebody last looked (UPDATE_SNAPSHOTS=1 renews them)', () => {
  for (const file of NOTES)
    it(file, () => {
      const findings = findingsOf(readFileSync(new URL(file, import.meta.url), 'utf8'))
      const snapshot = new URL(file.replace(/\.md$/, '.findings.txt'), import.meta.url)
      if (process.env['UPDATE_SNAPSHOTS']) writeFileSync(snapshot, findings)
      assert.ok(existsSync(snapshot))
      assert.equal(findings, readFileSync(snapshot, 'utf8'))
    })
})
