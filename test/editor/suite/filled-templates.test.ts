import assert from 'node:assert/strict'
import {commands, window, workspace, type TextDocument} from 'vscode'
import {parseNote} from '../../../src/core/note.ts'
import {readRecord, type SessionRecord} from '../../../src/core/record/record.ts'
import {closeAll, fileUri, findingsIn, strengthsNotes, until} from './hands.ts'
import {bring, DOWN, heardOf, keys, newNote, PICK, start, VISIT_TEXT} from './new-note-hands.ts'

const ORIGINAL = 'agency/clients/c-050/2026-11-09.md'

const cursor = (): string => JSON.stringify(window.activeTextEditor?.selection.active)

/** Types an answer at each tab stop; where one stays empty, the next stop is all there is. */
async function fill(answers: readonly string[]): Promise<void> {
  for (const [index, answer] of answers.entries()) {
    if (index > 0) {
      const before = cursor()
      await commands.executeCommand('jumpToNextSnippetPlaceholder')
      await until(() => cursor() !== before)
    }
    if (answer !== '') await commands.executeCommand('type', {text: answer})
  }
}

/** Saves the new note, and hands over what the file then says, in which nothing is amiss; the file goes away again. */
async function savedRecord(document: TextDocument): Promise<{record: SessionRecord; text: string}> {
  const path = document.uri.path.slice(document.uri.path.indexOf('/agency/') + 1)
  await commands.executeCommand('workbench.action.files.save')
  const {uri} = await until(() =>
    workspace.textDocuments.find(({uri: {path: at}, isUntitled}) => at === document.uri.path && !isUntitled),
  )
  try {
    const text = new TextDecoder().decode(await workspace.fs.readFile(uri))
    const note = parseNote(text)
    const {record, problems} = readRecord(note)
    assert.deepEqual([...note.problems, ...problems], [], text)
    const saved = workspace.textDocuments.find((each) => each.uri.toString() === uri.toString())
    assert.deepEqual(saved && findingsIn(saved), [])
    return {record, text}
  } finally {
    await closeAll()
    await heardOf([path], async () => workspace.fs.delete(fileUri(path)))
  }
}

const said = (answers: string): string[] => answers.split('; ')
const blank = (count: number): string[] => Array.from({length: count}, () => '')

describe('a template that is filled in to its end', function () {
  // Forty stops, one after the other, take a while on a busy machine.
  this.timeout(60_000)

  before(strengthsNotes)
  afterEach(closeAll)

  it('strengths assessment', async () => {
    await start('strengths.newNoteFromTemplate', {asked: {client: 'c-097', template: 'strengths-assessment'}})
    const document = await newNote()
    await fill([
      ...said(
        'the library; 9:30; 10:20; He laughed at the word zest; humor; Told a joke in line; Sing on Sunday',
      ),
      ...said(
        'Read aloud; Tell one joke at lunch; informal; 2026-10-02; humor, zest; conversation; person; g-sing',
      ),
      ...said('patience; Waited for the kettle; observation; tuning; his uncle'),
      ...said('A room upstairs; Lists; A room with a window'),
      ...blank(18),
      'text',
    ])
    const {record, text} = await savedRecord(document)
    assert.deepEqual([record.place?.value, record.mode?.value], ['the library', 'text'])
    assert.deepEqual(
      record.strengths.map(({name, evidence}) => [name?.value, evidence?.value]),
      [
        ['humor', 'Told a joke in line'],
        ['patience', 'Waited for the kettle'],
      ],
    )
    assert.equal(record.goals[0]?.words?.value, 'Sing on Sunday')
    assert.match(text, /^\| home and daily living \| A room upstairs \| Lists \| A room with a window \|$/m)
    assert.match(text, /-->\nTell one joke at lunch$/m)
  })

  it('skill identification', async () => {
    await start('strengths.newNoteFromTemplate', {asked: {client: 'c-097', template: 'skill-identification'}})
    const document = await newNote()
    await fill([
      ...said('the library; 9:30; 10:20; People ask him about bikes; truing wheels; patience'),
      ...said(
        'Took an hour over a spoke; Mended a lamp; Visit the shop; a job at sixteen; g-shop; soup; his mother',
      ),
      ...said('g-cook; calming a dog; his street; g-dogs; Work at the shop; Ask for a morning there; person'),
      ...said('2026-12-01; The shop has wheels to true'),
    ])
    const {record, text} = await savedRecord(document)
    assert.deepEqual(
      record.skills.map(({name, from}) => [name?.value, from?.value]),
      [
        ['truing wheels', 'a job at sixteen'],
        ['soup', 'his mother'],
        ['calming a dog', 'his street'],
      ],
    )
    assert.equal(record.goals[0]?.actions[0]?.what?.value, 'Ask for a morning there')
    assert.equal(record.wins[0]?.what?.value, 'Mended a lamp')
    assert.match(text, /-->\nVisit the shop$/m)
  })

  for (const [name, steps, late] of [
    ['addendum', [PICK], undefined],
    ['late addition', [DOWN, PICK], true],
  ] as const)
    it(name, async () => {
      const takeAway = await bring()
      try {
        await start('strengths.addToNote', {from: ORIGINAL})
        await keys(...steps)
        const document = await newNote()
        await fill([
          'He rang: the boat is "free"'.replaceAll('"', "'"),
          'The boat can be had',
          'Row on Friday',
        ])
        const {record, text} = await savedRecord(document)
        assert.equal(record.reason?.value, "He rang: the boat is 'free'")
        assert.deepEqual(
          [record.amends?.value, record.late?.value, record.date?.value],
          ['clients/c-050/2026-11-09', late, '2026-11-09'],
        )
        assert.match(text, /-->\nThe boat can be had\n\n## Next\n\nRow on Friday\n?$/)
        const original = await workspace.fs.readFile(fileUri(ORIGINAL))
        assert.equal(new TextDecoder().decode(original), VISIT_TEXT)
      } finally {
        await takeAway()
      }
    })
})
