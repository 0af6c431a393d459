import assert from 'node:assert/strict'
import {commands, window, workspace} from 'vscode'
import {parseNote} from '../../../src/core/note.ts'
import {readRecord} from '../../../src/core/record/record.ts'
import {closeAll, fileUri, findingsIn, type, until} from './hands.ts'
import {
  BACK,
  bring,
  CHECK,
  DOWN,
  draft,
  filesOnDisk,
  heardOf,
  keys,
  newNote,
  PICK,
  start,
  STAY,
  UP,
} from './new-note-hands.ts'

const dayIn = (path: string): string => /(\d{4}-\d\d-\d\d)[^/]*\.md$/.exec(path)?.[1] ?? ''
const nextStop = async (): Promise<void> =>
  void (await commands.executeCommand('jumpToNextSnippetPlaceholder'))

const problemsIn = (text: string): readonly unknown[] => {
  const note = parseNote(text)
  return [...note.problems, ...readRecord(note).problems]
}

describe('a new note', () => {
  afterEach(closeAll)

  it('is one pick away for somebody who has had one kind of contact, and steps through in the order of thought', async () => {
    const before = await filesOnDisk()
    await start('strengths.newNote')
    const document = await newNote(PICK)
    const date = dayIn(document.uri.path)
    assert.equal(document.uri.path, fileUri(`agency/clients/c-021/${date}.md`).path)
    assert.match(
      document.getText(),
      new RegExp(`^---\nclient: "c-021"\ndate: ${date}\nnote: "c-021/${date}"\n`),
    )
    assert.match(document.getText(), /^specialist: "ot"$/m)
    assert.equal(document.languageId, 'markdown')
    assert.deepEqual(findingsIn(document), [])
    for (const words of ['library', '9:30', '10:20', 'heard', 'patience', 'saw', 'wish', 'win', 'next']) {
      await type(words)
      await nextStop()
    }
    const text = document.getText()
    assert.match(text, /^place: "library" # /m)
    assert.match(text, /^start: 9:30 # /m)
    assert.match(text, /^end: 10:20 # /m)
    assert.match(text, /^## What I heard\n\n<!-- .* -->\nheard$/m)
    assert.match(text, /^ {2}- name: "patience" # .*\n {4}evidence: "saw" # /m)
    assert.match(text, /^ {2}- words: "wish" # /m)
    assert.match(text, /^ {2}- "win" # /m)
    assert.match(text, /^## Next\n\n<!-- .* -->\nnext$/m)
    assert.deepEqual(problemsIn(text), [])
    assert.deepEqual(await filesOnDisk(), before)
  })

  it('asks about what is open, as comments only', async () => {
    await start('strengths.newNote', {asked: {client: 'c-021'}})
    const text = (await newNote()).getText()
    assert.match(text, /^ {2}# Open: g-piano: “Tune the piano downstairs” \(active since 15 Oct\)$/m)
    assert.deepEqual(readRecord(parseNote(text)).record.goals, [])
  })

  it('asks for the kind where there were several, the last one first', async () => {
    const takeAway = await bring()
    try {
      await start('strengths.newNote', {asked: {client: 'c-050'}})
      await keys(STAY, STAY, DOWN, PICK)
      const document = await newNote()
      assert.match(document.uri.path, /\/c-050\//)
      assert.match(document.getText(), /^kind: check-in$/m)
    } finally {
      await takeAway()
    }
  })

  it('is a first meeting for somebody new, and any template when asked', async () => {
    await start('strengths.newNote', {asked: {client: 'c-099'}})
    assert.match((await newNote()).getText(), /people who are first asked what they love/)
    await start('strengths.newNoteFromTemplate', {asked: {client: 'c-099', template: 'walk'}})
    assert.match(
      (await newNote()).getText(),
      /^---\nclient: "c-099"\ndate: [\d-]+\nstart: \d\d:\d\d\nspecialist: "ot"\nplace: \n---\n\n## What I heard\n\n\n$/,
    )
  })

  it('makes its file and folders when it is saved, and takes the next free name', async () => {
    await start('strengths.newNote', {asked: {client: 'c-098'}})
    const {uri} = await newNote()
    const path = `agency/clients/c-098/${dayIn(uri.path)}.md`
    try {
      await commands.executeCommand('workbench.action.files.save')
      const saved = await until(() =>
        workspace.textDocuments.find((document) => document.uri.path === uri.path && !document.isUntitled),
      )
      assert.equal(saved.uri.scheme, fileUri(path).scheme)
      assert.match(saved.getText(), /^---\nclient: "c-098"\n/)
      await start('strengths.newNote', {asked: {client: 'c-098', template: 'session'}})
      const second = await newNote()
      assert.equal(second.uri.path, uri.path.replace(/\.md$/, '-2.md'))
      assert.match(second.getText(), /^note: "c-098\/[\d-]+-2"$/m)
    } finally {
      await closeAll()
      await heardOf([path], async () => workspace.fs.delete(fileUri(path)))
    }
  })

  // At the person, at the template, at the id of somebody new; in a group; at a day; at whose copy it is.
  for (const [command, ...steps] of [
    ['strengths.newNote'],
    ['strengths.newNoteFromTemplate', PICK],
    ['strengths.newNote', UP, PICK],
    ['strengths.newGroupNote', DOWN, CHECK],
    ['strengths.lateNote', PICK],
    ['strengths.customiseTemplate', PICK],
  ] as const)
    it(`leaves nothing behind when the writer turns back: ${command}, ${steps.length} in`, async () => {
      const before = await filesOnDisk()
      const {done} = await start(command)
      await keys(...steps, BACK)
      await done
      assert.equal(draft(), undefined)
      assert.deepEqual(await filesOnDisk(), before)
    })
})

describe('a new group note', () => {
  after(closeAll)

  it('has a block for each person who was there', async () => {
    await start('strengths.newGroupNote')
    await keys(DOWN, CHECK, DOWN, CHECK, PICK)
    const document = await newNote()
    const {record} = readRecord(parseNote(document.getText()))
    assert.match(document.uri.path, /\/agency\/groups\/\d{4}-\d\d-\d\d\.md$/)
    const clients = record.each.map(({client}) => client.value)
    assert.equal(clients[0], 'c-021')
    assert.equal(clients.length, 2)
    assert.deepEqual(
      record.clients.map(({value}) => value),
      clients,
    )
    assert.deepEqual(problemsIn(document.getText()), [])
  })
})

describe('a late entry', () => {
  after(closeAll)

  it('says the day of the contact, the day of writing and that it is late, and asks for the reason first', async () => {
    await start('strengths.lateNote', {asked: {client: 'c-021', date: '10/2/2026'}})
    const document = await newNote()
    assert.match(document.uri.path, /\/c-021\/2026-10-02\.md$/)
    await type('The office was shut')
    const {record} = readRecord(parseNote(document.getText()))
    assert.equal(record.date?.value, '2026-10-02')
    assert.equal(record.late?.value, true)
    assert.equal(record.reason?.value, 'The office was shut')
    assert.ok((record.entered?.value.date ?? '') > '2026-10-02')
    assert.doesNotMatch(document.getText(), /octave|g-piano/)
  })
})

describe('templates of one’s own', () => {
  const theirs = 'agency/.strengths/templates/session.md'
  after(closeAll)

  it('are a copy in the folder, which is in use from then on', async () => {
    await start('strengths.customiseTemplate')
    const editor = await until(
      async () => {
        await keys(PICK)
        return window.activeTextEditor
      },
      ({document}) => document.uri.path.endsWith(theirs),
    )
    try {
      assert.match(editor.document.getText(), /^---\ntemplate:\n {2}name: Individual session\n/)
      const changed = editor.document.getText().replace('## What we did', '## Our own heading')
      await workspace.fs.writeFile(fileUri(theirs), new TextEncoder().encode(changed))
      await until(
        async () => {
          await start('strengths.newNote', {asked: {client: 'c-021'}})
          return (await newNote()).getText()
        },
        (text) => text.includes('## Our own heading'),
      )
    } finally {
      await closeAll()
      await heardOf([theirs], async () => workspace.fs.delete(fileUri(theirs)))
    }
  })

  it('may lie where a setting says, and go over the folder’s', async () => {
    const setting = workspace.getConfiguration('strengths')
    const takeAway = await bring({
      'mine/walk.md': '---\ntemplate: {name: Mine}\nclient: "{{client}}"\ndate: {{date}}\nplace: mine\n---\n',
    })
    try {
      await setting.update('userTemplates', fileUri('mine').path, true)
      await start('strengths.newNote', {asked: {client: 'c-021', template: 'walk'}})
      assert.match((await newNote()).getText(), /^place: mine$/m)
    } finally {
      await setting.update('userTemplates', undefined, true)
      await takeAway()
    }
  })
})
