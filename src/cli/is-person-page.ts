import type {PersonReader} from '../summary/readers/index.ts'

/**
 * Whether a file of this tool's is the page of one person for a reader, by its name and by what it holds: reports about
 * everybody, pages for other readers and exports stay where they are.
 */
export const isPersonPage =
  (reader: PersonReader, extension: string) =>
  (name: string, text: string): boolean => {
    if (!name.endsWith(`.${extension}`)) return false
    const stem = name.slice(0, -extension.length - 1)
    const isForPerson = /\.person(?:-[0-9a-f]{6})?$/.test(stem)
    if (isForPerson !== (reader === 'person') || OTHER_FILES.test(stem)) return false
    return extension === 'json' ? isDataOfOne(text) : !OF_EVERYBODY.test(text.slice(0, HEAD))
  }

/** Names that reports and exports have. */
const OTHER_FILES = /^(?:caseload$|export(?:-|$)|fhir-)/

/** How a page about everybody says so, as HTML and as Markdown; the style of a page stands before its body. */
const OF_EVERYBODY = /<title>Caseload, as of|^# Caseload$/m
const HEAD = 2000

function isDataOfOne(text: string): boolean {
  try {
    const {reader, clients} = JSON.parse(text) as {readonly reader?: unknown; readonly clients?: unknown}
    return (
      reader !== 'supervisor' && (reader === 'person' || (Array.isArray(clients) && clients.length === 1))
    )
  } catch {
    return false
  }
}
