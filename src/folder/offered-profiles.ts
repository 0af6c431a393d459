import {compareText} from '../core/record/said.ts'
import type {RecordProfile} from '../core/record/record-profile.ts'

/** The profiles that ship with the tool, as the build wrote them. */
export const readBuiltProfiles = (bytes: Uint8Array): readonly RecordProfile[] =>
  JSON.parse(new TextDecoder().decode(bytes)) as readonly RecordProfile[]

/** Closest to peer work, and taken where nobody names another. */
export const USUAL_PROFILE = 'girp'

/** Those that ship and those of the notes folder, which go over them by id; the usual one first, the others by title. */
export function offerProfiles(
  builtIn: readonly RecordProfile[],
  folders: readonly RecordProfile[],
): readonly RecordProfile[] {
  const byId = new Map([...builtIn, ...folders].map((profile) => [profile.id, profile]))
  const isUsual = ({id}: RecordProfile): number => Number(id !== USUAL_PROFILE)
  return [...byId.values()].toSorted((a, b) => isUsual(a) - isUsual(b) || compareText(a.title, b.title))
}
