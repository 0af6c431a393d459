import {shortDate, type CivilDate} from '../../core/time/civil-date.ts'
import {compareText} from '../../core/record/said.ts'
import {groupBy} from '../group-by.ts'
import type {NoteRef} from '../summary.ts'
import type {NoteLink, RenderOptions} from './format.ts'

/** A note link as it stands at the end of a line. */
export interface ShownLink {
  readonly text: string
  readonly ref: NoteRef
  readonly link: NoteLink | undefined
}

const SHOWN = 3

/** One link a note, oldest first; of many, the newest three, and how many more there are. */
export function shownLinks(
  refs: readonly NoteRef[],
  asOf: CivilDate,
  {linkTo}: RenderOptions,
): {readonly links: readonly ShownLink[]; readonly more: number} {
  const perNote = [...groupBy(refs, ({file}) => file).values()].flatMap((same) => same[0] ?? [])
  const ordered = perNote.toSorted((a, b) => compareText(a.date ?? '', b.date ?? ''))
  const shown = ordered.slice(-SHOWN)
  return {
    links: shown.map((ref) => ({
      text: ref.date ? shortDate(ref.date, asOf) : (ref.file.split('/').at(-1) ?? ref.file),
      ref,
      link: safeLink(linkTo?.(ref)),
    })),
    more: ordered.length - shown.length,
  }
}

/** A file may be named `javascript:…`; an address that could run something is no link. */
export function safeLink(link: NoteLink | undefined): NoteLink | undefined {
  // oxlint-disable-next-line no-control-regex -- browsers pass over control characters in a scheme
  const scheme = link?.href.replace(/[\u0000-\u0020\u007F-\u00A0]/g, '').toLowerCase() ?? ''
  return /^(?:javascript|vbscript|data|blob):/.test(scheme) ? undefined : link
}
