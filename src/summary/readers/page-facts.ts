import {counted} from '../../core/text/counted.ts'
import {longDate} from '../formats/outline.ts'
import type {PersonPage} from '../summary.ts'
import type {KeptList, SharedPage} from './shared-page.ts'

/**
 * What stands under a page's title: its day, how many notes it rests on and from when to when, and what was left out.
 * @param shows The lists that this reader's page has; what is kept from the reader is counted among these.
 */
export function pageFacts({page, withheld}: SharedPage, shows: readonly KeptList[]): string[] {
  const {asOf, first, last, notes} = page
  const count = (standing: PersonPage['notes'][number]['standing']): number =>
    notes.filter((note) => note.standing === standing).length
  const days =
    first && last && (first === last ? ` of ${longDate(first)}` : `, ${longDate(first)} to ${longDate(last)}`)
  const [undated, later, corrected] = [count('undated'), count('later'), count('corrected')]
  const kept = shows.reduce((sum, list) => sum + withheld(list), 0)
  return [
    `As of ${longDate(asOf)}`,
    `${counted(count('counted') + undated, 'note')}${days ?? ''}`,
    ...(undated > 0
      ? [
          `${counted(undated, 'note')} without a date, so what ${undated === 1 ? 'it says' : 'they say'} of statuses is left out`,
        ]
      : []),
    ...(later > 0 ? [`left out: ${counted(later, 'note')} dated later`] : []),
    ...(corrected > 0 ? [`left out: ${counted(corrected, 'note')} that a correction replaced`] : []),
    ...(kept > 0 ? [`left out: ${counted(kept, 'item')} not shared`] : []),
  ]
}
