import assert from 'node:assert/strict'
import {readdirSync, readFileSync} from 'node:fs'

interface Manifest {
  readonly activationEvents: readonly string[]
  readonly contributes: {
    readonly commands: readonly {
      readonly command: string
      readonly title: string
      readonly category: string
    }[]
    readonly configuration: {readonly properties: Readonly<Record<string, object>>}
    readonly menus: Readonly<Record<string, readonly {readonly command: string; readonly when?: string}[]>>
  }
}

const root = new URL('../', import.meta.url)
const {activationEvents, contributes} = JSON.parse(
  readFileSync(new URL('package.json', root), 'utf8'),
) as Manifest
const shell = new URL('src/vscode/', root)
const source = readdirSync(shell, {recursive: true, encoding: 'utf8'})
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(new URL(file, shell), 'utf8'))
  .join('\n')

/** The first arguments of every call of a function in the shell, names of constants replaced by what they hold. */
function argumentsOf(call: string): string[] {
  const found = [...source.matchAll(new RegExp(`\\b${call}\\(\\s*(?:'([^']+)'|([A-Z_]+))`, 'g'))]
  const constant = (name = ''): string => new RegExp(`const ${name} = '([^']+)'`).exec(source)?.[1] ?? name
  return [...new Set(found.map(([, text, name]) => text ?? constant(name)))].toSorted()
}

describe('the manifest', () => {
  const commands = contributes.commands.map(({command}) => command)

  it('has the commands that are registered', () => {
    assert.deepEqual(argumentsOf('registerCommand'), commands.toSorted())
  })

  it('has the settings that are read', () => {
    assert.deepEqual(
      argumentsOf('setting').map((name) => `strengths.${name}`),
      Object.keys(contributes.configuration.properties).toSorted(),
    )
  })

  it('names in its menus only commands that are there, on conditions that are kept', () => {
    const items = Object.values(contributes.menus).flat()
    const contexts = items.flatMap(
      ({when = ''}) => when.match(/(?<!view == |activeWebviewPanelId == )strengths\.\w+/g) ?? [],
    )
    assert.deepEqual(
      items.map(({command}) => command).filter((command) => !commands.includes(command)),
      [],
    )
    for (const context of contexts) assert.ok(source.includes(`'setContext', '${context}'`), context)
  })

  it('wakes the extension for the panels that it restores', () => {
    const panels = argumentsOf('registerWebviewPanelSerializer').map((type) => `onWebviewPanel:${type}`)
    assert.deepEqual(
      activationEvents.filter((event) => event.startsWith('onWebviewPanel:')),
      panels,
    )
  })

  it('shows each command under the name of the extension', () => {
    for (const {title, category} of contributes.commands) {
      assert.equal(category, 'Strengths Notes')
      assert.match(title, /^[A-Z]/)
    }
  })
})

describe('the editor’s shell', () => {
  it('runs in a browser too: it knows nothing of Node', () => {
    assert.doesNotMatch(source, /\bfrom '(?:node:|fs|path|os)|\bprocess\.|\bBuffer\b|\brequire\(/)
  })
})
