import assert from 'node:assert/strict'
import {chmodSync, existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {isMadeHere} from '../../src/summary/exports/made-here.ts'
import {provisionBrowser} from '../editor/host/provision-browser.ts'
import {inFolder, strengths, type Run} from './strengths.ts'

const NOTES = {
  'n/a.md': '---\nclient: c-1\ndate: 2026-07-14\ngoals: [A dog of my own]\nwins: [A walk]\n---\n',
}
const PDF = ['summary', 'n', '--format', 'pdf', '--as-of', '2026-08-01']

/** A program where a browser is looked for; it is given what the command gives one. */
async function withBrowser(folder: string, script: string, args: readonly string[]): Promise<Run> {
  const path = join(folder, 'browser')
  writeFileSync(path, script)
  chmodSync(path, 0o755)
  return strengths(folder, args, '', {STRENGTHS_CHROMIUM: path})
}

describe('strengths summary --format pdf', function () {
  this.timeout(120_000)

  it('prints with a Chromium, the same bytes again', () =>
    inFolder(NOTES, async (folder) => {
      const {executable, env} = await provisionBrowser()
      const variables = {...env, STRENGTHS_CHROMIUM: executable}
      const first = await strengths(folder, [...PDF, '--for', 'person', '--out', 'p'], '', variables)
      assert.equal(first.code, 0, first.err)
      const path = join(folder, 'p/c-1.person.pdf')
      const text = readFileSync(path, 'latin1')
      assert.ok(text.startsWith('%PDF-'))
      assert.ok(text.length > 5000)
      assert.ok(isMadeHere('c-1.person.pdf', text))
      assert.match(text, /CreationDate ?\(D:20260801000000/)
      const again = await strengths(folder, [...PDF, '--for', 'person', '--out', 'p'], '', variables)
      assert.equal(again.err, '1 page: 1 unchanged, as of 2026-08-01\n')
    }))

  it('says what helps where no browser is found', () =>
    inFolder(NOTES, async (folder) => {
      const {code, err} = await strengths(folder, [...PDF, '--out', 'p'], '', {
        STRENGTHS_CHROMIUM: join(folder, 'none'),
      })
      assert.equal(code, 2)
      assert.match(err, /STRENGTHS_CHROMIUM names .*none, and there is no program there\./)
      assert.deepEqual(readdirSync(folder).includes('p'), false)
    }))

  it('says what helps where a browser prints nothing', () =>
    inFolder(NOTES, async (folder) => {
      const {code, err} = await withBrowser(folder, '#!/bin/sh\nexit 1\n', [...PDF, '--out', 'p'])
      assert.equal(code, 2)
      assert.match(err, /printed no page \(.*\)\. `--format html` makes one/)
    }))

  it('lets the browser reach no network, and leaves nothing behind', () =>
    inFolder(NOTES, async (folder) => {
      const script = `#!/bin/sh\nprintf '%s\\n' "$@" > "${folder}/flags"\n`
      await withBrowser(folder, script, [...PDF, '--out', 'p'])
      const flags = readFileSync(join(folder, 'flags'), 'utf8').split('\n')
      assert.ok(flags.includes('--host-resolver-rules=MAP * ~NOTFOUND'))
      const profile = flags.find((flag) => flag.startsWith('--user-data-dir='))?.split('=')[1] ?? ''
      assert.match(profile, /strengths-pdf-/)
      assert.equal(existsSync(profile), false)
    }))

  it('asks for a folder: a PDF is no text', () =>
    inFolder(NOTES, async (folder) => {
      const {code, err} = await strengths(folder, PDF)
      assert.equal(code, 2)
      assert.match(err, /--out/)
    }))
})
