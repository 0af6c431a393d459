import {Hover, languages, MarkdownString, type Disposable} from 'vscode'
import type {Finding} from '../../lint/finding.ts'
import {asWords} from '../about-markdown.ts'
import {NOTE_DOCUMENTS} from '../note-document.ts'
import type {NoteReader} from '../note-reader.ts'
import {OPEN_RULE_PAGE, rulePageLink} from './rule-pages.ts'

/** Says why, below the message that VS Code itself shows over a finding. */
export function registerHover(reader: NoteReader): Disposable {
  return languages.registerHoverProvider(NOTE_DOCUMENTS, {
    async provideHover(document, position) {
      const reading = await reader.read(document)
      if (!reading?.at.isCurrent) return undefined
      const {at, findings} = reading
      const finding = findings.find(({span}) => at.rangeOf(span).contains(position))
      return finding && new Hover(reasonFor(finding), at.rangeOf(finding.span))
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
