import type {Note} from '../note.ts'
import type {Problem} from '../problem.ts'
import type {RecordReading} from './record.ts'
import {contains} from '../text/span.ts'

/** All that is the matter with a note as a record, in the order of the text, each place once. */
export function noteProblems(note: Note, reading: RecordReading | undefined): readonly Problem[] {
  const ofRecord = reading?.problems ?? []
  const whole = ofRecord.filter(({code}) => code === 'note/read-as-text').map(({span}) => span)
  let next = 0
  // Part of a line that was read as a whole anyway.
  const isPart = ({code, span}: Problem): boolean => {
    while (next < whole.length && (whole[next]?.end ?? 0) < span.start) next++
    const around = whole[next]
    return code === 'yaml/syntax' && around !== undefined && contains(around, span)
  }
  return [
    ...[...note.problems].toSorted(byPlace).filter((problem) => !isPart(problem)),
    ...ofRecord,
  ].toSorted(byPlace)
}

const byPlace = (a: Problem, b: Problem): number => a.span.start - b.span.start
