import {stopsIn, templateParts} from './template-parts.ts'

/** A line of a template as it will be written: for whom, and with its tab stops moved so that each is met once. */
export interface PersonLine {
  readonly line: string
  /** Where it stands in the template, from 0. */
  readonly index: number
  /** Which of the people it is for; undefined for what all of them share. */
  readonly person: number | undefined
  readonly moveStop: (stop: number) => number
}

/** A line that begins with the person's id, as a list item or a key. */
const BEGINS_WITH_PERSON = /^([ \t]*)(?:-[ \t]+)?["']?\{\{\s*client\s*\}\}/

interface Block {
  readonly start: number
  readonly end: number
  readonly first: number
  /** How many numbers its tab stops take up. */
  readonly width: number
}

/**
 * Lays out `lines` for so many people: what begins with `{{client}}` in the frontmatter, with the deeper lines
 * below it, is written once for each; everything else once.
 */
export function layOutForPeople(lines: readonly string[], frontmatter: number, people: number): PersonLine[] {
  const blocks = people > 0 ? findBlocks(lines, frontmatter) : []
  const moved = (stop: number): number =>
    blocks.reduce(
      (sum, {first, width}) => sum + (width > 0 && stop >= first + width ? width * (people - 1) : 0),
      stop,
    )
  const out: PersonLine[] = []
  for (let at = 0; at < lines.length;) {
    const block = blocks.find(({start}) => start === at)
    const end = block?.end ?? at + 1
    for (let person = 0; person < (block ? people : 1); person++)
      for (const [offset, line] of lines.slice(at, end).entries())
        out.push({
          line,
          index: at + offset,
          person: block && person,
          moveStop: (stop) => (stop === 0 ? 0 : moved(stop) + (block ? block.width * person : 0)),
        })
    at = end
  }
  return out
}

function findBlocks(lines: readonly string[], frontmatter: number): Block[] {
  const blocks: Block[] = []
  for (let start = 0; start < frontmatter;) {
    const indent = BEGINS_WITH_PERSON.exec(lines[start] ?? '')?.[1]
    let end = start + 1
    if (indent !== undefined && indent !== '') {
      while (end < frontmatter && isDeeper(lines[end] ?? '', indent.length)) end++
      const stops = lines.slice(start, end).flatMap((line) => stopsIn(templateParts(line)))
      const numbers = stops.map(({number}) => number).filter((number) => number > 0)
      const first = Math.min(...numbers)
      blocks.push({start, end, first, width: numbers.length > 0 ? Math.max(...numbers) - first + 1 : 0})
    }
    start = end
  }
  return blocks
}

const isDeeper = (line: string, indent: number): boolean => line.length - line.trimStart().length > indent
