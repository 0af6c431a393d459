import {shortDate, type CivilDate} from '../core/time/civil-date.ts'
import type {ResourceGroup} from '../core/record/record-words.ts'
import type {StatusChange} from './summary.ts'

/** A status as people say it. */
export const statusWords = (status: string): string => status.replaceAll('-', ' ')

/** `active 7 Jul`, `picked up again 2 Aug`. */
export const changeWords = (
  {status, on, again}: Pick<StatusChange<string>, 'status' | 'on' | 'again'>,
  today: CivilDate,
): string => `${again ? 'picked up again' : statusWords(status)} ${shortDate(on, today)}`

/** What the groups of resources are called where a specialist reads. */
export const GROUP_TITLES: Readonly<Record<ResourceGroup, string>> = {
  social: 'People',
  community: 'Community',
  practical: 'Practical',
  personal: 'Their own ways',
  cultural: 'Culture and belonging',
}
