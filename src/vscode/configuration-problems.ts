import {Disposable, languages, Range} from 'vscode'
import {groupBy} from '../summary/group-by.ts'
import {toDiagnostic} from './convert.ts'
import type {LoadedConfiguration, Toolbox} from './toolbox.ts'

/** Names what could not be read of a `.strengths` folder, in its own files; the rest of it still counts. */
export function registerConfigurationProblems(toolbox: Toolbox): Disposable {
  const collection = languages.createDiagnosticCollection('strengths configuration')
  const show = ({configuration, near}: LoadedConfiguration): void => {
    for (const [file, problems] of groupBy(configuration.problems, (problem) => problem.file))
      collection.set(
        near.with({path: file}),
        problems.map(({line, message}) => {
          const at = Math.max(0, line - 1)
          return toDiagnostic(new Range(at, 0, at, Number.MAX_SAFE_INTEGER), message, 'warning')
        }),
      )
  }
  return Disposable.from(
    collection,
    toolbox.onDidLoad(show),
    // Notes are read again after a change, and with them what they are read with.
    toolbox.onDidChange(() => collection.clear()),
  )
}
