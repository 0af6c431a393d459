import type {Span} from '../text/span.ts'
import {QUERY_FENCE, QUERY_LANGUAGE, splitNote} from './note-cells.ts'
import {asItWas} from './write-cell.ts'

/** Where a note's fences hold questions to the notes: what stands between them, without their lines. */
export function questionBlocks(text: string): readonly Span[] {
  if (!mayAsk(text)) return []
  const {lead, cells} = splitNote(text)
  let at = lead.length
  return cells.flatMap((cell): Span[] => {
    const {raw, after} = cell.origin
    const source = cell.language === QUERY_LANGUAGE ? asItWas(cell) : undefined
    const start = at + (source?.before.length ?? 0)
    at += raw.length + after.length
    return source ? [{start, end: start + source.own.length}] : []
  })
}

/** Whether a fence of a text says that it asks the notes, at a first glance: it may stand in another fence. */
export const mayAsk = (text: string): boolean => FENCE.test(text)

const FENCE = new RegExp(`^\\uFEFF? {0,3}(?:\`{3,}|~{3,})[ \\t]*${QUERY_FENCE}\\b`, 'm')
