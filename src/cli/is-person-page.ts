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
    return (
      isForPerson === (reader === 'person') &&
      !/^(?:caseload|export|fhir|follow-ups)/.test(stem) &&
      !IS_OF_ALL.test(text)
    )
  }

/** How a page about everybody says so, as HTML and as JSON. */
const IS_OF_ALL = /class="page for-supervisor"|"reader": "supervisor"|"clients": \[/
