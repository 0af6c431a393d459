import type {Format} from './format.ts'
import {html} from './html.ts'
import {json} from './json.ts'
import {markdown} from './markdown.ts'

/** What a page can be written as, the plainest first. */
export const FORMATS: readonly Format[] = [markdown, html, json]
