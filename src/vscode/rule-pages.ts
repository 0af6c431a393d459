import {commands, Uri, window, workspace, type Disposable} from 'vscode'
import type {Finding} from '../lint/finding.ts'

export const OPEN_RULE_PAGE = 'strengths.openRulePage'

type RuleOf = Pick<Finding, 'rule' | 'category'>

/** An address that opens the page of a finding's rule. */
export const rulePageLink = ({rule, category}: RuleOf): Uri =>
  Uri.from({
    scheme: 'command',
    path: OPEN_RULE_PAGE,
    query: JSON.stringify([{rule, category}]),
  })

/** Opens the pages of rules that come with the extension, as a reader sees them and at the rule's own heading. */
export function registerRulePages(extension: Uri): Disposable {
  return commands.registerCommand(OPEN_RULE_PAGE, async ({rule, category}: RuleOf) => {
    const page = Uri.joinPath(extension, 'docs/rules', `${category}.md`)
    const text = await workspace.fs.readFile(page).then(
      (bytes) => new TextDecoder().decode(bytes),
      () => undefined,
    )
    if (text === undefined) {
      await window.showInformationMessage(`There is no page about “${rule}” here.`)
      return
    }
    await commands.executeCommand('markdown.showPreviewToSide', page.with({fragment: rule}))
  })
}
