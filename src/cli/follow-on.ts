import {stat} from 'node:fs/promises'
import {relative, resolve} from 'node:path'
import {fillAsNote} from '../core/templates/fill-template.ts'
import {
  correctionTemplate,
  followOnPath,
  followOnValues,
  type FollowOn,
} from '../core/templates/follow-on-note.ts'
import {parseNote, type Note} from '../core/note.ts'
import {readRecord, type SessionRecord} from '../core/record/record.ts'
import {needsOriginal, type OfferedTemplate} from '../core/templates/template-layers.ts'
import type {Template} from '../core/templates/template.ts'
import {joinPath} from '../folder/file-system.ts'
import {isSessionNote} from '../lint/check-note.ts'
import {stemOf} from '../summary/fold-note.ts'
import {placeNote} from './place-note.ts'
import {readNotes} from './read-notes.ts'
import {posix, readNoteFile} from './select-notes.ts'
import {CommandError, type ExitCode, type Shell} from './shell.ts'

export interface FollowOnOptions {
  readonly corrects: string | undefined
  readonly amends: string | undefined
  readonly late: boolean
  readonly reason: string | undefined
  readonly specialist: string | undefined
  readonly stdout: boolean
}

/** `strengths new --corrects` and `--amends`: a new note beside the original, which stays as it is. */
export async function followOn(
  shell: Shell,
  {folder, template}: {readonly folder: string; readonly template: Template | undefined},
  options: FollowOnOptions,
  offered: readonly OfferedTemplate[],
): Promise<ExitCode> {
  const {corrects, amends, late, reason = ''} = options
  if (corrects !== undefined && amends !== undefined)
    throw new CommandError('A note corrects another or adds to it: --corrects and --amends go one at a time.')
  const how: FollowOn = corrects === undefined ? (late ? 'late-addition' : 'addendum') : 'correction'
  const original = await findOriginal(shell, folder, corrects ?? amends ?? '')
  const usual = offered.find(({template: {id}}) => id === how)?.template
  const chosen = template ?? usual
  if (template && (how === 'correction' || !needsOriginal(template)))
    throw new CommandError(
      how === 'correction'
        ? 'A correction starts from all that the note says, so it takes no template.'
        : `“${template.id}” is for a note of its own; --amends goes without a template, or with addendum.`,
    )
  const text = how === 'correction' ? correctionTemplate(original.note) : chosen?.text
  if (text === undefined) throw new CommandError(`There is no template “${how}”.`)
  const {values, people} = followOnValues(original)
  const writer = options.specialist ?? original.record.specialist?.value ?? ''
  const all = {
    ...values,
    date: original.record.date?.value ?? '',
    entered: shell.now().date,
    specialist: writer,
    reason,
    practice: chosen?.practice ?? '',
  }
  return placeNote(shell, {
    folder,
    path: followOnPath(original, how),
    toStdout: options.stdout,
    fill: (note) => fillAsNote(text, {...all, note}, people),
  })
}

interface FoundNote {
  readonly note: Note
  readonly record: SessionRecord
  /** From the notes folder. */
  readonly path: string
}

/** The note at a path, or with an id. */
async function findOriginal(shell: Shell, folder: string, said: string): Promise<FoundNote> {
  const file = posix(resolve(shell.cwd, said))
  const isFile = await stat(file).then(
    (found) => found.isFile(),
    () => false,
  )
  const path = isFile ? posix(relative(folder, file)) : await pathOf(folder, said)
  if (path === undefined)
    throw new CommandError(`There is no note “${said}” in this folder, by path or by id.`)
  if (path.startsWith('../'))
    throw new CommandError(`${said} lies outside the notes folder; --folder names the one that it is in.`)
  const read = await readNoteFile(joinPath(folder, path))
  if ('problem' in read) throw new CommandError(`${said}: ${read.problem.message}`)
  const note = parseNote(read.text)
  if (!isSessionNote(note))
    throw new CommandError(`${said} is no session note: those name a person, as in \`client: c-014\`.`)
  return {note, record: readRecord(note).record, path}
}

const pathOf = async (folder: string, said: string): Promise<string | undefined> => {
  const notes = await readNotes(folder)
  return notes.find(({id, record}) => [record.id?.value, stemOf(id), id].includes(said))?.id
}
