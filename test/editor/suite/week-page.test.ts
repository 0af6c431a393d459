import assert from 'node:assert/strict'
import {ConfigurationTarget, workspace} from 'vscode'
import {addDays} from '../../../src/core/time/calendar.ts'
import {now} from '../../../src/vscode/today.ts'
import {closeAll, until} from './hands.ts'
import {bring} from './new-note-hands.ts'
import {openPage} from './pages-hands.ts'

const noteOf = (client: string, specialist: string, days: number): string => `---
client: ${client}
date: 2026-11-02
specialist: ${specialist}
follow_ups:
  - {on: ${addDays(now().date, days)}, start: "10:00", place: the pier}
---
`

describe('the page of the next two weeks', () => {
  let takeAway: () => Promise<void>
  before(async () => {
    takeAway = await bring({
      'agency/clients/c-061/2026-11-02.md': noteOf('c-061', 'kk', 3),
      'agency/clients/c-062/2026-11-02.md': noteOf('c-062', 'll', 2),
    })
  })
  after(async () => {
    await workspace
      .getConfiguration('strengths')
      .update('specialist', undefined, ConfigurationTarget.Workspace)
    await takeAway()
  })
  afterEach(closeAll)

  it('has everybody where several write and no setting says who it is for', async () => {
    const {page} = await openPage('strengths.showWeek', 'c-061')
    assert.match(page.body, /<h1[^>]*>The next two weeks<\/h1>/)
    assert.ok(page.body.indexOf('>c-062</h2>') < page.body.indexOf('>c-061</h2>'))
    assert.match(page.body, /data-note="clients\/c-061\/2026-11-02\.md" data-line="\d+"/)
    assert.doesNotMatch(page.body, /data-correct/)
  })

  it('has the people of the specialist that the settings name, as soon as they do', async () => {
    const {page} = await openPage('strengths.showWeek', 'c-061')
    await workspace.getConfiguration('strengths').update('specialist', 'll', ConfigurationTarget.Workspace)
    await until(() => page.body.includes('My week</h1>'))
    assert.match(page.body, /c-062/)
    assert.doesNotMatch(page.body, /c-061/)
  })
})
