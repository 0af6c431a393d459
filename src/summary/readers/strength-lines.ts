import {shortDate, type CivilDate} from '../../core/time/civil-date.ts'
import {capital, line, plain, quote, soft, strong, type Line} from '../formats/outline.ts'
import {groupBy} from '../group-by.ts'
import {isOver} from '../still-open.ts'
import type {PersonPage, Skill, Strength} from '../summary.ts'

const MOST_EVIDENCE = 2

/** What notes saw, each with the newest of it; then what only an assessment names. */
export function strengthLines({strengths, asOf}: PersonPage): Line[] {
  const seen = strengths.filter(({notes}) => notes > 0)
  return [...seen.map((strength) => strengthLine(strength, asOf)), ...unseenLines(strengths, asOf)]
}

/** Strengths that an assessment names and no note has seen yet, a line for each result. */
function unseenLines(strengths: readonly Strength[], asOf: CivilDate): Line[] {
  const results = strengths
    .filter(({notes}) => notes === 0)
    .flatMap(({name, fromAssessments}) => fromAssessments.map((result) => ({name, ...result})))
  const same = groupBy(results, ({tool, on}) => `${tool}${on ? `, ${shortDate(on, asOf)}` : ''}`)
  return [...same].map(([result, found]) =>
    line(
      [
        plain(capital(found.map(({name}) => name).join(', '))),
        soft(`from ${result}; not yet seen in a note`),
      ],
      found.flatMap(({sources}) => sources),
    ),
  )
}

function strengthLine(strength: Strength, asOf: CivilDate): Line {
  const {name, alsoCalled, namedByPerson, notes, first, last, evidence, fromAssessments, sources} = strength
  const others = alsoCalled.length > 0 ? `, also called ${alsoCalled.join(', ')}` : ''
  const own = namedByPerson ? ', which they named themselves' : ''
  const days =
    first && last && first !== last ? ` from ${shortDate(first, asOf)} to ${shortDate(last, asOf)}` : ''
  return line(
    [
      strong(capital(name)),
      soft(`${others}${own}, seen in ${notes} ${notes === 1 ? 'note' : 'notes'}${days}`),
    ],
    sources,
    [
      ...evidence
        .slice(-MOST_EVIDENCE)
        .toReversed()
        .map(({text, sources: places}) => line([plain(text)], places)),
      ...fromAssessments.map(({tool, on, sources: places}) =>
        line([soft(`Also from ${tool}${on ? `, ${shortDate(on, asOf)}` : ''}`)], places),
      ),
    ],
  )
}

/** The latest act that showed a strength; a win tells what came of it, so it stands in only where nothing else does. */
export function actOf(
  {wins}: Pick<PersonPage, 'wins'>,
  {evidence}: Pick<Strength, 'evidence'>,
  isAsked: (act: Strength['evidence'][number]) => boolean = () => true,
): Strength['evidence'][number] | undefined {
  const told = new Set(wins.map(({what}) => what))
  const asked = evidence.filter(isAsked)
  return asked.findLast(({text}) => !told.has(text)) ?? asked.at(-1)
}

export const skillLine = ({name, from, goals, sources}: Skill, page: PersonPage): Line =>
  line(
    [
      strong(capital(name)),
      from ? soft(`, from ${from}`) : undefined,
      ...page.goals
        .filter(({id}) => goals.includes(id))
        .flatMap(({words}) => [soft(', may help with'), quote(words)]),
    ],
    sources,
  )

/**
 * Strengths that no note has linked to a goal yet, each with a question that leads to the note where the link would
 * stand: offered, not advised, so no goal is picked for anybody.
 */
export function unlinkedLines({goals, strengths}: PersonPage): Line[] {
  const open = goals.filter(({status}) => !isOver(status))
  if (open.length === 0) return []
  const linked = new Set(goals.flatMap((goal) => goal.strengths.map(({id}) => id)))
  return strengths
    .filter(({id}) => !linked.has(id))
    .flatMap(({name, sources}) => {
      const ref = sources.at(-1)
      return ref ? [line([{...plain(`Could “${name}” help with…?`), ref}], [ref])] : []
    })
}
