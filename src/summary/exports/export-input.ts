import type {CivilDate} from '../../core/time/civil-date.ts'
import type {Policy} from '../../core/agency/policy.ts'
import type {Audience} from '../../core/record/record-words.ts'
import type {Specialist} from '../../core/agency/specialist-list.ts'
import type {Notice} from '../formats/outline.ts'
import {part2Notice} from '../readers/part2-notice.ts'
import {sharedPage} from '../readers/shared-page.ts'
import type {PersonPage, ReviewItem, Sourced, Summary} from '../summary.ts'
import {stableId} from './stable-id.ts'

/** What leaves the folder: pages without what the notes keep from its reader. */
export interface ExportInput {
  readonly asOf: CivilDate
  readonly reader: Audience
  readonly policy: Policy
  readonly specialists: readonly Specialist[]
  readonly pages: readonly PersonPage[]
  readonly review: readonly ReviewItem[]
  /** What goes with records that leave the program, where the policy says so. */
  readonly notice: Notice | undefined
  /** Set where the export is about one person of several. */
  readonly client: string | undefined
}

export interface ExportFile {
  /** Without a folder. */
  readonly name: string
  readonly text: string
}

/** One of the ways to hand data on. Pure: the same input gives the same bytes. */
export interface ExportFormat {
  readonly id: string
  files(input: ExportInput): readonly ExportFile[]
}

export interface ExportSettings {
  readonly reader: Audience
  /** One person only, by any of their ids. */
  readonly client: string | undefined
  readonly policy: Policy
  readonly specialists: readonly Specialist[]
}

/**
 * The part of a fold that a reader gets. Items that the notes keep from the reader are left out with all links to
 * them; what nobody has said a word about goes along, since an export is made for its reader. For readers outside the
 * team, the place of a group note is told by a key, for its path may name other people.
 */
export function exportInput(summary: Summary, settings: ExportSettings): ExportInput {
  const {reader, client, policy, specialists} = settings
  const pages = summary.pages
    .filter((page) => client === undefined || page.ids.includes(client))
    .map((page) => sharedPage(openUnlessSaid(page, reader), reader).page)
    .map((page) => (reader === 'team' ? page : withoutGroupPlaces(page)))
  const ofNobody = summary.review.filter((item) => item.client === undefined)
  return {
    asOf: summary.asOf,
    reader,
    policy,
    specialists,
    pages,
    review: [
      ...(reader === 'team' && client === undefined ? ofNobody : []),
      ...pages.flatMap(({review}) => review),
    ],
    notice: reader === 'outside' ? part2Notice(policy) : undefined,
    client: client === undefined ? undefined : (pages[0]?.client ?? client),
  }
}

function withoutGroupPlaces(page: PersonPage): PersonPage {
  const files = new Set(page.notes.filter(({people}) => people > 1).map(({source}) => source.file))
  if (files.size === 0) return page
  const ids = new Map(
    page.notes
      .filter(({source}) => files.has(source.file))
      .map(({source}) => [source.note, keyOf(source.file)] as const),
  )
  const named = (id: string | undefined): string | undefined => id && (ids.get(id) ?? id)
  const review = page.review.filter(({sources}) => !sources.some(({file}) => files.has(file)))
  const notes = page.notes.map((note) => ({
    ...note,
    corrects: named(note.corrects),
    amends: named(note.amends),
    correctedBy: named(note.correctedBy),
  }))
  return mapObjects({...page, notes, review}, (value) => {
    const file = 'endLine' in value && typeof value['file'] === 'string' ? value['file'] : undefined
    return file !== undefined && files.has(file) ? {...value, note: keyOf(file), file: keyOf(file)} : value
  })
}

const keyOf = (file: string): string => `group-${stableId('group note', file).slice(0, 8)}`

/** Where the notes say nothing of a reader, an export that is made for this reader has it. */
const openUnlessSaid = (page: PersonPage, reader: Audience): PersonPage =>
  mapObjects(page, (value) =>
    'share' in value ? {...value, share: {[reader]: true, ...(value['share'] as Sourced['share'])}} : value,
  )

type Plain = Readonly<Record<string, unknown>>

/** Plain data with every object in it changed, the inner ones first. */
function mapObjects<T>(value: T, change: (value: Plain) => Plain): T {
  if (Array.isArray(value)) return value.map((item: unknown) => mapObjects(item, change)) as T
  if (typeof value !== 'object' || value === null) return value
  const inner = Object.entries(value).map(([key, item]) => [key, mapObjects(item as unknown, change)])
  return change(Object.fromEntries(inner) as Plain) as T
}
