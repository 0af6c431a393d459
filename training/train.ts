// npm run train               makes language/en/model.bin from all examples of the repository; the same bytes each time
// npm run train -- --words    makes the word table anew first, for words that new examples use; fetches a package
// npm run train -- --held-out measures models on corpora that they were not trained on, and writes held-out.json
import {writeFileSync} from 'node:fs'
import {writeModel} from '../src/lint/model/model-data.ts'
import {spelled} from '../src/lint/model/word-rows.ts'
import {readAllExamples} from './all-examples.ts'
import {makeModel} from './make-model.ts'
import {makeWordTable} from './make-word-table.ts'
import {measureHeldOut} from './measure-held-out.ts'
import {readWordTable, writeWordTable} from './word-table.ts'

const examples = readAllExamples()
const started = performance.now()

if (process.argv.includes('--words'))
  writeWordTable(makeWordTable(new Set(examples.flatMap(({words}) => words.map(({norm}) => spelled(norm))))))

const table = readWordTable()
if (process.argv.includes('--held-out')) {
  const measured = measureHeldOut(examples, table)
  writeFileSync(new URL('held-out.json', import.meta.url), `${JSON.stringify(measured, undefined, 2)}\n`)
} else {
  const file = writeModel(makeModel(examples, table))
  writeFileSync(new URL('../language/en/model.bin', import.meta.url), file)
  console.log(`language/en/model.bin: ${file.length} bytes from ${examples.length} sentences`)
}
console.log(`${((performance.now() - started) / 1000).toFixed(0)} s`)
