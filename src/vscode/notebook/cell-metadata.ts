import type {NoteBefore} from '../../core/cells/join-cells.ts'
import type {CellOrigin} from '../../core/cells/note-cells.ts'

/** What VS Code keeps with a cell or a notebook, under one name of ours. */
export interface OurMetadata<T> {
  readonly strengths: T
}

type Metadata = Readonly<Record<string, unknown>> | undefined

/** What a cell was in its note; undefined for one that is new. */
export function originOf(metadata: Metadata): CellOrigin | undefined {
  const origin = metadata?.['strengths']
  return isOrigin(origin) ? origin : undefined
}

/** The note that a notebook was made from; an empty one for a notebook that somebody made from nothing. */
export function noteBefore(metadata: Metadata): NoteBefore {
  const before = metadata?.['strengths']
  if (!isObject(before) || !Array.isArray(before['cells'])) return {lead: '', lineEnd: '\n', cells: []}
  const {lead, lineEnd, cells} = before
  return {lead: textOr(lead, ''), lineEnd: textOr(lineEnd, '\n'), cells: cells.filter(isOrigin)}
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

const textOr = (value: unknown, other: string): string => (typeof value === 'string' ? value : other)

const isOrigin = (value: unknown): value is CellOrigin =>
  isObject(value) &&
  typeof value['language'] === 'string' &&
  typeof value['raw'] === 'string' &&
  typeof value['after'] === 'string' &&
  typeof value['index'] === 'number'
