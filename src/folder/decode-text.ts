/** What a file turned out not to be. Codes are public. */
export type FileProblemCode =
  'file/unreadable' | 'file/not-text' | 'file/not-utf-8' | 'file/too-large' | 'file/not-found' | 'file/empty'

/** A file that could not be used. It was not touched; the rest of the run goes on. */
export interface FileProblem {
  readonly file: string
  readonly code: FileProblemCode
  /** Counted from 1. */
  readonly line: number
  readonly message: string
}

/** Notes are pages, not archives; past this size a file is named and left. In bytes. */
const LARGEST = 20 * 1024 * 1024

/** The text of a file, its byte order mark kept; or why it is not text. */
export function decodeText(
  bytes: Uint8Array,
  file: string,
): {readonly text: string} | {readonly problem: FileProblem} {
  if (bytes.length > LARGEST)
    return {
      problem: {
        file,
        code: 'file/too-large',
        line: 1,
        message: 'This file is over 20 MB and was left alone.',
      },
    }
  const zero = bytes.subarray(0, 8192).indexOf(0)
  if (zero >= 0)
    return {
      problem: {
        file,
        code: 'file/not-text',
        line: 1,
        message: 'This reads as a binary file and was left alone.',
      },
    }
  try {
    return {text: new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes)}
  } catch {
    return {
      problem: {
        file,
        code: 'file/not-utf-8',
        line: lineOfFirstWrongByte(bytes),
        message:
          'Some letters here are not UTF-8, so the file was left alone; saving it as UTF-8 makes it readable.',
      },
    }
  }
}

/** The same for a file that is to hold a note: one that holds nothing is none. */
export function decodeNote(bytes: Uint8Array, file: string): ReturnType<typeof decodeText> {
  const decoded = decodeText(bytes, file)
  return 'text' in decoded && decoded.text.trim() === ''
    ? {problem: {file, code: 'file/empty', line: 1, message: 'This file is empty.'}}
    : decoded
}

/** The line before which everything decodes: found by halving, since decoders do not say. */
function lineOfFirstWrongByte(bytes: Uint8Array): number {
  const decodes = (end: number): boolean => {
    try {
      new TextDecoder('utf-8', {fatal: true}).decode(bytes.subarray(0, end), {stream: true})
      return true
    } catch {
      return false
    }
  }
  let good = 0
  let wrong = bytes.length
  while (wrong - good > 1) {
    const middle = (good + wrong) >> 1
    if (decodes(middle)) good = middle
    else wrong = middle
  }
  return bytes.subarray(0, good).reduce((lines, byte) => lines + (byte === 10 ? 1 : 0), 1)
}
