import {commands, Uri, window, workspace, type Disposable} from 'vscode'
import type {Finding} from '../../lint/finding.ts'

export const OPEN_RULE_PAGE = 'strengths.openRulePage'

type RuleOf = Pick<Finding, 'rule' | 'category'>

/** An address that opens the page of a finding's rule. */
export const rulePageLink = ({rule, category}: RuleOf): Uri =>
  Uri.from({scheme: 'command', path: OPEN_RULE_PAGE, query: JSON.stringify([{rule, category}])})

/** Opens the pages of rules that come with the extension beside the note, at the rule's own heading. */
export function registerRulePages(extension: Uri): Disposable {
  return commands.registerCommand(OPEN_RULE_PAGE, async ({rule, category}: RuleOf) => {
    const page = Uri.joinPath(extension, 'docs/rules', `${category}.md`)
    const text = await workspace.fs.readFile(page).then(
      (bytes) => new TextDecoder().decode(bytes),
      () => '',
    )
    const isThere = text.split('\n').some((line) => /^#+ /.test(line) && line.endsWith(` ${rule}`))
    // A heading's own address leaves out the stroke of `model/label`.
    const fragment = rule.replace('/', '')
    if (isThere) await commands.executeCommand('markdown.showPreviewToSide', page.with({fragment}))
    else
      await window.showInformationMessage(
        `“${rule}” is not in the language that comes with Strengths Notes; the notes folder has it in .strengths/language.`,
      )
  })
}
