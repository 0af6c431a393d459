import {compareText} from '../core/record/said.ts'
import {indexLines, type LineIndex} from '../core/text/line-index.ts'
import {RULES} from '../lint/checks/index.ts'
import type {Finding, Severity} from '../lint/finding.ts'
import type {Linted} from './lint-note.ts'

/** Set by the build from package.json. */
declare const VERSION: string

const LEVELS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
}

/**
 * The findings as SARIF 2.1.0, which gates and code hosts read: places in lines and columns from 1, counted in
 * UTF-16 units. It holds the words that were flagged, as the other formats do, and nothing more of a note.
 */
export function sarifReport(files: readonly Linted[]): string {
  const rules = rulesOf(files)
  const results = files.flatMap((file) => resultsOf(file, rules))
  const unread = files.filter(({problem}) => problem)
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'strengths',
            semanticVersion: VERSION,
            rules: rules.map(ruleOf),
          },
        },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: unread.length === 0,
            toolExecutionNotifications: unread.map(({file, problem}) => ({
              level: 'error',
              descriptor: {id: problem?.code ?? 'file/unreadable'},
              message: {text: problem?.message ?? ''},
              locations: [{physicalLocation: {artifactLocation: {uri: uriOf(file)}}}],
            })),
          },
        ],
        results,
      },
    ],
  }
  return `${JSON.stringify(log, undefined, 2)}\n`
}

/** One finding of each rule that was met, in the order of their ids. */
function rulesOf(files: readonly Linted[]): Finding[] {
  const met = new Map<string, Finding>()
  for (const {findings} of files)
    for (const finding of findings) if (!met.has(finding.rule)) met.set(finding.rule, finding)
  return [...met.values()].toSorted((a, b) => compareText(a.rule, b.rule))
}

function ruleOf({rule, category, why}: Finding): object {
  const check = RULES.find(({id}) => id === rule)
  return {
    id: rule,
    shortDescription: {text: check?.why ?? why},
    ...(check ? {fullDescription: {text: check.about}} : {}),
    properties: {tags: [category]},
  }
}

function resultsOf({file, text = '', findings, fixed}: Linted, rules: readonly Finding[]): object[] {
  const lines = indexLines(text)
  // With --fix-dry-run places are those of the text as it would be, and fixes to the file would miss them.
  const canFix = !fixed
  return findings.map((finding) => resultOf(finding, {file, lines, rules, canFix}))
}

interface Place {
  readonly file: string
  readonly lines: LineIndex
  readonly rules: readonly Finding[]
  readonly canFix: boolean
}

function resultOf(finding: Finding, {file, lines, rules, canFix}: Place): object {
  const {rule, severity, message, span, offers} = finding
  const start = lines.positionAt(span.start)
  const end = lines.positionAt(span.end)
  const artifactLocation = {uri: uriOf(file)}
  const safe = canFix ? offers.filter(({kind}) => kind === 'apply').slice(0, 1) : []
  return {
    ruleId: rule,
    ruleIndex: rules.findIndex((other) => other.rule === rule),
    level: LEVELS[severity],
    message: {text: message},
    locations: [
      {
        physicalLocation: {
          artifactLocation,
          region: {
            startLine: start.line,
            startColumn: start.column,
            endLine: end.line,
            endColumn: end.column,
            charOffset: span.start,
            charLength: span.end - span.start,
          },
        },
      },
    ],
    ...(safe.length === 0
      ? {}
      : {
          fixes: safe.map(({text, edits}) => ({
            description: {text: `Write “${text}”`},
            artifactChanges: [
              {
                artifactLocation,
                replacements: edits.map((edit) => ({
                  deletedRegion: {
                    charOffset: edit.span.start,
                    charLength: edit.span.end - edit.span.start,
                  },
                  insertedContent: {text: edit.text},
                })),
              },
            ],
          })),
        }),
  }
}

/** A path as a relative reference, or as a file address where it is absolute. */
function uriOf(path: string): string {
  const encoded = path.split('/').map(encodeURIComponent).join('/')
  if (path.startsWith('/')) return `file://${encoded}`
  return /^[A-Za-z]:\//.test(path)
    ? `file:///${path[0] ?? ''}:${encoded.slice(encoded.indexOf('/'))}`
    : encoded
}
