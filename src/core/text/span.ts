/** Half-open range of UTF-16 offsets into the text of one note. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Puts `text` where `span` is; an empty span inserts, an empty text deletes. */
export interface Edit {
  readonly span: Span
  readonly text: string
}

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

export const contains = (outer: Span, inner: Span): boolean =>
  outer.start <= inner.start && inner.end <= outer.end

/**
 * The text with every edit spliced in; everything outside the edited spans stays as it was, unit for unit.
 * @throws RangeError when edits overlap or lie outside the text: the caller chose them, so that is a bug.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const ordered = edits.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
  const parts: string[] = []
  let from = 0
  for (const {span, text: replacement} of ordered) {
    if (span.start < from || span.end < span.start || span.end > text.length)
      throw new RangeError(`Edit ${span.start}-${span.end} overlaps another or lies outside the text.`)
    parts.push(text.slice(from, span.start), replacement)
    from = span.end
  }
  parts.push(text.slice(from))
  return parts.join('')
}
