import {readFile} from 'node:fs/promises'
import {fileURLToPath} from 'node:url'
import type {RecordProfile} from '../core/record/record-profile.ts'
import type {Template} from '../core/templates/template.ts'
import {readBuiltLanguage, readBuiltModel} from '../folder/load-language.ts'
import {readBuiltProfiles} from '../folder/offered-profiles.ts'
import {readTemplates} from '../folder/read-templates.ts'
import type {Language} from '../lint/entry.ts'
import type {LanguageModel} from '../lint/model/language-model.ts'
import {disk} from './disk.ts'

// The bundle lies in `dist`, with the language beside it and the templates one folder up.
const built = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

export const loadLanguage = async (): Promise<Language> =>
  readBuiltLanguage(await readFile(built('language.json')))

/** The model; undefined where none lies there, and the packs do without. */
const loadModel = async (): Promise<LanguageModel | undefined> =>
  readFile(built('model.bin')).then(readBuiltModel, () => undefined)

/** What a linter is made of. */
export const loadLanguageAndModel = async (): Promise<
  readonly [language: Language, model: LanguageModel | undefined]
> => Promise.all([loadLanguage(), loadModel()])

/** The ways to fill the boxes of a record system that ship with the tool. */
export const loadProfiles = async (): Promise<readonly RecordProfile[]> =>
  readBuiltProfiles(await readFile(built('ehr.json')))

/** The templates that ship with the tool, by id. */
export const loadTemplates = async (): Promise<readonly Template[]> =>
  (await readTemplates(disk, built('../templates'))).templates
