import assert from 'node:assert/strict'
import {parseNote} from '../../../src/core/note.ts'
import {ATOM} from '../../../src/core/text/prose.ts'
import {readMarkedPlaces} from '../marked-places.ts'

/** Name, then source with every place that reads `drug addict` between ‹ and ›. Marks go before parsing. */
const CASES: readonly (readonly [string, string])[] = [
  ['plain words', 'The ‹drug addict› came.'],
  ['twice in one line', '‹drug addict›, ‹drug addict›'],
  ['emphasis around', 'A *‹drug addict›* came.'],
  ['emphasis on one word', 'A *‹drug* addict› came.'],
  ['emphasis inside a word', 'A ‹dr*ug* addict› came.'],
  ['emphasis with underscores', 'A _‹drug addict›_ came.'],
  ['emphasis that starts on the second word', 'A ‹drug *addict›* came.'],
  ['strong around', 'A **‹drug addict›** came.'],
  ['strong across', 'A **‹drug** addict› came.'],
  ['strong inside emphasis', 'A ***‹drug** addict›* came.'],
  ['strikethrough', 'A ~~‹drug addict›~~ came.'],
  ['strikethrough with one tilde', 'A ~‹drug~ addict› came.'],
  ['an asterisk that marks nothing', 'A 2 * 3 ‹drug addict›.'],
  ['a soft break', 'A ‹drug\naddict› came.'],
  ['a soft break after a blank', 'A ‹drug \naddict› came.'],
  ['a soft break before indentation', 'A ‹drug\n      addict› came.'],
  ['a soft break before a tab', 'A ‹drug\n\taddict› came.'],
  ['a soft break between two emphases', '*‹drug*\n*addict›* came.'],
  ['a hard break of two blanks', 'A ‹drug  \naddict› came.'],
  ['a hard break of a backslash', 'A ‹drug\\\naddict› came.'],
  ['a hard break in a quote', '> A ‹drug\\\n> addict› came.'],
  ['a block quote', '> A ‹drug addict› came.'],
  ['a block quote over two lines', '> A ‹drug\n> addict› came.'],
  ['a block quote without blanks', '>A ‹drug\n>addict› came.'],
  ['a nested quote', '> > A ‹drug\n> > addict› came.'],
  ['a nested quote with a shorter prefix', '> > A ‹drug\n> addict› came.'],
  ['a lazy line', '> A ‹drug\naddict› came.'],
  ['a lazy line in a nested quote', '>> A ‹drug\naddict› came.'],
  ['a quote sign that is text, far to the right', 'A crowd\n      > ‹drug addict› came.'],
  ['a quote sign that is text, in a quote', '> A crowd\n>      > ‹drug\n> addict› came.'],
  ['an escaped quote sign at the start of a line', '> A crowd\n> \\> ‹drug addict› came.'],
  ['a list item', '- a ‹drug addict›'],
  ['a list item over two lines', '- a ‹drug\n  addict›'],
  ['a lazy line in a list', '- a ‹drug\naddict›'],
  ['a nested list', '- one\n  - a ‹drug\n    addict›\n    - ‹drug addict›'],
  ['a list in a quote in a list', '- > - a ‹drug\n  >   addict›'],
  ['a task list', '- [ ] ‹drug addict›\n- [x] ‹drug\n  addict›'],
  ['a task that starts on the next line', '- [x]\n  ‹drug addict›'],
  ['a task with emphasis', '- [ ] *‹drug* addict›'],
  ['a next item in lower case', '- Met a ‹drug addict›\n- met a ‹drug addict› again'],
  ['an ordered list', '1. a ‹drug addict›\n2) a ‹drug\n   addict›'],
  ['a setext heading', 'A ‹drug addict›\n==='],
  ['a setext heading over two lines', 'A ‹drug\naddict›\n---'],
  ['an ATX heading with closing hashes', '## A ‹drug addict› ##'],
  ['a heading with markup', '# **‹drug** addict›\n\nA ‹drug addict›.'],
  ['a table', '| a | b |\n|---|---|\n| ‹drug addict› | *‹drug* addict› |'],
  ['a table head', '‹drug addict› | b\n:-- | --:\nx | y'],
  ['an escaped pipe in a cell', '| a |\n|---|\n| x \\| ‹drug addict› |'],
  ['a table in a quote', '> | a |\n> |---|\n> | ‹drug addict› |'],
  ['a named entity before', 'Smith &amp; Sons: ‹drug addict›'],
  ['a named entity inside', 'A ‹drug&#32;addict› came.'],
  ['a decimal entity inside', 'A ‹drug addi&#99;t› came.'],
  ['a hexadecimal entity inside', 'A ‹&#x64;rug addic&#X74;›.'],
  ['an entity for an astral sign', '&#x1F600; ‹drug addict›'],
  ['an entity of two signs', '&NotEqualTilde; ‹drug addict›'],
  ['an entity for nothing', '&#0; &#xFFFFFF; ‹drug addict›'],
  ['an entity without a semicolon', 'a &amp b &copy ‹drug addict›'],
  ['a name that is no entity', 'a &nosuch; ‹drug addict›'],
  ['an escaped entity', 'a \\&amp; ‹drug addict›'],
  ['escapes', '\\*a\\* ‹drug addict› \\# \\\\'],
  ['an escape beside', 'A \\_‹drug addict›\\_ came.'],
  ['a backslash that escapes nothing', 'a \\d ‹drug addict›'],
  ['CRLF', 'One.\r\n\r\nA ‹drug\r\naddict› came.\r\n> a ‹drug\r\n> addict›\r\n'],
  ['CRLF with a hard break', 'A ‹drug  \r\naddict› and ‹drug\\\r\naddict›'],
  ['CRLF in a task', '- [x]\r\n  ‹drug addict›'],
  ['a lone CR', 'One.\r\rA ‹drug\raddict› came.\r> a ‹drug\r> addict›'],
  ['tabs', '-\tA ‹drug addict›\n\t-\ta\tb ‹drug\n\t\taddict›'],
  ['a tab after a quote sign', '>\tA ‹drug\n>\taddict›'],
  ['a byte order mark', '\uFEFFA ‹drug\naddict› &amp; a *‹drug* addict›'],
  ['a byte order mark and a heading', '\uFEFF# ‹drug addict›\n\n> ‹drug addict›'],
  ['an astral emoji', '🙂🙂 ‹drug addict› 👩‍👩‍👧 ‹drug addict›'],
  ['combining signs', 'cafe\u0301 n\u0303 ‹drug addict›'],
  ['a sign that NUL stands for', 'a \0 ‹drug addict›'],
  ['code before and after', '`a` ‹drug addict› `b`'],
  ['code with the phrase in it', '`drug addict` ‹drug addict›'],
  ['code between the words', 'drug `x` addict'],
  ['code with two ticks', '`` ` drug addict `` ‹drug addict›'],
  ['fenced and indented code', '```\ndrug addict\n```\n\n    drug addict\n\n‹drug addict›'],
  ['words of a link', 'A [‹drug addict›](https://a.org/drug "drug addict") came.'],
  ['a link over one word', 'A [‹drug](x) addict› came.'],
  ['a link over two lines', 'A [‹drug\naddict›](x) came.'],
  ['a reference link', 'A [‹drug addict›][a] and [‹drug addict›].\n\n[a]: x\n[drug addict]: y "drug addict"'],
  ['brackets that are no link', 'A [‹drug addict›] and [‹drug addict›][none] came.'],
  ['words in place of a picture', 'A ![drug addict](x.png) and a ‹drug addict›'],
  ['a picture in a link', '[![drug addict](x) ‹drug addict›](y)'],
  ['an address in angle brackets', '<https://a.org/drug> ‹drug addict› <me@a.org> ‹drug addict›'],
  ['a bare address', 'https://a.org/drug ‹drug addict› www.a.org. A ‹drug addict›'],
  ['an e-mail address', 'me@a.org, a ‹drug addict›, you.too@a.org and ‹drug\naddict›'],
  ['addresses in open brackets', '[see me@a.org, ‹drug addict› https://a.org/drug_addict, ‹drug addict›]'],
  ['addresses after a slash, in emphasis', '**a/me@a.org** b/you@a.org ‹drug addict›\n> x'],
  ['an escaped address', '\\_me@a.org ‹drug addict› [x https://a.org/?a&amp;b=1 ‹drug addict›'],
  ['a footnote', 'A ‹drug addict›[^1] came.\n\n[^1]: The ‹drug\n    addict› again.'],
  ['a comment inside the phrase', 'A ‹drug<!-- a --> addict› came.'],
  ['a comment on a line of its own', '<!-- drug addict -->\n\nA ‹drug addict›'],
  ['inline HTML', 'A <b title="drug addict">‹drug</b> addict› came.'],
  ['a line break in HTML', 'A ‹drug<br>addict› and ‹drug<br />addict› came.'],
  ['an HTML block', '<div>\ndrug addict\n</div>\n\n‹drug addict›'],
  ['words between two HTML blocks', '<div>\n\n‹drug addict›\n\n</div>'],
  ['frontmatter, then words', '---\nsummary: ‹drug addict›\n---\n\nA ‹drug addict›'],
  ['frontmatter with CRLF', '---\r\na: "‹drug\r\n  addict›"\r\n---\r\nA ‹drug\r\naddict›\r\n'],
  ['frontmatter with a lone CR', '---\ra: ‹drug\r  addict›\rb: ‹drug addict›\r---\rA ‹drug addict›\r'],
  ['frontmatter with a byte order mark', '\uFEFF---\na: ‹drug addict›\n---\n‹drug addict›'],
  ['only frontmatter', '---\na: ‹drug addict›\n---'],
  ['frontmatter without a key', '---\n---\n‹drug addict›'],
  ['definitions alone', '[a]: x "drug addict"\n[b]: y\n\n- [‹drug addict›][a]\n- [‹drug addict›][b]'],
  ['no line end after the last line', 'One.\n\n‹drug addict›'],
  ['blank lines at both ends', '\n\n‹drug addict›\n\n\n'],
  ['an empty file', ''],
  ['only blanks', ' \n\t\n'],
]

/** What a reader sees in a bare slice: an independent and simpler reading than the one under test. */
function readAlone(slice: string): string {
  return slice
    .replace(/<!--.*?-->|<\/\w+>/g, '')
    .replace(/(?:[ \t]*\\?(?:\r\n|\n|\r)[ \t>]*|<br ?\/?>)/g, ' ')
    .replace(/\]\([^)]*\)|[*_~[]/g, '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&#x([\da-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
}

const occurrences = (text: string, phrase: string): {start: number; end: number}[] =>
  [...text.matchAll(new RegExp(phrase, 'g'))].map(({index}) => ({start: index, end: index + phrase.length}))

describe('places in Markdown', () => {
  for (const [name, marked] of CASES)
    it(`are exact with ${name}`, () => {
      const {text, spans} = readMarkedPlaces(marked)

      const note = parseNote(text)

      const found = note.prose.flatMap((prose) =>
        occurrences(prose.text, 'drug addict').map(({start, end}) => prose.sourceSpan(start, end)),
      )
      assert.deepEqual(found, spans)
      for (const {start, end} of found) assert.equal(readAlone(text.slice(start, end)), 'drug addict')
    })

  it('hold runs that leave out every mark between the words', () => {
    const text = '> A **drug** &amp; *dr*ug\n> user'
    const [prose] = parseNote(text).prose
    assert.ok(prose)

    const runs = prose.sourceRuns(2, prose.text.length).map(({start, end}) => text.slice(start, end))

    assert.equal(prose.text, 'A drug & drug user')
    assert.deepEqual(runs, ['drug', ' &amp; ', 'dr', 'ug\n> user'])
  })

  it('are whole at an entity, even for half of the sign that it stands for', () => {
    const text = 'a &#x1F600; b'
    const [prose] = parseNote(text).prose
    assert.ok(prose)

    assert.deepEqual(prose.sourceSpan(3, 4), {start: 2, end: 11})
    assert.deepEqual(prose.sourceSpan(2, 3), {start: 2, end: 11})
  })

  it('stay one atom for code, a picture, an address and a footnote', () => {
    const text = 'a `b c` ![d](e) <https://a.org> https://a.org/x, me@a.org [^1] [g/you@a.org.\n\n[^1]: f'
    const [prose] = parseNote(text).prose
    assert.ok(prose)

    const atoms = occurrences(prose.text, ATOM).map(({start, end}) => prose.sourceSpan(start, end))

    assert.deepEqual(
      atoms.map(({start, end}) => text.slice(start, end)),
      ['`b c`', '![d](e)', '<https://a.org>', 'https://a.org/x', 'me@a.org', '[^1]', 'you@a.org'],
    )
    assert.equal(prose.text, `a ${ATOM} ${ATOM} ${ATOM} ${ATOM}, ${ATOM} ${ATOM} [g/${ATOM}.`)
  })

  it('keep a phrase whole over no-break blanks and hyphens as they stand', () => {
    const text = 'a drug\u00A0addict, an ex\u2011addict'
    const [prose] = parseNote(text).prose
    assert.ok(prose)

    assert.equal(prose.text, text)
    assert.deepEqual(prose.sourceSpan(2, 13), {start: 2, end: 13})
  })
})
