import type {CivilDate} from '../core/time/civil-date.ts'
import type {Item} from '../core/record/record-items.ts'
import {compareText} from '../core/record/said.ts'
import {assessmentResults, mergeResults, toolFamily, type Result} from './fold-assessments.ts'
import {compareNotes} from './fold-note.ts'
import {groupBy} from './group-by.ts'
import {mentionsIn, sourced, type Mention, type Part} from './mentions.ts'
import {plainWords} from './same-thing.ts'
import {canonicalStrength, strengthKey} from './strength-names.ts'
import type {Strength} from './summary.ts'
import {whoIn} from './who.ts'

/** One time that a note names a strength. */
interface Sighting extends Item {
  readonly name: string
  readonly evidence: string | undefined
  readonly named: boolean
}

/**
 * Strengths under their canonical names, in the person's own word where they named it. Notes are counted, not
 * mentions, and an assessment's result is not a sighting. Those that the person named come first, then those that
 * more notes saw, then the latest seen.
 */
export function foldStrengths(parts: readonly Part[]): Strength[] {
  const sightings = [...namedIn(parts), ...inWins(parts)].toSorted((a, b) => compareNotes(a.note, b.note))
  const byKey = groupBy(sightings, ({item}) => strengthKey(item.name))
  const results = groupBy([...assessmentResults(parts), ...resultsIn(parts)], ({item}) =>
    strengthKey(item.name),
  )
  return [...new Set([...byKey.keys(), ...results.keys()])]
    .map((key) => toStrength(key, byKey.get(key) ?? [], results.get(key) ?? []))
    .toSorted(
      (a, b) =>
        Number(b.namedByPerson) - Number(a.namedByPerson) ||
        b.notes - a.notes ||
        compareText(b.last ?? '', a.last ?? '') ||
        compareText(a.id, b.id),
    )
}

/** Strengths that a note names of itself; one that comes from an instrument counts once something was seen. */
const namedIn = (parts: readonly Part[]): Mention<Sighting>[] =>
  mentionsIn(parts, (said) => said.strengths)
    .filter(({item}) => !toolFamily(item.source?.value) || item.evidence)
    .map(({item, note, ref}) => {
      const {span, share, name, evidence, namedBy} = item
      const named = namedBy !== undefined && whoIn(note, namedBy) === 'person'
      return {note, ref, item: {span, share, name: name.value, evidence: evidence?.value, named}}
    })

/** A win that names a strength has seen it. */
const inWins = (parts: readonly Part[]): Mention<Sighting>[] =>
  mentionsIn(parts, (said) => said.wins).flatMap(({item: {span, share, what, strengths}, note, ref}) =>
    strengths.map(({value}) => ({
      note,
      ref,
      item: {span, share, name: value, evidence: what.value, named: false},
    })),
  )

const resultsIn = (parts: readonly Part[]): Mention<Result>[] =>
  mentionsIn(parts, (said) => said.strengths).flatMap(({item, note, ref}) => {
    const {span, share, name, source, rank} = item
    if (!source || !toolFamily(source.value)) return []
    const result = {span, share, name: name.value, tool: source.value, on: note.date, rank: rank?.value}
    return [{note, ref, item: {...result, passing: true}}]
  })

function toStrength(
  id: string,
  sightings: readonly Mention<Sighting>[],
  results: readonly Mention<Result>[],
): Strength {
  const dates: CivilDate[] = sightings.flatMap(({note}) => note.date ?? [])
  const own = sightings.findLast(({item}) => item.named)?.item.name
  const typed = [...results, ...sightings].map(({item}) => item.name)
  const name = own ?? canonicalStrength(id) ?? typed.at(-1) ?? id
  const others = new Map(typed.map((word) => [plainWords(word), word]))
  others.delete(plainWords(name))
  return {
    id,
    name,
    alsoCalled: [...others.values()],
    namedByPerson: own !== undefined,
    notes: new Set(sightings.map(({note}) => note)).size,
    first: dates[0],
    last: dates.at(-1),
    evidence: evidenceOf(sightings),
    fromAssessments: mergeResults(results),
    ...sourced([...sightings, ...results].toSorted((a, b) => compareNotes(a.note, b.note))),
  }
}

/** What was seen, once a note. */
function evidenceOf(sightings: readonly Mention<Sighting>[]): Strength['evidence'] {
  const told = sightings.filter(({item}) => item.evidence)
  const groups = groupBy(told, ({item, note}) => `${note.file}\n${plainWords(item.evidence ?? '')}`)
  return [...groups.values()].map((same) => ({
    text: same[0]?.item.evidence ?? '',
    on: same[0]?.note.date,
    ...sourced(same),
  }))
}
