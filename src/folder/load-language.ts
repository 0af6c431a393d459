import type {Language} from '../lint/entry.ts'
import {joinPacks} from '../lint/language.ts'
import type {Pack} from '../lint/read-pack.ts'
import {Linter} from '../lint/linter.ts'
import {LanguageModel} from '../lint/model/language-model.ts'
import {readModel} from '../lint/model/model-data.ts'

/** The packs that ship with the tool, as the build wrote them. */
export const readBuiltLanguage = (bytes: Uint8Array): Language =>
  JSON.parse(new TextDecoder().decode(bytes)) as Language

/** The model that ships beside the packs. */
export const readBuiltModel = (bytes: Uint8Array): LanguageModel => new LanguageModel(readModel(bytes))

/** A linter for the built-in language with a workspace's packs over it; without a model it reads by the packs alone. */
export function makeLinter(
  language: Language,
  workspacePacks: readonly Pack[],
  model?: LanguageModel,
): Linter {
  const base: Pack = {...language, problems: []}
  return new Linter(joinPacks([base, ...workspacePacks]).language, model)
}
