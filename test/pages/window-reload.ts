import assert from 'node:assert/strict'
import {mkdtemp, readFile, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {setTimeout as wait} from 'node:timers/promises'
import {openEditor, type OpenedEditor} from '../../scripts/open-editor.ts'
import {canServe} from '../editor/host/provision-server.ts'

/** What a reader sees of a page: whom it is for, its heading, and how far it is scrolled. */
interface Seen {
  readonly className: string
  readonly heading: string
  readonly top: number
}

const LOOK = `(() => {
  const main = document.querySelector('main.page')
  return main && {className: main.className, heading: main.querySelector('h1').textContent, top: scrollY}
})()`

/** Every page that is in sight, since panels behind others are not kept. */
async function pagesIn({page}: OpenedEditor): Promise<readonly Seen[]> {
  const seen = await Promise.all(
    page.frames().map((frame) => frame.evaluate<Seen | null>(LOOK).catch(() => null)),
  )
  return seen.flatMap((each) => each ?? [])
}

/** Asks until a page is in sight that will do. */
async function untilSeen(editor: OpenedEditor, willDo: (seen: Seen) => boolean): Promise<void> {
  const deadline = Date.now() + 30_000
  for (;;) {
    const seen = await pagesIn(editor)
    if (seen.some(willDo)) return
    assert.ok(Date.now() < deadline, `Not in sight after 30 seconds; what is: ${JSON.stringify(seen)}`)
    await wait(100)
  }
}

/** Scrolls the page in sight that is for these readers, and waits until it has told its place. */
async function scrollTo(editor: OpenedEditor, className: string, top: number): Promise<void> {
  for (const frame of editor.page.frames())
    await frame
      .evaluate(`document.querySelector('main.${className}') && scrollTo(0, ${top})`)
      .catch(() => undefined)
  await editor.settle(500)
}

const tab = (title: string): string => `.tab[aria-label^="${title}"]`

/** Each panel as a reader leaves it: tab, readers, heading, place. */
const LEFT = [
  {title: 'c-014, their own page', className: 'for-person', heading: 'Your page', top: 500},
  {title: 'My week', className: 'for-specialist', heading: 'My week', top: 200},
  {title: 'Caseload, each person', className: 'for-supervisor', heading: 'Caseload', top: 300},
] as const

;(canServe ? describe : describe.skip)(
  'the pages of the editor, once its window is loaded anew',
  function () {
    this.timeout(180_000)
    let editor: OpenedEditor
    let screenshots: string
    before(async () => {
      screenshots = await mkdtemp(join(tmpdir(), 'strengths-'))
      editor = await openEditor({
        folder: 'examples',
        screenshots,
        size: {width: 1400, height: 500},
        settings: {'strengths.specialist': 'jm'},
      })
      await editor.openFile('c-014/2026-11-10.md')
      // The line above a note: the extension is awake and has read it.
      await editor.page.waitForSelector('.codelens-decoration')
      await editor.command("Strengths Notes: Show this person's page")
      await untilSeen(editor, ({heading}) => heading === 'c-014')
      await editor.page.click(tab('c-014'))
      await editor.command('Strengths Notes: Show the page as this person reads it')
      await untilSeen(editor, ({className}) => className.includes('for-person'))
      await scrollTo(editor, 'for-person', 500)
      await editor.command('Strengths Notes: Show my week')
      await untilSeen(editor, ({heading}) => heading === 'My week')
      await scrollTo(editor, 'for-specialist', 200)
      await editor.command('Strengths Notes: Caseload report')
      await untilSeen(editor, ({heading}) => heading === 'Caseload')
      await editor.command('Strengths Notes: Show counts for each person too')
      await editor.page.waitForSelector(tab('Caseload, each person'))
      await untilSeen(editor, ({heading}) => heading === 'Caseload')
      await scrollTo(editor, 'for-supervisor', 300)
      await Promise.all([
        editor.page.waitForEvent('domcontentloaded'),
        // The window is gone before the command says that it is done.
        editor.command('Developer: Reload Window').catch(() => undefined),
      ])
      await editor.page.waitForSelector(tab('Caseload, each person'))
    })
    after(async () => {
      await editor.close()
      await rm(screenshots, {recursive: true, force: true})
    })

    for (const {title, className, heading, top} of LEFT)
      it(`${title} is there with its reader, at its place`, async () => {
        await editor.page.click(tab(title))
        await untilSeen(
          editor,
          (seen) =>
            seen.className.includes(className) && seen.heading === heading && Math.abs(seen.top - top) <= 1,
        )
      })

    it('counts each person again only with another line in the log', async () => {
      const log = await readFile(join(editor.folder, '.strengths/report.log'), 'utf8')
      assert.equal(log.trim().split('\n').length, 2)
    })
  },
)
