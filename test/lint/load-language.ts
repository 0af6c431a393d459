import {language} from '../../scripts/read-language.ts'
import {Linter} from '../../src/lint/linter.ts'

export {language, packFiles, problems} from '../../scripts/read-language.ts'

/** A linter for the language as it stands in the repository. */
export const linter = new Linter(language)
