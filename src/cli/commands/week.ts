import {Command, Option} from 'commander'
import {resolve} from 'node:path'
import {place} from '../../summary/exports/json-items.ts'
import type {NoteRef} from '../../summary/summary.ts'
import {weekOf, type PersonWeek, type PlannedStep, type Week} from '../../summary/week.ts'
import {asOfDay, foldFolder} from '../fold-folder.ts'
import {nobodyMessage} from '../nobody.ts'
import {posix} from '../select-notes.ts'
import {CommandError, type ExitCode, type MakeCommand, type Shell} from '../shell.ts'
import {weekText} from '../week-text.ts'

interface WeekOptions {
  readonly specialist: string | undefined
  readonly asOf: string | undefined
  readonly format: 'text' | 'json'
}

/** `strengths week`. */
export const weekCommand: MakeCommand = (shell, finish) =>
  new Command('week')
    .description('the next two weeks by person: meetings, steps, what is worth asking about')
    .argument('<folder>', 'the folder of notes')
    .option('--specialist <id>', 'people whose latest note is by this specialist')
    .option('--as-of <date>', 'the first of the days (default: today)')
    .addOption(new Option('--format <format>', 'how it is written').choices(['text', 'json']).default('text'))
    .action(async (folder: string, options: WeekOptions) => finish(await week(shell, folder, options)))

async function week(shell: Shell, folder: string, options: WeekOptions): Promise<ExitCode> {
  const asOf = asOfDay(shell, options.asOf)
  const root = posix(resolve(shell.cwd, folder))
  const {summary, unread} = await foldFolder(shell, root, asOf)
  if (summary.pages.length === 0) throw new CommandError(nobodyMessage(summary, undefined, folder))
  const found = weekOf(summary, options.specialist)
  shell.out(options.format === 'json' ? weekJson(found) : weekText(found, shell))
  return unread > 0 ? 2 : 0
}

/** Raised when a program that reads an earlier version could be misled. */
const WEEK_VERSION = 1

const weekJson = ({asOf, until, people}: Week): string =>
  `${JSON.stringify({version: WEEK_VERSION, asOf, until, people: people.map(personJson)}, undefined, 2)}\n`

const evidence = ({sources}: {readonly sources: readonly NoteRef[]}): object => ({
  evidence: sources.map(place),
})

const personJson = ({client, specialist, last, meetings, steps, earlier, ask}: PersonWeek): object => ({
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
  steps: steps.map(stepJson),
  earlier: earlier.map(stepJson),
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

const stepJson = ({action, goal}: PlannedStep): object => ({
  what: action.what,
  who: action.who,
  by: action.by,
  goal: action.goal,
  goalWords: goal?.words,
  ...evidence(action),
})
