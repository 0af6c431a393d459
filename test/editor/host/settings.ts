import {mkdir, writeFile} from 'node:fs/promises'
import {join} from 'node:path'

export type Settings = Readonly<Record<string, unknown>>

/** A VS Code that asks nothing, fetches nothing and shows nothing but the work. */
const quiet: Settings = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  // A browser's default saves after a second: a test's edit would be on disk before the next test.
  'files.autoSave': 'off',
  'git.enabled': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
}

/** Writes the settings of a user into a new user data folder. */
export async function writeSettings(userData: string, settings: Settings = {}): Promise<void> {
  await mkdir(join(userData, 'User'), {recursive: true})
  await writeFile(join(userData, 'User/settings.json'), JSON.stringify({...quiet, ...settings}, undefined, 2))
}
