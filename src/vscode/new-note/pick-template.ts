import {QuickPickItemKind, ThemeIcon, window, type QuickInputButton} from 'vscode'
import {usualFirst, type OfferedTemplate} from '../../core/templates/template-layers.ts'
import type {TemplateValues} from '../../core/templates/template-values.ts'
import type {Template} from '../../core/templates/template.ts'
import {choose, type Choice} from '../choose.ts'

const CUSTOMISE: QuickInputButton = {iconPath: new ThemeIcon('edit'), tooltip: 'Customise a copy'}

export interface PickedTemplate {
  readonly picked: OfferedTemplate
  /** The writer wants a copy to change, rather than a note. */
  readonly customise: boolean
}

/**
 * One template, those for the kinds of contact that the person has had first; each says whether it is the
 * writer's, the folder's or built in. Undefined when the writer turns back.
 */
export async function pickTemplate(
  offered: Promise<readonly OfferedTemplate[]>,
  {
    title,
    kinds,
    placeholder,
  }: {readonly title: string; readonly kinds: readonly string[]; readonly placeholder: string},
): Promise<PickedTemplate | undefined> {
  const choices = offered.then((found): Choice<OfferedTemplate>[] => {
    const {usual, others} = usualFirst(found, kinds)
    return usual.length === 0
      ? others.map(toChoice)
      : [line('As before'), ...usual.map(toChoice), line('Other templates'), ...others.map(toChoice)]
  })
  const chosen = await choose(choices, {title, placeholder})
  return chosen && {picked: chosen.value, customise: chosen.button === CUSTOMISE}
}

const line = (label: string): Choice<OfferedTemplate> => ({
  label,
  kind: QuickPickItemKind.Separator,
  value: undefined,
})

const toChoice = (offered: OfferedTemplate): Choice<OfferedTemplate> => ({
  label: offered.template.name,
  description: offered.origin,
  detail: offered.template.description,
  buttons: [CUSTOMISE],
  value: offered,
})

/** Asks what a template asks for; undefined when the writer turns back, and then nothing is made. */
export async function askQuestions({name, asks}: Template): Promise<TemplateValues | undefined> {
  const answers: Record<string, string> = {}
  for (const {name: key, question} of asks) {
    const answer = await window.showInputBox({title: name, prompt: question})
    if (answer === undefined) return undefined
    answers[key] = answer
  }
  return answers
}
