import assert from 'node:assert/strict'
import {parse} from 'yaml'
import {textValues} from '../../../src/core/yaml/frontmatter.ts'
import {parseNote} from '../../../src/core/note.ts'
import {readMarkedPlaces} from '../marked-places.ts'

/** Name, then a YAML block in which every place that reads `drug addict` stands between ‹ and ›. */
const CASES: readonly (readonly [string, string])[] = [
  ['a plain line', 'a: the ‹drug addict› came'],
  ['a plain value over lines', 'a: the ‹drug\n  addict› came\n  and a ‹drug  \n\n    addict›'],
  ['a plain value on the line after its key', 'a:\n  the ‹drug addict›\n  came'],
  ['a plain value before a comment', 'a: the ‹drug addict› # drug addict'],
  ['single quotes', "a: 'the ‹drug addict› came'"],
  ['single quotes with a quote in them', "a: 'it''s a ‹drug addict›, isn''t it, ‹drug addict›'"],
  ['single quotes over lines', "a: 'it''s a ‹drug\n  addict›'"],
  ['double quotes', 'a: "the ‹drug addict› came"'],
  [
    'double quotes with escapes',
    'a: "\\u00e9 \\x41 \\U0001F600 \\t\\"x\\" \\\\ ‹drug addict› \\/ ‹drug addict›"',
  ],
  ['double quotes with the phrase in escapes', 'a: "‹d\\u0072ug\\x20addic\\U00000074›"'],
  ['double quotes over lines', 'a: "the ‹drug\n  addict› came"'],
  ['double quotes over a joined line', 'a: "the ‹dr\\\n  ug addict› came"'],
  [
    'double quotes with a blank before a joined line',
    'a: "the ‹drug \\\n  addict› and ‹drug\\\n  \\ addict›"',
  ],
  ['double quotes with an escaped line end after a real one', 'a: "x\n  \\n  y ‹drug addict›"'],
  ['double quotes with a no-break blank after a line end', 'a: "x\n  \u00A0y ‹drug addict›"'],
  ['a literal block', 'a: |\n  the ‹drug addict› came\n  the ‹drug\n  addict›\n'],
  ['a literal block with an empty line', 'a: |+\n  one\n\n  the ‹drug addict›\n\n'],
  ['a literal block with deeper lines', 'a: |\n  one\n    the ‹drug addict›\n  the ‹drug\n     addict›\n'],
  ['a folded block', 'a: >-\n  the ‹drug\n  addict› came\n\n  the ‹drug addict›\n'],
  ['a folded block with deeper lines', 'a: >\n  one\n    - ‹drug addict›\n  two ‹drug\n  addict›\n'],
  ['a block that starts with empty lines', 'a: |\n\n\n  the ‹drug addict›\n'],
  ['a block with an indicator', 'a: |2\n   the ‹drug addict›\n  the ‹drug\n  addict›\n'],
  [
    'a block with a comment after its header',
    'a: >- # drug addict\n  the ‹drug addict›\nb: | # x\n  ‹drug addict›',
  ],
  ['a block with hashes in it', 'a: |\n  # ‹drug addict›\n  b: ‹drug addict›\n'],
  ['a block before a comment', 'a: |\n  the ‹drug addict›\n# drug addict\nb: ‹drug addict›'],
  [
    'sequence items',
    'a:\n  - ‹drug addict›\n  - "‹drug addict›"\n  - b: ‹drug addict›\n    c: ‹drug\n      addict›',
  ],
  ['a sequence without indentation', 'a:\n- ‹drug addict›\n- |\n ‹drug addict›\n'],
  [
    'a block in a sequence, with an indicator',
    'a:\n  - |2\n     x ‹drug addict›\n  - >1-\n   ‹drug\n   addict›\n',
  ],
  ['nested sequences', 'a:\n  - - ‹drug addict›\n    - ‹drug addict›'],
  ['flow sequences', 'a: [‹drug addict›, \'‹drug addict›\', ["‹drug addict›"]]'],
  ['flow sequences over lines', 'a: [\n  the ‹drug\n  addict›,\n  ‹drug addict› ]'],
  ['flow maps', 'a: {b: ‹drug addict›, "c": \'‹drug addict›\'}'],
  ['keys that hold the phrase', 'drug addict: x\n"drug addict 2": ‹drug addict›'],
  ['an anchor and a tag', 'a: &x ‹drug addict›\nb: !!str "‹drug addict›"\nc: &y !!str |\n  ‹drug addict›\n'],
  ['a document end in the block', 'a: ‹drug addict›\n...'],
  ['blanks at the ends', 'a:   ‹drug addict›   \nb: "  ‹drug addict›  "\n\n'],
  ['astral signs and combining signs', 'a: 🙂 cafe\u0301 ‹drug addict›\nb: "🙂\n  ‹drug addict›"'],
]

const LINE_ENDS: readonly (readonly [string, string])[] = [
  ['LF', '\n'],
  ['CRLF', '\r\n'],
  ['a lone CR', '\r'],
]

const words = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Every text below a value as the YAML library gives it. */
function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value
  else if (Array.isArray(value)) for (const item of value) yield* textsIn(item)
  else if (value && typeof value === 'object') for (const item of Object.values(value)) yield* textsIn(item)
}

describe('places in frontmatter', () => {
  for (const [lineEnd, units] of LINE_ENDS)
    for (const mark of ['', '\uFEFF'])
      for (const [name, marked] of CASES)
        it(`are exact in ${name}, with ${lineEnd}${mark && ' and a byte order mark'}`, () => {
          const {text, spans} = readMarkedPlaces(`${mark}---\n${marked}\n---\nx`.replaceAll('\n', units))

          const note = parseNote(text)

          const found = note.prose.flatMap((prose) =>
            [...prose.text.matchAll(/drug\saddict/g)].map(({index}) => prose.sourceSpan(index, index + 11)),
          )
          assert.deepEqual(found, spans)
          assert.deepEqual(note.problems, [])
        })

  for (const [name, marked] of CASES)
    it(`belong to the words that YAML reads in ${name}`, () => {
      const {text} = readMarkedPlaces(marked)

      const values = [...textValues(parseNote(`---\n${text}\n---\n`).frontmatter?.entries ?? [])]

      assert.deepEqual(
        values.map(({value}) => words(value.text)),
        [...textsIn(parse(text, {schema: 'failsafe'}))].map(words),
      )
    })
})
