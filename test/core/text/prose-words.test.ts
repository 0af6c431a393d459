import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import {parseNote} from '../../../src/core/note.ts'
import type {Prose} from '../../../src/core/text/prose.ts'

// Generated source carries its own answer: every word stands between two private signs, taken out before parsing.
const OPEN = '\uE000'
const CLOSE = '\uE001'

interface Word {
  readonly source: string
  readonly plain: string
}
interface Line {
  readonly text: string
  /** True where a paragraph goes on, so that prefixes may be left out. */
  readonly lazy: boolean
}
interface Block {
  readonly lines: readonly Line[]
  readonly words: readonly string[]
}

const letters = fc
  .array(
    fc.constantFrom('a', 'drug', 'Zé', 'i\u0303', 'ß', '🙂', 'x\u00A0y', 'ex\u2011', '12b', "n't", '漢'),
    {
      minLength: 1,
      maxLength: 3,
    },
  )
  .map((parts) => `w${parts.join('')}z`)
const token: fc.Arbitrary<Word> = fc.oneof(
  {weight: 6, arbitrary: letters.map((text) => ({source: text, plain: text}))},
  ...[
    ['&amp;', '&'],
    ['&#233;', 'é'],
    ['&#x1F600;', '😀'],
    ['&NotEqualTilde;', '\u2242\u0338'],
    ['\\*', '*'],
    ['\\_', '_'],
    ['\\|', '|'],
    ['\\\\', '\\'],
    ['&copy', '&copy'],
    ['*dr*', 'dr'],
    ['**u**', 'u'],
    ['<!-- a b -->', ''],
    ['[li](u "t")', 'li'],
  ].map(([source = '', plain = '']) =>
    fc
      .tuple(letters, letters)
      .map(([left, right]) => ({source: left + source + right, plain: left + plain + right})),
  ),
)

const mark = (word: Word): string => OPEN + word.source + CLOSE
const wrapped = (word: Word, marks: readonly [string, string]): string => marks[0] + mark(word) + marks[1]
const wrapping = fc.constantFrom<readonly [string, string]>(
  ['', ''],
  ['', ''],
  ['*', '*'],
  ['**', '**'],
  ['_', '_'],
  ['~~', '~~'],
  ['***', '***'],
  ['(', ')'],
  ['"', '",'],
)
const atom = fc.constantFrom(
  '`co de`',
  '![pic ture](x)',
  '<https://a.org/x>',
  'https://a.org/x,',
  'me@a.org',
  'g/you@a.org',
  '<!-- a b -->',
  '<b>',
)

/** Words and atoms of one line, from a word to a word. */
const inline: fc.Arbitrary<{text: string; words: string[]}> = fc
  .array(
    fc.record({
      word: token.filter(({source}) => !source.includes('*') && !source.includes('[')),
      plainWord: token,
      marks: wrapping,
      gap: fc.oneof(
        {weight: 4, arbitrary: fc.constantFrom(' ', '  ', '\t')},
        atom.map((text) => ` ${text} `),
      ),
    }),
    {minLength: 1, maxLength: 4},
  )
  .map((parts) => {
    const chosen = parts.map(({word, plainWord, marks, gap}) => ({
      word: marks[0] === '' ? plainWord : word,
      marks,
      gap,
    }))
    return {
      text: chosen
        .map(({word, marks, gap}, i) => wrapped(word, marks) + (i < chosen.length - 1 ? gap : ''))
        .join(''),
      words: chosen.map(({word}) => word.plain),
    }
  })

const paragraph: fc.Arbitrary<Block> = fc
  .array(
    fc.record({
      words: inline,
      lineEnd: fc.constantFrom('', '', ' ', '  ', '\\'),
      indent: fc.constantFrom('', '', ' ', '   ', '      ', '\t'),
    }),
    {minLength: 1, maxLength: 4},
  )
  .map((lines) => ({
    lines: lines.map(({words, lineEnd, indent}, i) => ({
      text: (i > 0 ? indent : '') + words.text + (i < lines.length - 1 ? lineEnd : ''),
      lazy: i > 0,
    })),
    words: lines.flatMap(({words}) => words.words),
  }))

const firm = (...lines: readonly string[]): Line[] => lines.map((text) => ({text, lazy: false}))

const heading: fc.Arbitrary<Block> = fc
  .tuple(
    inline,
    fc.constantFrom<readonly [string, string]>(['# ', ''], ['## ', ' ##'], ['', '\n---'], ['', '\n===']),
  )
  .map(([{text, words}, [before, after]]) => ({lines: firm(...(before + text + after).split('\n')), words}))

const table: fc.Arbitrary<Block> = fc
  .array(fc.tuple(inline, inline), {minLength: 1, maxLength: 3})
  .map((rows) => {
    const [head = '', ...rest] = rows.map(([a, b]) => `| ${a.text} |${b.text}|`)
    return {
      lines: firm(head, '|---|:-:|', ...rest),
      words: rows.flatMap(([a, b]) => [...a.words, ...b.words]),
    }
  })

const silent: fc.Arbitrary<Block> = fc
  .constantFrom('```\nco de\n```', '<div>\nht ml\n</div>', '<!-- com ment -->', '***', '[ref]: x "ti tle"')
  .map((text) => ({lines: firm(...text.split('\n')), words: []}))

const joined = (blocks: readonly Block[]): Block => ({
  lines: blocks.flatMap(({lines}, i) => (i > 0 ? [...firm(''), ...lines] : lines)),
  words: blocks.flatMap(({words}) => words),
})

const {blocks} = fc.letrec<{block: Block; blocks: Block}>((tie) => ({
  blocks: fc.array(tie('block'), {minLength: 1, maxLength: 3}).map(joined),
  block: fc.oneof(
    {depthSize: 'small', withCrossShrink: true},
    paragraph,
    heading,
    table,
    silent,
    paragraph.map(({lines, words}) => ({
      lines: lines.map((line, i) => (i === 0 ? {...line, text: `- [ ] ${line.text}`} : line)),
      words,
    })),
    // A block quote, with lazy lines; a bare sign takes the first blank after it for its own.
    fc.tuple(tie('blocks'), fc.constantFrom('> ', '>'), fc.boolean()).map(([inside, sign, lazy]) => {
      const prefix = inside.lines.some(({text}) => /^[ \t]/.test(text)) ? '> ' : sign
      return {
        ...inside,
        lines: inside.lines.map((line) =>
          lazy && line.lazy ? line : {text: prefix + line.text, lazy: false},
        ),
      }
    }),
    // A list of two items.
    fc
      .tuple(tie('blocks'), tie('blocks'), fc.constantFrom('- ', '* ', '1. ', '-   ', '3) '), fc.boolean())
      .map(([one, two, marker, lazy]) => {
        const indent = ' '.repeat(marker.length)
        const item = ({lines}: Block): Line[] =>
          lines.map((line, i) => {
            if (i === 0) return {text: marker + line.text, lazy: false}
            if (lazy && line.lazy) return line
            return {text: line.text && indent + line.text, lazy: false}
          })
        return {lines: [...item(one), ...firm(''), ...item(two)], words: [...one.words, ...two.words]}
      }),
  ),
}))

const yamlWord = letters.filter((text) => !/\s/.test(text.replaceAll('\u00A0', '')))
const yamlValue: fc.Arbitrary<{lines: readonly string[]; words: readonly string[]}> = fc
  .tuple(
    fc.array(yamlWord, {minLength: 2, maxLength: 5}),
    fc.constantFrom('plain', 'single', 'double', 'literal', 'folded', 'indicated', 'items', 'flow', 'map'),
    fc.constantFrom(' ', '\n  ', '  \n   ', ' \n\n  '),
  )
  .map(([words, style, gap]) => {
    const marked = words.map((plain) => mark({source: plain, plain}))
    const single = words.map((plain) => mark({source: plain.replaceAll("'", "''"), plain}))
    const double = words.map((plain) =>
      mark({
        source: plain.replaceAll('é', '\\u00e9').replaceAll('🙂', '\\U0001F642').replace('b', '\\x62'),
        plain,
      }),
    )
    const source = {
      plain: marked.join(gap),
      single: `'${single.join(gap)}'`,
      double: `"${double.join(gap === ' \n\n  ' ? '\\\n  \\ ' : gap)}"`,
      literal: `| # note\n  ${marked.join('\n  ')}`,
      folded: `>-\n\n  ${marked.join('\n  ')}`,
      indicated: `|2+\n   ${marked.join('\n    ')}\n`,
      items: `\n${marked.map((word) => `  - ${word}`).join('\n')}`,
      flow: `[${marked.join(',\n  ')}]`,
      map: `{x: ${marked.join(', y: ')}}`,
    }[style]
    return {lines: source.split('\n'), words}
  })

/** A note as it is typed, with the words that a reader reads and where each one stands. */
interface Answered {
  readonly text: string
  readonly words: readonly string[]
  readonly spans: readonly {start: number; end: number}[]
}

const answered: fc.Arbitrary<Answered> = fc
  .record({
    mark: fc.constantFrom('', '\uFEFF'),
    frontmatter: fc.array(yamlValue, {maxLength: 4}),
    body: blocks,
    lineEnds: fc.constantFrom(['\n'], ['\r\n'], ['\r'], ['\n', '\r\n']),
    last: fc.boolean(),
  })
  .map(({mark: start, frontmatter, body, lineEnds, last}) => {
    const yaml = frontmatter.flatMap(({lines}, i) =>
      lines.map((line, j) => (j === 0 ? `key-${i}: ${line}` : line)),
    )
    const lines = [
      ...(frontmatter.length > 0 ? ['---', ...yaml, '---'] : []),
      ...body.lines.map(({text}) => text),
      ...(last ? [''] : []),
    ]
    const marked =
      start + lines.map((line, i) => (i > 0 ? (lineEnds[i % lineEnds.length] ?? '') : '') + line).join('')
    const spans: {start: number; end: number}[] = []
    let text = ''
    for (const part of marked.split(/([\uE000\uE001])/)) {
      if (part === OPEN) spans.push({start: text.length, end: 0})
      else if (part === CLOSE) spans.push({start: spans.pop()?.start ?? 0, end: text.length})
      else text += part
    }
    return {text, spans, words: [...frontmatter.flatMap(({words}) => words), ...body.words]}
  })

/** Words of a prose: they start with `w`, end with `z`, and no blank but a no-break one lies inside. */
const wordsIn = (prose: Prose): {word: string; span: {start: number; end: number}}[] =>
  [...prose.text.matchAll(/w[^ \t\n\uFFFC]*z/g)].map(({0: word, index}) => ({
    word,
    span: prose.sourceSpan(index, index + word.length),
  }))

describe('words of prose', () => {
  it('are all there in a made-up note, each with its exact place', () => {
    fc.assert(
      fc.property(answered, ({text, words, spans}) => {
        const note = parseNote(text)

        const found = note.prose.flatMap(wordsIn)

        assert.deepEqual(
          found.map(({word}) => word),
          words,
        )
        assert.deepEqual(
          found.map(({span}) => span),
          spans,
        )
      }),
      {numRuns: 150},
    )
  })

  it('read the same from their slice alone', () => {
    fc.assert(
      fc.property(blocks, ({lines}) => {
        const text = lines.map((line) => line.text.replace(/[\uE000\uE001]/g, '')).join('\n')
        for (const {word, span} of parseNote(text).prose.flatMap(wordsIn)) {
          const [alone, ...others] = parseNote(text.slice(span.start, span.end)).prose
          assert.equal(alone?.text, word)
          assert.deepEqual(others, [])
        }
      }),
      {numRuns: 60},
    )
  })
})
