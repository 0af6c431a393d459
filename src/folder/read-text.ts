import type {LineProblem} from '../core/yaml/yaml-data.ts'
import {decodeText} from './decode-text.ts'
import type {FileSystem} from './file-system.ts'

/** What could not be read in a file of the configuration. */
export interface ConfigurationProblem extends LineProblem {
  readonly file: string
}

/** The text of a file of the configuration, or why there is none. */
export async function readText(
  files: FileSystem,
  path: string,
): Promise<{readonly text: string} | {readonly problem: ConfigurationProblem}> {
  const bytes = await files.readFile(path).catch(() => undefined)
  return bytes
    ? decodeText(bytes, path)
    : {problem: {file: path, line: 1, message: 'This file could not be read and was passed over.'}}
}
