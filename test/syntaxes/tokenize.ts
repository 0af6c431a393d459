import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import onigurumaModule from 'vscode-oniguruma'
import textmateModule from 'vscode-textmate'

const {INITIAL, Registry, parseRawGrammar} = textmateModule
const ROOT = new URL('../../', import.meta.url)
const require = createRequire(import.meta.url)

/** Where a grammar of Markdown or YAML comes from: a few rules of our own, or the VS Code of the editor suite. */
export interface Base {
  readonly name: string
  /** Paths of grammars by scope. */
  readonly grammars: Readonly<Record<string, URL>>
}

const small: Base = {
  name: 'a small grammar of Markdown',
  grammars: {
    'text.html.markdown': new URL('test/syntaxes/small-markdown.tmLanguage.json', ROOT),
    'source.yaml': new URL('test/syntaxes/small-yaml.tmLanguage.json', ROOT),
  },
}

/** Always the small one; that of VS Code too, where the editor suite has put one together. */
export const BASES: readonly Base[] = [small, ...served()]

function served(): Base[] {
  const home = new URL('.vscode-test/', ROOT)
  const names = existsSync(home) ? readdirSync(home).filter((name) => name.startsWith('served-')) : []
  return names.flatMap((name) => {
    const extensions = new URL(`${name}/extensions/`, home)
    const grammars = {
      'text.html.markdown': new URL('markdown-basics/syntaxes/markdown.tmLanguage.json', extensions),
      'source.yaml': new URL('yaml/syntaxes/yaml.tmLanguage.json', extensions),
      ...Object.fromEntries(
        ['1.0', '1.1', '1.2', '1.3', 'embedded'].map((version) => [
          `source.yaml.${version}`,
          new URL(`yaml/syntaxes/yaml-${version}.tmLanguage.json`, extensions),
        ]),
      ),
    }
    return Object.values(grammars).every((file) => existsSync(file))
      ? [{name: `the grammar of VS Code (${name})`, grammars}]
      : []
  })
}

interface Contributed {
  readonly scopeName: string
  readonly path: string
  readonly injectTo?: readonly string[]
}

const contributed = (
  JSON.parse(readFileSync(new URL('package.json', ROOT), 'utf8')) as {
    readonly contributes: {readonly grammars: readonly Contributed[]}
  }
).contributes.grammars

export interface Token {
  readonly text: string
  readonly scopes: readonly string[]
}

let oniguruma: Promise<void> | undefined

/** Splits a note, or text of another grammar, into tokens as the editor does, with every grammar that the manifest contributes. */
export async function tokenizer(
  base: Base,
  scope = 'text.html.markdown',
): Promise<(note: string) => readonly Token[]> {
  oniguruma ??= onigurumaModule.loadWASM(readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm')))
  await oniguruma
  const files: Readonly<Record<string, URL>> = {
    ...base.grammars,
    ...Object.fromEntries(contributed.map(({scopeName, path}) => [scopeName, new URL(path, ROOT)])),
  }
  const registry = new Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (sources) => new onigurumaModule.OnigScanner(sources),
      createOnigString: (text) => new onigurumaModule.OnigString(text),
    }),
    loadGrammar: async (scope) => {
      const file = files[scope]
      return file ? parseRawGrammar(readFileSync(file, 'utf8'), file.pathname) : null
    },
    getInjections: (scope) =>
      contributed.filter(({injectTo}) => injectTo?.includes(scope)).map(({scopeName}) => scopeName),
  })
  const grammar = await registry.loadGrammar(scope)
  if (!grammar) throw new Error('A grammar could not be loaded.')
  return (note) => {
    let state = INITIAL
    return note.split('\n').flatMap((line) => {
      const {tokens, ruleStack} = grammar.tokenizeLine(line, state)
      state = ruleStack
      return tokens.map(({startIndex, endIndex, scopes}) => ({
        text: line.slice(startIndex, endIndex),
        scopes,
      }))
    })
  }
}
