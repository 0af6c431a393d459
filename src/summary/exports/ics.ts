import {compareText} from '../../core/record/said.ts'
import {GENERATED_WORDS} from '../formats/generated.ts'
import {isTried, openActions} from '../still-open.ts'
import type {Action, FollowUp, NoteRef, PersonPage, Resource, Sourced} from '../summary.ts'
import type {ExportFormat, ExportInput} from './export-input.ts'
import {fileNameOf} from './export-name.ts'
import {stableId} from './stable-id.ts'

/**
 * Meetings planned for the day of the export or later, open steps with a day, and next steps of resources, as a
 * calendar (RFC 5545). Titles are generic and nothing of a note goes along, for calendars are seen by others. The
 * same thing keeps its UID from run to run, so that a calendar that takes the file again moves it.
 */
export const exportIcs: ExportFormat = {
  id: 'ics',
  files: (input) => [
    {
      name: input.client === undefined ? 'follow-ups.ics' : `follow-ups-${fileNameOf(input.client)}.ics`,
      text: calendar(input),
    },
  ],
}

function calendar({asOf, pages, notice}: ExportInput): string {
  // The only time that stays the same for the same notes; RFC 5545 asks for one in UTC.
  const stamp = `DTSTAMP:${basic(asOf)}T000000Z`
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//Strengths Notes//${GENERATED_WORDS}//EN`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...(notice ? [`X-WR-CALDESC:${text([notice.title, ...notice.paragraphs].join('\n'))}`] : []),
    ...pages.flatMap((page) =>
      [
        ...unique(page.followUps.map((followUp) => meeting(page, followUp))),
        ...unique(
          openActions(page)
            .filter(({by}) => by !== undefined)
            .map((step) => dueStep(page, step)),
        ),
        ...unique(page.resources.filter(isAsked).map((resource) => nextStep(page, resource))),
      ].flatMap(({kind, uid, properties}) => [
        `BEGIN:${kind}`,
        `UID:${uid}@strengths-notes`,
        stamp,
        ...properties,
        `END:${kind}`,
      ]),
    ),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

interface Entry {
  readonly kind: 'VEVENT' | 'VTODO'
  readonly uid: string
  readonly properties: readonly string[]
}

function meeting({client}: PersonPage, {on, start, sources}: FollowUp): Entry {
  // A time on the wall of whoever meets: no zone is known, and none is made up.
  const begin = start ? `DTSTART:${basic(on)}T${start.replace(':', '')}00` : `DTSTART;VALUE=DATE:${basic(on)}`
  return {
    kind: 'VEVENT',
    uid: stableId('follow-up', client, noteOf(sources)),
    properties: [begin, `SUMMARY:${text(`Follow-up, ${client}`)}`, 'CLASS:PRIVATE'],
  }
}

const dueStep = ({client}: PersonPage, {id, what, goal, by}: Action): Entry => ({
  kind: 'VTODO',
  uid: stableId('step', client, goal, id ?? what),
  properties: [
    ...due(by),
    `SUMMARY:${text(`Step planned, ${client}`)}`,
    'STATUS:NEEDS-ACTION',
    'CLASS:PRIVATE',
  ],
})

const nextStep = ({client}: PersonPage, {id, nextBy}: Resource): Entry => ({
  kind: 'VTODO',
  uid: stableId('resource', client, id),
  properties: [
    ...due(nextBy),
    `SUMMARY:${text(`Worth asking about, ${client}`)}`,
    'STATUS:NEEDS-ACTION',
    'CLASS:PRIVATE',
  ],
})

const isAsked = (resource: Resource): boolean => resource.nextBy !== undefined && !isTried(resource)

const due = (day: string | undefined): string[] => (day === undefined ? [] : [`DUE;VALUE=DATE:${basic(day)}`])

/** A meeting is known by the note that plans it: where that note moves it, it is the same one. */
const noteOf = (sources: Sourced['sources']): string =>
  sources.map(({note}: NoteRef) => note).toSorted(compareText)[0] ?? ''

/** Two of one note are told apart by their order. */
function unique(entries: readonly Entry[]): Entry[] {
  const seen = new Map<string, number>()
  return entries.map((entry) => {
    const count = (seen.get(entry.uid) ?? 0) + 1
    seen.set(entry.uid, count)
    return count === 1 ? entry : {...entry, uid: stableId(entry.uid, String(count))}
  })
}

const basic = (day: string): string => day.replaceAll('-', '')

/** Text as a property's value (RFC 5545, 3.3.11). */
const text = (value: string): string =>
  value
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n|\n|\r/g, '\\n')
    // oxlint-disable-next-line no-control-regex -- the standard has no control characters in values
    .replace(/[\u0000-\u0008\u000B-\u001F\u007F]/g, '')

/** Lines of at most 75 octets, broken between letters. */
function folded(line: string): string {
  let out = ''
  let room = 75
  for (const letter of line) {
    const point = letter.codePointAt(0) ?? 0
    const octets = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
    if (octets > room) {
      out += '\r\n '
      room = 74
    }
    out += letter
    room -= octets
  }
  return out
}
