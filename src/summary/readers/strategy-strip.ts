import {shortDate} from '../../core/time/civil-date.ts'
import {STRATEGIES} from '../../core/record/vocabulary-form.ts'
import {plain, row, strong, table, type Table} from '../formats/outline.ts'
import type {PersonPage} from '../summary.ts'

const LAST = 5

/** Which of the nine strategies the last five notes show, a column for each note. */
export function strategyStrip({notes, asOf}: PersonPage): Table {
  const last = notes
    .filter(({standing, kind}) => standing === 'counted' && kind !== 'no-contact')
    .slice(-LAST)
  const days = last.map(({source: {date}}) => (date ? shortDate(date, asOf) : ''))
  return table(
    `Strategies in the last ${last.length === 1 ? 'note' : `${last.length} notes`}`,
    ['Strategy', ...days],
    last.some(({strategies}) => strategies.length > 0)
      ? Object.entries(STRATEGIES).map(([strategy, name]) => {
          const shown = last.map(({strategies}) => strategies.some((each) => each === strategy))
          return row([[strong(name)], ...shown.map((isShown) => [plain(isShown ? '● shown' : '–')])], [])
        })
      : [],
  )
}
