import {commands, window, workspace, type Disposable} from 'vscode'
import type {OfferedTemplate, TemplateOrigin} from '../../core/templates/template-layers.ts'
import {choose} from '../choose.ts'
import {fileInFront} from '../in-front.ts'
import type {NotesFolder} from '../notes-folder.ts'
import {
  isThere,
  offeredTemplates,
  templateFile,
  type NewNoteOptions,
  type TemplatePlaces,
} from './offered-templates.ts'
import {pickTemplate} from './pick-template.ts'

const TITLE = 'Customise a template'

/** The command that makes a copy of a template for the folder or for the writer, and opens it. */
export const registerCustomiseTemplate = (options: NewNoteOptions): Disposable =>
  commands.registerCommand('strengths.customiseTemplate', async () => {
    const folder = await options.folders.of(fileInFront())
    if (!folder) {
      await window.showInformationMessage('Open the folder of your notes first; the copy goes there.')
      return
    }
    const chosen = await pickTemplate(offeredTemplates(options, folder), {
      title: TITLE,
      kinds: [],
      placeholder: 'Which one would you like to change?',
    })
    if (chosen) await customise(options, folder, chosen.picked)
  })

/** Asks for whom, writes the copy unless there is one, and opens it; nothing when the writer turns back. */
export async function customise(
  places: TemplatePlaces,
  folder: NotesFolder,
  {template: {id, name}, origin}: OfferedTemplate,
): Promise<void> {
  const shown = (to: TemplateOrigin): string => templateFile(places, folder, {id, origin: to}).path
  const choices = Promise.resolve([
    {
      label: 'For this folder',
      detail: `.strengths/templates/${id}.md, for everybody who writes here`,
      value: 'this folder’s' as const,
    },
    {label: 'For me, in every folder', detail: shown('yours'), value: 'yours' as const},
  ])
  const chosen = await choose(choices, {title: `${TITLE}: ${name}`, placeholder: 'Whose copy is it?'})
  if (!chosen) return
  const copy = templateFile(places, folder, {id, origin: chosen.value})
  if (!(await isThere(copy)))
    await workspace.fs.writeFile(
      copy,
      await workspace.fs.readFile(templateFile(places, folder, {id, origin})),
    )
  await window.showTextDocument(copy)
}
