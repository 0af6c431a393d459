import {parseNote} from '../../src/core/note.ts'
import {applyEdits} from '../../src/core/text/span.ts'
import {joinPacks} from '../../src/lint/language.ts'
import {Linter} from '../../src/lint/linter.ts'
import {readPack} from '../../src/lint/read-pack.ts'

/** A linter for a language made up in the test, in packs of YAML. */
export function linterFor(...packs: readonly string[]): Linter {
  const {language, problems} = joinPacks(packs.map((pack, index) => readPack(pack, `${index + 1}.yml`)))
  if (problems.length > 0) throw new Error(problems.map(({line, message}) => `${line} ${message}`).join('\n'))
  return new Linter(language)
}

/** A linter for one entry, its lines as they would stand in a pack. */
export const linterForEntry = (lines: string, category = 'label', others = ''): Linter =>
  linterFor(
    `category: ${category}\nentries:\n  it:\n${lines.replace(/^/gm, '    ')}\n`,
    others || 'names: []',
  )

/** `text` with everything that the linter sees between ‹ and ›. */
export function marked(linter: Linter, text: string): string {
  const edits = linter.lint(parseNote(text)).map(({span}) => ({
    span,
    text: `‹${text.slice(span.start, span.end)}›`,
  }))
  return applyEdits(text, edits)
}

/** `text` after the first offer to apply of its first finding; undefined where there is none. */
export function reframed(linter: Linter, text: string): string | undefined {
  const offer = linter.lint(parseNote(text))[0]?.offers.find(({kind}) => kind === 'apply')
  return offer && applyEdits(text, offer.edits)
}
