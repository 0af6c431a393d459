import {GENERATED_WORDS, isGenerated} from '../formats/generated.ts'
import {CSV_MARK} from './csv.ts'

/** How much of a file's start and end is looked at. */
const HEAD = 4096
const TAIL = 512

/**
 * Whether this tool made a file, by the mark that each format has: so that nothing else is ever written over.
 * @param text What the file holds; of one that is no text, any reading of its bytes that keeps ASCII.
 */
export function isMadeHere(name: string, text: string): boolean {
  const head = text.slice(0, HEAD)
  const tail = text.slice(-TAIL)
  switch (/\.([^./]+)$/.exec(name)?.[1]?.toLowerCase()) {
    case 'json':
      return isGenerated(text) || head.includes(`"display": "${GENERATED_WORDS}"`)
    case 'csv':
      return new RegExp(`^[^\\r\\n]*,${CSV_MARK}\\r?\\n`).test(head)
    case 'ics':
      return head.includes(`\nPRODID:-//Strengths Notes//${GENERATED_WORDS}//`)
    case 'txt':
      return tail.endsWith(`(${GENERATED_WORDS})\n`)
    case 'pdf':
      return head.startsWith('%PDF-') && tail.includes(PDF_MARK)
    default:
      return isGenerated(text)
  }
}

/** A comment after the end of a PDF. */
export const PDF_MARK = `% ${GENERATED_WORDS}`
