import {commands, Disposable, window} from 'vscode'
import {fillAsSnippet} from '../../core/templates/fill-template.ts'
import {
  correctionTemplate,
  followOnPath,
  followOnValues,
  type FollowOn,
} from '../../core/templates/follow-on-note.ts'
import {activeNote} from '../active-note.ts'
import {choose} from '../choose.ts'
import {offeredTemplates, type NewNoteOptions} from './offered-templates.ts'
import {openNewNote, specialistOf} from './open-new-note.ts'
import {now} from '../today.ts'

/** The commands that correct the note in front, or add to it, in a new note; the note itself stays as it is. */
export const registerFollowOnNotes = (options: NewNoteOptions): Disposable =>
  Disposable.from(
    commands.registerCommand('strengths.correctNote', async () => followOn(options, 'correction')),
    commands.registerCommand('strengths.addToNote', async () => {
      const how = activeNote() ? await pickAddition() : 'addendum'
      if (how) await followOn(options, how)
    }),
  )

async function pickAddition(): Promise<FollowOn | undefined> {
  const choices = Promise.resolve([
    {label: 'Addendum', detail: 'Something that was not known on the day.', value: 'addendum' as const},
    {
      label: 'Late entry',
      detail: 'Something that was left out of the note.',
      value: 'late-addition' as const,
    },
  ])
  const chosen = await choose(choices, {
    title: 'Add to this note',
    placeholder: 'What would you like to add?',
  })
  return chosen?.value
}

async function followOn(options: NewNoteOptions, how: FollowOn): Promise<void> {
  const active = activeNote()
  const folder = active && (await options.folders.of(active.uri))
  const path = active && folder?.pathOf(active.uri)
  if (!active || !folder || path === undefined) {
    await window.showInformationMessage('Open the session note first that this is about.')
    return
  }
  if (active.uri.scheme === 'untitled') {
    await window.showInformationMessage('This note is not saved yet, so it can be changed right here.')
    return
  }
  const offered = await offeredTemplates(options, folder)
  const template = offered.find(({template: {id}}) => id === how)?.template
  const text = how === 'correction' ? correctionTemplate(active.note) : (template?.text ?? '')
  const original = {record: active.record, path}
  const {values, people} = followOnValues(original)
  const all = {
    ...values,
    date: active.record.date?.value ?? '',
    entered: now().date,
    specialist: specialistOf(await folder.notes(), folder) || (active.record.specialist?.value ?? ''),
    practice: template?.practice ?? '',
  }
  await openNewNote(folder, followOnPath(original, how), (note) =>
    fillAsSnippet(text, {...all, note}, people),
  )
}
