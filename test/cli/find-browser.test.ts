import assert from 'node:assert/strict'
import {chmodSync} from 'node:fs'
import {delimiter, join} from 'node:path'
import {findBrowser} from '../../src/cli/find-browser.ts'
import {CommandError, type Shell} from '../../src/cli/shell.ts'
import {inFolder} from './strengths.ts'

const shell = (platform: string, variables: Readonly<Record<string, string>>): Shell => ({
  cwd: '/',
  terminal: false,
  color: false,
  columns: 100,
  userTemplates: '/',
  platform,
  processors: 1,
  environment: (name) => variables[name],
  thread: () => assert.fail(),
  interrupted: () => Promise.resolve(),
  out: () => undefined,
  err: () => undefined,
  readInput: () => Promise.resolve(new Uint8Array()),
  now: () => assert.fail(),
})

describe('the browser that prints', () => {
  it('is the first on the path that may run', () =>
    inFolder({'a/chromium': '', 'b/google-chrome': ''}, async (folder) => {
      chmodSync(join(folder, 'a/chromium'), 0o644)
      chmodSync(join(folder, 'b/google-chrome'), 0o755)
      const path = [join(folder, 'none'), join(folder, 'a'), join(folder, 'b')].join(delimiter)
      assert.equal(await findBrowser(shell('linux', {PATH: path})), join(folder, 'b/google-chrome'))
    }))

  it('is the one that the person names, before all others', () =>
    inFolder({own: '', 'b/chromium': ''}, async (folder) => {
      for (const name of ['own', 'b/chromium']) chmodSync(join(folder, name), 0o755)
      const variables = {PATH: join(folder, 'b'), STRENGTHS_CHROMIUM: join(folder, 'own')}
      assert.equal(await findBrowser(shell('linux', variables)), join(folder, 'own'))
    }))

  it('is looked for where programs lie', () =>
    inFolder({'p/Microsoft/Edge/Application/msedge.exe': ''}, async (folder) => {
      const edge = join(folder, 'p/Microsoft/Edge/Application/msedge.exe')
      chmodSync(edge, 0o755)
      assert.equal(await findBrowser(shell('win32', {PROGRAMFILES: join(folder, 'p')})), edge)
    }))

  it('is missed in a sentence that says what helps', async () => {
    await assert.rejects(
      findBrowser(shell('win32', {})),
      (error) => error instanceof CommandError && /STRENGTHS_CHROMIUM.*`--format html`/.test(error.message),
    )
  })
})
