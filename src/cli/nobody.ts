import type {Summary} from '../summary/summary.ts'

/** What to say where there is no page to show. */
export function nobodyMessage({pages}: Summary, client: string | undefined, folder: string): string {
  if (client === undefined || pages.length === 0)
    return `No session notes in ${folder}: a note names its person in a line such as \`client: c-014\`.`
  return `No note names ${client}; the notes there are about ${pages.map((page) => page.client).join(', ')}.`
}
