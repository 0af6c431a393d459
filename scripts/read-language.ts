import {readdirSync, readFileSync} from 'node:fs'
import {joinPacks} from '../src/lint/language.ts'
import {readPack} from '../src/lint/read-pack.ts'

const FOLDER = new URL('../language/en/', import.meta.url)

/** The packs of the repository, by file. */
export const packFiles = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.yml'))
  .toSorted()
  .map((file) => ({file, pack: readPack(readFileSync(new URL(file, FOLDER), 'utf8'), `language/en/${file}`)}))

/** The language that they make together, and what could not be read of it. */
export const {language, problems} = joinPacks(packFiles.map(({pack}) => pack))
