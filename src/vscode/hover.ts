import {Hover, languages, MarkdownString, type Disposable} from 'vscode'
import type {Finding} from '../lint/finding.ts'
import {asWords} from './about-markdown.ts'
import {toRange} from './convert.ts'
import {MARKDOWN, type NoteReader} from './note-reader.ts'
import {OPEN_RULE_PAGE, rulePageLink} from './rule-pages.ts'

/** Says why, below the message that VS Code itself shows over a finding. */
export function registerHover(reader: NoteReader): Disposable {
  return languages.registerHoverProvider(MARKDOWN, {
    async provideHover(document, position) {
      const reading = await reader.read(document)
      if (reading?.version !== document.version) return undefined
      const offset = document.offsetAt(position)
      const finding = reading.findings.find(({span}) => span.start <= offset && offset <= span.end)
      return finding && new Hover(reasonFor(finding), toRange(document, finding.span))
    },
  })
}

function reasonFor(finding: Finding): MarkdownString {
  const {why, sources} = finding
  const link = rulePageLink(finding)
  const more = [
    ...(sources.length > 0 ? [asWords(`After ${sources.join(', ')}`)] : []),
    ...(link ? [`[About this](${link.toString()})`] : []),
  ]
  const text = new MarkdownString(`${asWords(why)}\n\n${more.join(' · ')}`)
  text.isTrusted = {enabledCommands: [OPEN_RULE_PAGE]}
  return text
}
