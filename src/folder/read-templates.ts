import {readTemplate, type Template} from '../core/templates/template.ts'
import {joinPath, type FileSystem} from './file-system.ts'
import {readText, type ConfigurationProblem} from './read-text.ts'

export interface TemplateFolder {
  readonly templates: readonly Template[]
  readonly problems: readonly ConfigurationProblem[]
}

/** The templates of a folder, one a Markdown file, by name; none where there is no such folder. */
export async function readTemplates(files: FileSystem, folder: string): Promise<TemplateFolder> {
  const entries = await files.readFolder(folder).catch(() => [])
  const names = entries.filter(({name, kind}) => kind !== 'folder' && name.endsWith('.md'))
  const read = await Promise.all(
    names
      .map(({name}) => name)
      .toSorted()
      .map(async (name) => readOne(files, joinPath(folder, name), name.slice(0, -'.md'.length))),
  )
  return {
    templates: read.flatMap(({template}) => template ?? []),
    problems: read.flatMap(({problems}) => problems),
  }
}

async function readOne(
  files: FileSystem,
  file: string,
  id: string,
): Promise<{readonly template: Template | undefined; readonly problems: readonly ConfigurationProblem[]}> {
  const read = await readText(files, file)
  if ('problem' in read) return {template: undefined, problems: [read.problem]}
  const {template, problems} = readTemplate(read.text, id)
  return {template, problems: problems.map((problem) => ({file, ...problem}))}
}
