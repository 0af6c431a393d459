import {counted} from '../../core/text/counted.ts'
import type {Element} from '../formats/markup.ts'
import {h as s} from '../formats/markup.ts'
import {addDays, weekday} from '../../core/time/calendar.ts'
import {shortDate, type CivilDate} from '../../core/time/civil-date.ts'
import {clockMinutes} from '../../core/time/clock-time.ts'
import {compareText} from '../../core/record/said.ts'
import {plain, row, strong, table, type Picture} from '../formats/outline.ts'
import type {NoteRef} from '../summary.ts'
import {WEEK_DAYS} from '../week.ts'
import {legend} from './legend.ts'
import {mark, type Mark} from './marks.ts'
import {drawing, picture, round, text, WIDTH} from './svg.ts'

/** Something of a coming day. */
export interface Due {
  readonly on: CivilDate
  readonly kind: 'session' | 'person' | 'specialist' | 'other' | 'resource'
  /** `16:00` of a session. */
  readonly start?: string | undefined
  readonly words: string
  readonly sources: readonly NoteRef[]
}

const CELL = {width: WIDTH / 7, height: 74}
const TOP = 2

const KINDS: Readonly<Record<Due['kind'], {readonly mark: Mark; readonly words: string}>> = {
  session: {mark: 'disc', words: 'session'},
  person: {mark: 'triangle', words: 'their step'},
  specialist: {mark: 'diamond', words: 'specialist’s step'},
  other: {mark: 'open square', words: 'other step'},
  resource: {mark: 'bars', words: 'next with a resource'},
}

/**
 * The day itself and the thirteen after it, in two rows of seven: sessions with their time, and what is due.
 * @returns undefined where nothing is planned for these days.
 */
export function weekStrip(all: readonly Due[], asOf: CivilDate): Picture | undefined {
  const days = Array.from({length: WEEK_DAYS}, (_, index) => addDays(asOf, index))
  const last = days.at(-1) ?? asOf
  const due = all
    .filter(({on}) => on >= asOf && on <= last)
    .toSorted((a, b) => compareText(a.on, b.on) || kindRank(a) - kindRank(b) || startRank(a, b))
  if (due.length === 0) return undefined
  const id = 'week-strip'
  const title = 'The next two weeks'
  const description = `From ${shortDate(asOf, asOf)} to ${shortDate(last, asOf)}: ${counted(
    due.filter(({kind}) => kind === 'session').length,
    'session',
  )}, and ${counted(due.filter(({kind}) => kind !== 'session').length, 'thing')} planned.`
  const draw = (): Element => {
    const shapes = Object.entries(KINDS).filter(([kind]) => due.some((item) => item.kind === kind))
    const used = legend(
      shapes.map(([, {mark: shape, words}]) => [shape, words] as const),
      TOP + 2 * CELL.height + 20,
    )
    return drawing({id, title, description, height: used.bottom}, [
      ...days.flatMap((day, index) =>
        cell(
          day,
          index,
          due.filter(({on}) => on === day),
        ),
      ),
      ...used.elements,
    ])
  }
  return picture(
    {
      id,
      title,
      description,
      table: table(
        title,
        ['Day', 'What', 'Whose'],
        due.map(({on, kind, start, words, sources}) =>
          row(
            [
              [strong(`${weekday(on).slice(0, 3)} ${shortDate(on, asOf)}${start ? `, ${start}` : ''}`)],
              [plain(words)],
              [plain(KINDS[kind].words)],
            ],
            sources.slice(-1),
          ),
        ),
      ),
    },
    draw,
  )
}

const kindRank = ({kind}: Due): number => Object.keys(KINDS).indexOf(kind)
const startRank = (a: Due, b: Due): number => minutesOf(a) - minutesOf(b)
const minutesOf = ({start}: Due): number => (start === undefined ? undefined : clockMinutes(start)) ?? 0

function cell(day: CivilDate, index: number, due: readonly Due[]): Element[] {
  const x = (index % 7) * CELL.width
  const y = TOP + Math.floor(index / 7) * CELL.height
  const times = due.flatMap(({start}) => start ?? [])
  const marks = due.slice(0, 4)
  return [
    s('rect', {
      x: round(x + 1),
      y: round(y),
      width: round(CELL.width - 2),
      height: CELL.height - 3,
      rx: 3,
      stroke: 'currentColor',
      strokeOpacity: due.length > 0 ? 1 : 0.35,
    }),
    text(x + 6, y + 15, weekday(day).slice(0, 2), {size: 11, soft: true}),
    text(x + CELL.width - 6, y + 15, shortDate(day).split(' ')[0] ?? '', {
      size: 13,
      weight: 'bold',
      anchor: 'end',
    }),
    ...(index === 0 || day.endsWith('-01')
      ? [
          text(x + CELL.width - 6, y + 27, shortDate(day).split(' ')[1] ?? '', {
            size: 11,
            anchor: 'end',
            soft: true,
          }),
        ]
      : []),
    ...marks.map((item, at) => mark(KINDS[item.kind].mark, x + 11 + at * 11, y + 42, 4.5)),
    ...(due.length > 4 ? [text(x + 6, y + 62, counted(due.length, 'thing'), {size: 11})] : []),
    ...(due.length <= 4 && times[0] ? [text(x + 6, y + 62, times[0], {size: 12, weight: 'bold'})] : []),
  ]
}
