import type {CivilDate} from '../core/time/civil-date.ts'
import type {Note} from '../core/note.ts'
import type {SessionRecord} from '../core/record/record.ts'
import type {Specialist} from '../core/agency/specialist-list.ts'
import {strategiesInHeadings, strategiesInRecord} from '../core/record/strategies.ts'
import {personalsOf} from '../lint/checks/rule.ts'
import {isLanguage, type Finding} from '../lint/finding.ts'
import type {NoteLanguage, Taken} from '../summary/language-figures.ts'
import {whoIs} from '../summary/who.ts'

/** One note's language in numbers; nothing that it says is in them. */
export function noteLanguage(
  note: Note,
  record: SessionRecord,
  {
    findings,
    specialists,
    taken,
  }: {
    readonly findings: readonly Finding[]
    readonly specialists: readonly Specialist[]
    readonly taken: Taken | undefined
  },
): NoteLanguage {
  const specialist = record.specialist?.value
  const clients = record.clients.map(({value}) => value)
  const personals = personalsOf(record)
  const actions = personals.flatMap(({goals}) => goals.flatMap((goal) => goal.actions))
  const suggestions: Record<string, number> = {}
  for (const {category} of findings.filter(isLanguage))
    suggestions[category] = (suggestions[category] ?? 0) + 1
  return {
    on: record.date?.value,
    specialist,
    team: specialists.find(({id}) => id === specialist)?.team,
    words: wordsIn(note),
    suggestions,
    strengths: personals.flatMap(({strengths}) => strengths.filter(({evidence}) => evidence)).length,
    strategies: [
      ...strategiesInHeadings(note.text, note.frontmatter?.span.end ?? 0),
      ...personals.flatMap(strategiesInRecord),
    ].map(({strategy}) => strategy),
    actions: {
      byPerson: actions.filter(({who}) => who && whoIs(who.value, {clients, specialist}) === 'person').length,
      all: actions.length,
    },
    taken,
  }
}

/** Whether a note counts in figures from `since` up to `asOf`; one without a day counts only where all notes do. */
export function countsIn(
  {date}: Pick<SessionRecord, 'date'>,
  {since, asOf}: {readonly since: CivilDate | undefined; readonly asOf: CivilDate},
): boolean {
  const day = date?.value
  return day === undefined ? since === undefined : day <= asOf && (since === undefined || day >= since)
}

const wordsIn = ({prose}: Note): number =>
  prose.reduce((sum, {text}) => sum + (text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)?.length ?? 0), 0)
