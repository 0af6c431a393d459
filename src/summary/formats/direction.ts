const CONTROLS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u
const OPENERS: Readonly<Record<string, string>> = {
  '\u202A': '\u202C',
  '\u202B': '\u202C',
  '\u202D': '\u202C',
  '\u202E': '\u202C',
  '\u2066': '\u2069',
  '\u2067': '\u2069',
  '\u2068': '\u2069',
}

/**
 * Text whose direction stays its own: what it opens is closed, what it closes without having opened it is gone, and a
 * first-strong isolate stands around it (Unicode Standard Annex 9). Text without such signs comes back as it is.
 */
export function isolated(text: string): string {
  if (!CONTROLS.test(text)) return text
  const open: string[] = []
  const kept = [...text].filter((sign) => {
    const closer = OPENERS[sign]
    if (closer !== undefined) open.push(closer)
    else if (sign === '\u202C' || sign === '\u2069') {
      if (open.at(-1) !== sign) return false
      open.pop()
    }
    return true
  })
  return `\u2068${kept.join('')}${open.toReversed().join('')}\u2069`
}
