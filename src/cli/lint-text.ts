import {structuredPatch} from 'diff'
import pico from 'picocolors'
import {counted} from '../core/text/counted.ts'
import {indexLines, type LineIndex} from '../core/text/line-index.ts'
import {isLanguage, type Finding} from '../lint/finding.ts'
import type {Linted} from './lint-note.ts'
import type {Shell} from './shell.ts'

/** How many of a finding's reframes are shown. */
const OFFERS = 3
/** Room for the marker under the words. */
const INDENT = '      '

type Paint = ReturnType<typeof pico.createColors>

/** The findings for people: the line, what was seen in it, why it is worth a look, what could stand there. */
export function textReport(files: readonly Linted[], shell: Shell): string {
  const paint = pico.createColors(shell.color)
  const shown = files.filter(({findings, problem}) => findings.length > 0 || problem)
  const blocks = shown.map((file) => fileBlock(file, paint, shell.columns))
  return [...blocks, closingLine(files, paint)].join('\n')
}

function fileBlock({file, text, findings, problem}: Linted, paint: Paint, columns: number): string {
  const head = problem
    ? [`${paint.underline(file)}:${problem.line}`, `  ${problem.message}`, '']
    : [paint.underline(file), '']
  const lines = indexLines(text ?? '')
  const body = findings.map((finding) => findingBlock(finding, lines, paint, columns))
  return [...head, ...body].join('\n')
}

function findingBlock(finding: Finding, lines: LineIndex, paint: Paint, columns: number): string {
  const {line, column} = lines.positionAt(finding.span.start)
  const {text, from, to} = excerpt(lines, finding, columns)
  const marked = text.slice(0, from) + mark(finding, paint)(text.slice(from, to)) + text.slice(to)
  const offers = finding.offers
    .slice(0, OFFERS)
    .map((offer) => `${INDENT}${paint.green('→')} ${paint.green(offer.text)}`)
  return [
    `  ${paint.dim(`${line}:${column}`)}  ${paint.dim(finding.rule)}`,
    `${INDENT}${marked}`,
    isLanguage(finding) ? `${INDENT}${paint.dim(finding.why)}` : `${INDENT}${finding.message}`,
    ...offers,
    '',
  ].join('\n')
}

const mark = ({severity}: Finding, paint: Paint): ((text: string) => string) =>
  severity === 'error'
    ? (text) => paint.bold(paint.red(text))
    : severity === 'warning'
      ? (text) => paint.bold(paint.yellow(text))
      : (text) => paint.bold(paint.cyan(text))

/** The finding's line, cut to the width of the terminal around the words. */
function excerpt(
  lines: LineIndex,
  {span}: Finding,
  columns: number,
): {text: string; from: number; to: number} {
  const {line, column} = lines.positionAt(span.start)
  const whole = lines.lineText(line).replaceAll('\t', ' ')
  const start = column - 1
  const end = Math.min(whole.length, start + span.end - span.start)
  const room = Math.max(40, columns - INDENT.length - 4)
  const cut =
    whole.length <= room ? 0 : Math.max(0, Math.min(start - Math.floor(room / 4), whole.length - room))
  const text = whole.slice(cut, cut + room)
  const lead = cut > 0 ? '…' : text.slice(0, text.length - text.trimStart().length)
  const body = cut > 0 ? text : text.trimStart()
  const shift = cut > 0 ? cut - 1 : lead.length
  const tail = cut + room < whole.length ? '…' : ''
  return {text: (cut > 0 ? '…' : '') + body + tail, from: start - shift, to: end - shift}
}

function closingLine(files: readonly Linted[], paint: Paint): string {
  const read = files.filter(({text}) => text !== undefined).length
  const findings = files.flatMap((file) => file.findings)
  const language = findings.filter(isLanguage).length
  const record = findings.filter(({category}) => category === 'record').length
  const prompts = findings.length - language - record
  const touched = files.filter((file) => file.findings.some(isLanguage)).length
  const strengths = files.reduce((sum, file) => sum + file.strengths, 0)
  const fixed = files.reduce((sum, file) => sum + (file.fixed?.count ?? 0), 0)
  const unread = files.filter(({problem}) => problem).length
  const parts = [
    ...(findings.length === 0 ? ['Nothing to look at'] : []),
    language === 0
      ? counted(read, 'note')
      : `${counted(language, 'phrase')} to look at in ${touched} of ${counted(read, 'note')}`,
    ...(record > 0 ? [`${counted(record, 'line')} of frontmatter to look at`] : []),
    ...(prompts > 0 ? [`${counted(prompts, 'prompt')} about the note itself`] : []),
    ...(strengths > 0 ? [`${counted(strengths, 'strength')} noted`] : []),
    ...(fixed > 0 ? [`${counted(fixed, 'reframe')} taken`] : []),
    ...(unread > 0 ? [`${counted(unread, 'file')} not read`] : []),
  ]
  return `${paint.bold(parts.join(' · '))}\n`
}

/** What `--fix` would change, line by line. */
export function fixPreview(files: readonly Linted[], shell: Shell): string {
  const paint = pico.createColors(shell.color)
  return files
    .flatMap(({file, fixed}) => {
      if (!fixed) return []
      const changes = structuredPatch(file, file, fixed.before, fixed.after, '', '', {context: 0}).hunks
      const lines = changes.flatMap((change) => change.lines)
      const painted = lines.map((line) => (line.startsWith('+') ? paint.green : paint.red)(`  ${line}`))
      return [paint.underline(file), ...painted, '', '']
    })
    .join('\n')
}
