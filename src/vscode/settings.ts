import {workspace, type ConfigurationScope} from 'vscode'
import type {Severity} from '../lint/finding.ts'
import type {RuleSettings} from '../lint/linter.ts'

/** What somebody set in VS Code, by the names in package.json. */
interface Settings {
  /** How findings show; `by rule` leaves that to each. */
  readonly severity: 'by rule' | 'off' | Severity
  readonly rules: RuleSettings
  readonly specialist: string
  /** One line above each session note. */
  readonly noteStrip: boolean
  /** Id of the boxes that a note is copied into. */
  readonly recordFormat: string
  /** A path or an address; empty for what VS Code keeps for this extension. */
  readonly userTemplates: string
}

export const SETTINGS = 'strengths'

/** One setting, as it stands for a place. */
export function setting<K extends keyof Settings>(
  name: K,
  fallback: Settings[K],
  scope?: ConfigurationScope,
) {
  return workspace.getConfiguration(SETTINGS, scope ?? null).get<Settings[K]>(name, fallback)
}
