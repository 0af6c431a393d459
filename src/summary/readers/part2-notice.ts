import type {Policy} from '../../core/agency/policy.ts'
import type {Notice} from '../formats/outline.ts'

const TITLE = 'Notice and copy of consent to accompany disclosure'

/** The short statement of 42 CFR § 2.32 as of the 2024 final rule (89 FR 12472); an agency's own wording goes over it. */
const USUAL = '42 CFR part 2 prohibits unauthorized use or disclosure of these records (42 CFR § 2.32).'

/** The notice that goes with a page where the agency's policy says so; undefined where it does not. */
export function part2Notice({part2}: Policy): Notice | undefined {
  if (!part2) return undefined
  const own = part2.notice?.trim().split(/(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)/) ?? []
  const paragraphs = own.map((paragraph) => paragraph.replace(/\s+/g, ' ').trim()).filter(Boolean)
  return {
    title: TITLE,
    paragraphs: [...(paragraphs.length > 0 ? paragraphs : [USUAL]), 'Copy of consent attached: ☐ yes'],
  }
}
