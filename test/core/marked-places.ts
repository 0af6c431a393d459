/** A text with ‹marks› around places in it: the text without the marks, and where they stood. */
export function readMarkedPlaces(marked: string): {text: string; spans: {start: number; end: number}[]} {
  const spans: {start: number; end: number}[] = []
  let text = ''
  for (const part of marked.split(/([‹›])/)) {
    if (part === '‹') spans.push({start: text.length, end: text.length})
    else if (part === '›') spans.push({start: spans.pop()?.start ?? 0, end: text.length})
    else text += part
  }
  return {text, spans}
}
