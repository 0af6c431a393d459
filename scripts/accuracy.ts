// Writes docs/accuracy.md: how the linter does on every corpus in test/corpus (npm run accuracy).
import {readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {parseNote} from '../src/core/note.ts'
import {CATEGORIES} from '../src/lint/entry.ts'
import {Linter} from '../src/lint/linter.ts'
import {language} from './read-language.ts'
import {scoreCorpus, type Score} from './score.ts'

const CORPUS = new URL('../test/corpus/', import.meta.url).pathname
const linter = new Linter(language)

const percent = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`

const summaryRow = (name: string, s: Score): string =>
  `| ${name} | ${s.labels} (${s.strong}) | ${s.findings} | ${percent(s.right, s.findings)} | ${percent(s.strongFound, s.strong)} | ${percent(s.categoryRight, s.found)} | ${percent(s.leftAlone, s.lookalikes)} | ${percent(s.offered, s.strongFound)} |`

const scores = ['dev', 'fresh-a', 'fresh-b'].map(
  (name) => [name, scoreCorpus(linter, join(CORPUS, name))] as const,
)
const good = join(CORPUS, 'good/notes')
const goodNotes = readdirSync(good)
const alarms = goodNotes.flatMap((file) => linter.lint(parseNote(readFileSync(join(good, file), 'utf8'))))

const page = [
  '<!-- Made by `npm run accuracy`. -->',
  '',
  '# Accuracy',
  '',
  'Measured on notes annotated by hand against the language guidelines. `dev` is the corpus that the packs were written',
  'beside, its even half held back; `fresh-a` and `fresh-b` were written and annotated from the guidelines alone by people',
  'who had not seen the packs, and the authors of the packs have not read them.',
  '',
  '- **precision**: findings that meet any label, of all findings',
  '- **recall**: strong labels (nearly every supervisor would flag them) that a finding meets, of all strong labels',
  '- **left alone**: look-alikes that no finding touches',
  '- **offered**: strong labels found that come with a reframe',
  '',
  '| corpus | labels (strong) | findings | precision | recall | category right | left alone | offered |',
  '|---|---|---|---|---|---|---|---|',
  ...scores.map(([name, score]) => summaryRow(name, score)),
  '',
  `On the ${goodNotes.length} good notes of \`good\`, which a trained supervisor would leave as they are, there are ${alarms.length} findings.`,
  '',
  '## By category',
  '',
  'Strong labels found, and findings that are right.',
  '',
  `| category | ${scores.map(([name]) => `${name} recall | ${name} precision`).join(' | ')} |`,
  `|---|${scores.map(() => '---|---|').join('')}`,
  ...CATEGORIES.map(
    (category) =>
      `| ${category} | ${scores
        .map(([, {byCategory}]) => {
          const {strong, strongFound, findings, right} = byCategory[category]
          return `${percent(strongFound, strong)} of ${strong} | ${percent(right, findings)} of ${findings}`
        })
        .join(' | ')} |`,
  ),
  '',
].join('\n')

writeFileSync(new URL('../docs/accuracy.md', import.meta.url), page)
console.log(page)
