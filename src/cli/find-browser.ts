import {access, constants} from 'node:fs/promises'
import {delimiter, join} from 'node:path'
import {CommandError, type Shell} from './shell.ts'

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'microsoft-edge-stable',
  'msedge',
  'brave-browser',
]

const IN_PROGRAMS = [
  'Google/Chrome/Application/chrome.exe',
  'Microsoft/Edge/Application/msedge.exe',
  'Chromium/Application/chrome.exe',
  'BraveSoftware/Brave-Browser/Application/brave.exe',
]

const ON_A_MAC = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser'].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
)

const ELSEWHERE = [
  '/snap/bin/chromium',
  '/opt/google/chrome/chrome',
  '/opt/microsoft/msedge/msedge',
  '/var/lib/flatpak/exports/bin/org.chromium.Chromium',
  '/var/lib/flatpak/exports/bin/com.google.Chrome',
]

/**
 * A Chromium, Chrome, Edge or Brave of this machine, which prints pages as PDF; nothing is fetched.
 * @throws CommandError with what helps, where there is none.
 */
export async function findBrowser(shell: Shell): Promise<string> {
  const own = shell.environment('STRENGTHS_CHROMIUM')
  if (own) {
    if (await isProgram(own)) return own
    throw new CommandError(`STRENGTHS_CHROMIUM names ${own}, and there is no program there.`)
  }
  for (const path of placesOf(shell)) if (await isProgram(path)) return path
  throw new CommandError(
    'A PDF is printed by a Chromium, Chrome or Edge, and none was found here. Where one is in another place, the ' +
      'variable STRENGTHS_CHROMIUM can name it; else `--format html` makes a page that any browser prints or saves as PDF.',
  )
}

function placesOf(shell: Shell): readonly string[] {
  const windows = shell.platform === 'win32'
  const folders = (shell.environment('PATH') ?? '').split(delimiter).filter(Boolean)
  const names = windows ? NAMES.map((name) => `${name}.exe`) : NAMES
  const onPath = folders.flatMap((folder) => names.map((name) => join(folder, name)))
  if (!windows) return [...onPath, ...(shell.platform === 'darwin' ? ON_A_MAC : ELSEWHERE)]
  const programs = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap(
    (name) => shell.environment(name) ?? [],
  )
  return [...onPath, ...programs.flatMap((folder) => IN_PROGRAMS.map((path) => join(folder, path)))]
}

const isProgram = (path: string): Promise<boolean> =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  )
