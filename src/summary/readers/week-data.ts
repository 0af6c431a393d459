import {place} from '../exports/json-items.ts'
import type {NoteRef} from '../summary.ts'
import type {PersonWeek, PlannedStep, Week} from '../week.ts'

/** The coming days as data, in a settled order of keys; every item has the places in notes that it rests on. */
export const weekData = ({asOf, until, people}: Week): Record<string, unknown> => ({
  asOf,
  until,
  people: people.map(personData),
})

const evidence = ({sources}: {readonly sources: readonly NoteRef[]}): object => ({
  evidence: sources.map(place),
})

const personData = ({client, specialist, last, meetings, steps, earlier, ask}: PersonWeek): object => ({
  client,
  specialist,
  last,
  meetings: meetings.map((meeting) => ({
    on: meeting.on,
    start: meeting.start,
    place: meeting.place,
    about: meeting.about,
    ...evidence(meeting),
  })),
  steps: steps.map(stepData),
  earlier: earlier.map(stepData),
  ask: ask.map((resource) => ({
    id: resource.id,
    name: resource.name,
    status: resource.status,
    next: resource.next,
    nextBy: resource.nextBy,
    lastHeard: resource.lastHeard,
    why: resource.askAbout ?? 'next-step',
    ...evidence(resource),
  })),
})

const stepData = ({action, goal}: PlannedStep): object => ({
  what: action.what,
  who: action.who,
  by: action.by,
  goal: action.goal,
  goalWords: goal?.words,
  ...evidence(action),
})
