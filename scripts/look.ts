import {basename, dirname, extname, relative} from 'node:path'
import {parseArgs} from 'node:util'
import {openEditor} from './open-editor.ts'

const usage = `Usage: node --import tsx scripts/look.ts NOTE.md [--folder FOLDER] [--at LINE[:COLUMN]] [--command TITLE]...
       [--press KEY]... [--setting NAME=JSON]... [--out FOLDER]

Opens a copy of the note in a served VS Code with the built extension, goes there, runs the commands, presses the keys,
and says where the picture is. The note's folder is opened, unless --folder names one above it.`

/** Takes a picture of a note in VS Code, for whoever wants to see what a writer sees. */
async function main(): Promise<void> {
  const {values, positionals} = parseArgs({
    allowPositionals: true,
    options: {
      folder: {type: 'string'},
      at: {type: 'string', default: '1:1'},
      command: {type: 'string', multiple: true, default: []},
      press: {type: 'string', multiple: true, default: []},
      setting: {type: 'string', multiple: true, default: []},
      out: {type: 'string'},
    },
  })
  const [note] = positionals
  if (note === undefined) throw new Error(usage)
  const folder = values.folder ?? dirname(note)
  const editor = await openEditor({
    folder,
    file: relative(folder, note),
    settings: Object.fromEntries(values.setting.map(readSetting)),
    ...(values.out && {screenshots: values.out}),
  })
  try {
    const [line, column] = values.at.split(':').map(Number)
    await editor.goTo(line ?? 1, column)
    for (const title of values.command) await editor.command(title)
    await editor.press(...values.press)
    console.log(await editor.screenshot(basename(note, extname(note))))
  } finally {
    await editor.close()
  }
}

function readSetting(text: string): [string, unknown] {
  const at = text.indexOf('=')
  return [text.slice(0, at), JSON.parse(text.slice(at + 1))]
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
