import {offerTemplates, type OfferedTemplate} from '../core/templates/template-layers.ts'
import {findConfiguration} from '../folder/configuration.ts'
import {readTemplates} from '../folder/read-templates.ts'
import type {ConfigurationProblem} from '../folder/read-text.ts'
import {loadTemplates} from './assets.ts'
import {disk} from './disk.ts'
import {posix} from './select-notes.ts'
import type {Shell} from './shell.ts'

/** The templates that ship, those of the notes folder over them, and the writer's own over both. */
export async function offeredTemplates(
  shell: Shell,
  folder: string,
): Promise<{
  readonly offered: readonly OfferedTemplate[]
  readonly problems: readonly ConfigurationProblem[]
}> {
  const configuration = await findConfiguration(disk, folder)
  const own = await readTemplates(disk, posix(shell.userTemplates))
  return {
    offered: offerTemplates({
      'built in': await loadTemplates(),
      'this folder’s': configuration.templates,
      yours: own.templates,
    }),
    problems: [...configuration.problems, ...own.problems],
  }
}
