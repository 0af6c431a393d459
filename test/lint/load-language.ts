import {readdirSync, readFileSync} from 'node:fs'
import {joinPacks} from '../../src/lint/language.ts'
import {Linter} from '../../src/lint/linter.ts'
import {readPack} from '../../src/lint/read-pack.ts'

const FOLDER = new URL('../../language/en/', import.meta.url)

const packs = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.yml'))
  .toSorted()
  .map((file) => ({file, pack: readPack(readFileSync(new URL(file, FOLDER), 'utf8'), file)}))

/** The language as it stands in the repository, and what could not be read of it. */
export const {language, problems} = joinPacks(packs.map(({pack}) => pack))

export const packFiles = packs
export const linter = new Linter(language)
