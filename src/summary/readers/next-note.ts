import {quoteYaml} from '../../core/yaml/quote-yaml.ts'
import {linesOf, type TemplateVariable} from '../../core/templates/template-values.ts'
import {earlierValues} from '../earlier-values.ts'
import type {PersonPage} from '../summary.ts'

const QUESTIONS: readonly (readonly [TemplateVariable, string])[] = [
  ['open_actions', 'Steps to ask about'],
  ['resources_to_ask', 'Who and what to ask about'],
  ['open_goals', 'What they want'],
]

/**
 * The start of the next note: its opening lines, filled in as far as a meeting is planned, and what to ask about as a
 * comment, so that nothing of it is taken as said again.
 */
export function nextNote(page: PersonPage): string {
  const [meeting] = page.followUps
  const last = page.sessions.findLast(({specialist}) => specialist !== undefined)
  const head = [
    `client: ${quoteYaml(page.client)}`,
    `date: ${meeting?.on ?? ''}`.trimEnd(),
    `start: ${meeting?.start ?? ''}`.trimEnd(),
    `place: ${meeting?.place ? quoteYaml(meeting.place) : ''}`.trimEnd(),
    ...(last?.specialist ? [`specialist: ${quoteYaml(last.specialist)}`] : []),
  ]
  const values = earlierValues(page, {date: meeting?.on ?? page.asOf, path: ''})
  const asked = QUESTIONS.flatMap(([variable, title]) => {
    const found = linesOf(values, variable)
    return found.length === 0
      ? []
      : [`${title}:`, ...found.map((words) => `- ${words.replaceAll('-->', '-- >')}`)]
  })
  const questions = asked.length === 0 ? [] : ['', '<!--', ...asked, '-->']
  return ['---', ...head, '---', ...questions, '', '## What I heard', ''].join('\n')
}
