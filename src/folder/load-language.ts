import type {Language} from '../lint/entry.ts'
import {joinPacks} from '../lint/language.ts'
import type {Pack} from '../lint/read-pack.ts'
import {Linter} from '../lint/linter.ts'

/** The packs that ship with the tool, as the build wrote them. */
export const readBuiltLanguage = (bytes: Uint8Array): Language =>
  JSON.parse(new TextDecoder().decode(bytes)) as Language

/** A linter for the built-in language with a workspace's packs over it. */
export function makeLinter(language: Language, workspacePacks: readonly Pack[]): Linter {
  const base: Pack = {...language, problems: []}
  return new Linter(joinPacks([base, ...workspacePacks]).language)
}
