// Writes the pages and schemas that are made from the packs, the templates, the checks and the vocabulary; `test/docs.test.ts` tells when they are stale.
import {readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {pathToFileURL} from 'node:url'
import {readTemplate} from '../src/core/templates/template.ts'
import {CATEGORIES} from '../src/lint/entry.ts'
import {RULES} from '../src/lint/checks/index.ts'
import {checkPage} from './check-page.ts'
import {folderSchemas} from './folder-schemas.ts'
import {keysGrammar} from './keys-grammar.ts'
import {noteSchema} from './note-schema.ts'
import {outputSchemas} from './output-schemas.ts'
import {problemPage} from './problem-page.ts'
import {queryGrammar} from './query-grammar.ts'
import {language} from './read-language.ts'
import {reportSchemas} from './report-schemas.ts'
import {rulePage} from './rule-page.ts'
import {templatePage} from './template-page.ts'

const TEMPLATES = new URL('../templates/', import.meta.url)

const templates = readdirSync(TEMPLATES)
  .toSorted()
  .flatMap(
    (file) =>
      readTemplate(readFileSync(new URL(file, TEMPLATES), 'utf8'), file.replace(/\.md$/, '')).template ?? [],
  )

const asJson = (data: object): string => `${JSON.stringify(data, undefined, 2)}\n`

/** Every page that is made, by its path from the root of the repository. */
export const pages: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    CATEGORIES.map((category) => [`docs/rules/${category}.md`, rulePage(category, language)]),
  ),
  'docs/rules/check.md': checkPage(RULES),
  'docs/rules/record.md': problemPage(),
  'docs/templates.md': templatePage(templates),
  'schema/note.schema.json': asJson(noteSchema),
  'syntaxes/note-keys.tmLanguage.json': asJson(keysGrammar()),
  'syntaxes/query.tmLanguage.json': asJson(queryGrammar()),
  ...Object.fromEntries(
    Object.entries({...folderSchemas, ...outputSchemas, ...reportSchemas}).map(([name, schema]) => [
      `schema/${name}.schema.json`,
      asJson(schema),
    ]),
  ),
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  for (const [path, text] of Object.entries(pages))
    writeFileSync(new URL(`../${path}`, import.meta.url), text)
