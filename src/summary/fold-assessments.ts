import type {CivilDate} from '../core/time/civil-date.ts'
import type {Item} from '../core/record/record-items.ts'
import {groupBy} from './group-by.ts'
import {lastShare, mentionsIn, refsOf, sourced, type Mention, type Part} from './mentions.ts'
import {plainWords} from './same-thing.ts'
import type {Assessment, Strength} from './summary.ts'

/** A strength as an instrument names it. */
export interface Result extends Item {
  readonly name: string
  readonly tool: string
  readonly on: CivilDate | undefined
  readonly rank: number | undefined
  /** Named in passing (`source: via`), so its day is the note's and an assessment of the same tool explains it. */
  readonly passing: boolean
}

const FAMILIES: readonly (readonly [RegExp, string])[] = [
  [/^via\b/, 'via'],
  [/^(?:clifton|strengths ?finder)/, 'cliftonstrengths'],
  [/^barc\b/, 'barc-10'],
  [/^(?:arc|assessment of recovery capital)\b/, 'arc'],
]

/** One name for all names of an instrument; undefined for a text that names none. */
export function toolFamily(tool: string | undefined): string | undefined {
  const plain = plainWords(tool ?? '')
  return FAMILIES.find(([shape]) => shape.test(plain))?.[1]
}

const sameTool = (a: string, b: string): boolean =>
  (toolFamily(a) ?? plainWords(a)) === (toolFamily(b) ?? plainWords(b))

/** Assessments in the order of their notes, one entry for each tool and day. */
export function foldAssessments(parts: readonly Part[]): Assessment[] {
  const found = mentionsIn(parts, (said) => said.assessments)
  const groups = groupBy(
    found,
    ({item, note}) =>
      `${toolFamily(item.tool.value) ?? plainWords(item.tool.value)}\n${item.on?.value ?? note.date}`,
  )
  return [...groups.values()].flatMap((same) => {
    const last = same.at(-1)
    if (!last) return []
    const {item, note} = last
    const results = item.results.map(({name, score}) => ({name: name.value, score: score?.value}))
    return [{tool: item.tool.value, on: item.on?.value ?? note.date, results, ...sourced(same)}]
  })
}

/** Strengths that assessments name: those of VIA and CliftonStrengths, whose results are strengths. */
export const assessmentResults = (parts: readonly Part[]): Mention<Result>[] =>
  mentionsIn(parts, (said) => said.assessments).flatMap(({item, note, ref}) => {
    const family = toolFamily(item.tool.value)
    if (family === 'barc-10' || family === 'arc') return []
    const {span, share, tool, on} = item
    return item.results.map(({name, score}, index) => ({
      note,
      ref,
      item: {
        span,
        share,
        name: name.value,
        tool: tool.value,
        on: on?.value ?? note.date,
        rank: score ? undefined : index + 1,
        passing: false,
      },
    }))
  })

/** One entry for each tool and day. */
export function mergeResults(results: readonly Mention<Result>[]): Strength['fromAssessments'] {
  const merged: Strength['fromAssessments'][number][] = []
  for (const {item, ref} of results) {
    const at = merged.findLastIndex(
      ({tool, on}) => sameTool(tool, item.tool) && (item.passing || on === item.on),
    )
    const found = merged[at]
    const entry = {tool: item.tool, on: item.on, rank: item.rank, sources: [ref], share: item.share}
    if (!found) merged.push(entry)
    else
      merged[at] = {
        ...found,
        rank: found.rank ?? item.rank,
        sources: refsOf([...found.sources, ref].map((source) => ({ref: source}))),
        share: lastShare([found.share, item.share]),
      }
  }
  return merged
}
