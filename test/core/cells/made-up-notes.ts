import {
  array,
  constantFrom,
  oneof,
  option,
  record,
  string,
  stringMatching,
  tuple,
  type Arbitrary,
} from 'fast-check'

/** Pieces of Markdown that have been the undoing of a notebook, each as lines. */
const BLOCKS: readonly string[] = [
  '# First',
  '   ## Indented and closed ##',
  '#',
  'Setext\n===',
  'Two lines\nof it\n---',
  '---',
  '***',
  'A paragraph.',
  'A paragraph\nof two lines  \nand a break.',
  '    # code by indentation\n\n    more of it',
  '- a\n\n- b\n\n      code in a list',
  '1. one\n   ```\n   # no heading\n   ```\n2. two',
  '- # a heading in a list\n- and\n  after\n  ===',
  '> # a heading in a quote\nlazy line',
  '> ```\n> open in a quote',
  '```\n# no heading\n\n---\n```',
  '````md\n```\n# nested\n```\n````',
  '~~~ yaml title=x\nkey: value\n\n# no heading\n~~~',
  '   ```js\n   indented\n   ```',
  '```\nnever closed\n# no heading',
  '~~~~\nnever closed\n~~~',
  '```strengths\ngoals where status is active\n```',
  '  ```strengths\n  week\n\n  caseload\n  ```',
  '~~~strengths a\nwins since 2026-05\n~~~',
  '- ```strengths\n  goals\n  ```',
  '```strengths\nopen to the end',
  'Use ```x``` here, then # no heading',
  '<div>\n# no heading\n</div>',
  '<!-- a comment\n\n# no heading\n-->',
  '<!-- never closed\n\n# no heading',
  '<script>\n\n# no heading\n</script>',
  '<pre>\n\n# open',
  '<!-- strengths-disable -- result of: week -->\n\n# Kept\n\n| a |\n| --- |\n\n<!-- strengths-enable -- end of the result -->',
  '<!-- strengths-disable -- result of: goals -->\n\n## never ended',
  '| a | b |\n| --- | --- |\n| c | d |',
  '[^1]: a footnote\n\n    with # words',
  '[link]: /there\n===',
  '\tTabs\n\t# no heading',
  '\u00A0# no heading',
  '\uFEFF# after a mark',
  'a\u2028b\u0085c\fd\u000Be',
  '\\# no heading',
  '$$\n# math\n$$',
]

const FRONTMATTERS: readonly string[] = [
  '---\nclient: c-014\n---',
  '---\nclient: c-014\n\ngoals:\n  - words: Sleep\n\n---   ',
  '--- \n---',
  '---\n\n---',
  '---\nwords: |\n  # not a heading\n  ---\n---',
  '---\nnever: closed',
  '---\na: 1\n...\n',
]

const LINE_ENDS: readonly (readonly string[])[] = [
  ['\n'],
  ['\r\n'],
  ['\r'],
  ['\n', '\r\n'],
  ['\n', '\r\n', '\r'],
]

const GAPS = ['\n', '\n\n', '\n\n', '\n\n\n', '\n \t\n', '\n\t'] as const

/** Whole notes, with every kind of line end, gap, block and mark that comes along. */
export const madeUpNote: Arbitrary<string> = record({
  mark: constantFrom('', '', '', '\uFEFF', '\uFEFF\uFEFF'),
  opening: constantFrom('', '', '', '\n', ' \n\n'),
  frontmatter: option(constantFrom(...FRONTMATTERS)),
  blocks: array(
    tuple(
      oneof(
        {weight: 12, arbitrary: constantFrom(...BLOCKS)},
        {weight: 1, arbitrary: string({maxLength: 20, unit: 'binary'})},
        {weight: 2, arbitrary: stringMatching(/^[ \t#>`~<!=*\-\n\r\w|[\]:]{0,24}$/)},
      ),
      constantFrom(...GAPS),
    ),
    {maxLength: 7},
  ),
  end: constantFrom('', '\n', '\n\n', '   ', '\n  '),
  lineEnds: constantFrom(...LINE_ENDS),
}).map(({mark, opening, frontmatter, blocks, end, lineEnds}) => {
  const words = blocks.map(([block, gap]) => block + gap).join('')
  const whole = opening + (frontmatter === null ? '' : `${frontmatter}\n`) + words.trimEnd() + end
  let line = 0
  return mark + whole.replaceAll('\n', () => lineEnds[line++ % lineEnds.length] ?? '\n')
})
