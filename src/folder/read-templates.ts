import {readTemplate, type Template} from '../core/templates/template.ts'
import {decodeText} from './decode-text.ts'
import {joinPath, type FileSystem} from './file-system.ts'

/** A template's file that something is wrong with. */
export interface TemplateFileProblem {
  readonly file: string
  /** Counted from 1. */
  readonly line: number
  readonly message: string
}

export interface TemplateFolder {
  readonly templates: readonly Template[]
  readonly problems: readonly TemplateFileProblem[]
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
): Promise<{readonly template: Template | undefined; readonly problems: readonly TemplateFileProblem[]}> {
  const decoded = await files.readFile(file).then(
    (bytes) => decodeText(bytes, file),
    () => undefined,
  )
  if (!decoded) {
    const message = 'This file could not be read and was passed over.'
    return {template: undefined, problems: [{file, line: 1, message}]}
  }
  if ('problem' in decoded) return {template: undefined, problems: [decoded.problem]}
  const {template, problems} = readTemplate(decoded.text, id)
  return {template, problems: problems.map((problem) => ({file, ...problem}))}
}
