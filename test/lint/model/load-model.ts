import {readFileSync} from 'node:fs'
import {LanguageModel} from '../../../src/lint/model/language-model.ts'
import {readModel} from '../../../src/lint/model/model-data.ts'

/** The model as it stands in the repository. */
export const modelFile = readFileSync(new URL('../../../language/en/model.bin', import.meta.url))

export const loadModel = (): LanguageModel => new LanguageModel(readModel(modelFile))
