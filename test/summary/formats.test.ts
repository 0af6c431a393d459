import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import {parseMarkdown} from '../../src/core/text/markdown.ts'
import {isolated} from '../../src/summary/formats/direction.ts'
import {isGenerated} from '../../src/summary/formats/generated.ts'
import {html, renderBody} from '../../src/summary/formats/html.ts'
import {FORMATS} from '../../src/summary/formats/index.ts'
import {json} from '../../src/summary/formats/json.ts'
import {markdown} from '../../src/summary/formats/markdown.ts'
import {pageFor} from '../../src/summary/readers/index.ts'
import {NO_POLICY} from '../../src/core/agency/policy.ts'
import type {Page} from '../../src/summary/formats/format.ts'
import {pageOf as personPageOf} from './folded.ts'

const SETTINGS = {policy: NO_POLICY}

/** The working page of the notes. */
const pageOf = (notes: Readonly<Record<string, string>>): Page =>
  pageFor(personPageOf(notes), 'specialist', SETTINGS)

const quoted = (text: string): string => JSON.stringify(text)
/** A page that says `text` in every kind of place. */
const pageSaying = (text: string) =>
  pageOf({
    '2026-07-01': `place: ${quoted(text)}
strengths: [{name: ${quoted(text)}, evidence: ${quoted(text)}}]
skills: [{name: ${quoted(text)}, from: ${quoted(text)}}]
resources: [{name: ${quoted(text)}, kind: ${quoted(text)}, status: active, next: ${quoted(text)}, contact: ${quoted(text)}}]
goals: [{words: ${quoted(text)}, progress: {says: ${quoted(text)}}, actions: [{what: ${quoted(text)}, who: ${quoted(text)}}]}]
wins: [${quoted(text)}]
preferences: [{about: ${quoted(text)}, says: ${quoted(text)}}]
affirmations: [{said: ${quoted(text)}, reply: ${quoted(text)}}]`,
  })
const EMPTY = {'2026-07-01': 'place: library'}

describe('formats', () => {
  it('are told by id, with the marker of a page that this tool made', () => {
    assert.deepEqual(
      FORMATS.map(({id, extension}) => [id, extension]),
      [
        ['markdown', 'md'],
        ['html', 'html'],
        ['json', 'json'],
      ],
    )
    for (const format of FORMATS) assert.ok(isGenerated(format.render(pageOf(EMPTY))))
    assert.ok(!isGenerated('---\nclient: c-1\n---\n'))
    assert.ok(!isGenerated('# A note\n\n<!-- strengths-notes: generated page -->\n'))
  })

  it('give the same bytes each time', () => {
    for (const format of FORMATS) assert.equal(format.render(pageSaying('a')), format.render(pageSaying('a')))
  })

  it('leave out what is empty', () => {
    const titles = (page: Page): string[] => page.outline.sections.map(({title}) => title)
    assert.deepEqual(titles(pageOf(EMPTY)), ['The last session', 'To start the next note'])
    assert.deepEqual(titles(pageFor(personPageOf(EMPTY), 'person', SETTINGS)), [])
  })

  it('end every line with its note', () => {
    const page = pageOf({'2026-07-01': 'wins: [Slept]\ngoals: [{words: A dog, actions: [Call]}]'})
    const linked = markdown.render(page, {linkTo: ({file, line}) => ({href: `${file}#L${line}`})})
    const lines = linked
      .slice(0, linked.indexOf('## To start'))
      .split('\n')
      .filter((line) => /^\s*- /.test(line))
    assert.ok(lines.length >= 3)
    for (const line of lines) assert.match(line, / \(\[1 Jul\]\(2026-07-01\.md#L\d+\)\)$/)
  })
})

describe('Markdown', () => {
  it('shows hostile text as text', () => {
    const marks = fc.string({
      unit: fc.constantFrom(...'a<>[]()!*_`#&|~$\\:/.-+=1 "'.split('')),
      minLength: 1,
      maxLength: 12,
    })
    const known = fc.constantFrom(
      '<script>alert(1)</script>',
      '[x](javascript:alert(1))',
      '![x](x.png)',
      '<!-- gone -->',
      '1. one',
      '- two',
      '# three',
      '&lt;b&gt;',
      '***',
      'a\n\n# b',
    )
    const allowed = new Set([
      'root',
      'html',
      'heading',
      'paragraph',
      'list',
      'listItem',
      'text',
      'strong',
      'table',
      'tableRow',
      'tableCell',
      'code',
    ])
    fc.assert(
      fc.property(fc.oneof(known, marks), (text) => {
        const tree = parseMarkdown(markdown.render(pageSaying(text)))
        const types: string[] = []
        const visit = (node: {type: string; children?: readonly {type: string}[]}): void => {
          types.push(node.type)
          for (const child of node.children ?? []) visit(child)
        }
        visit(tree.root)
        assert.deepEqual(
          types.filter((type) => !allowed.has(type)),
          [],
        )
        assert.equal(types.filter((type) => type === 'html').length, 1)
      }),
      {numRuns: 60},
    )
  })

  it('ends an address where it should', () => {
    const linked = markdown.render(pageOf({'2026-07-01': 'wins: [Slept]'}), {
      linkTo: () => ({href: 'a b) [c](d.md'}),
    })
    assert.match(linked, /\]\(a%20b%29%20%5Bc%5D%28d\.md\)/)
  })
})

describe('HTML', () => {
  it('shows hostile text as text, in the document and in its style', () => {
    const text = '</style><script>alert(1)</script><img src=x onerror=alert(1)>"\'&lt;'
    const said = pageSaying(text)
    const page = {...said, outline: {...said.outline, title: text}}
    const made = html.render(page)
    assert.ok(!/<(?:script|img)/i.test(made))
    assert.equal(made.match(/<\/style>/g)?.length, 1)
    assert.ok(made.includes('&#x26;lt;'))
  })

  it('follows no address that could run something', () => {
    const page = pageOf({'2026-07-01': 'wins: [Slept]'})
    for (const href of ['javascript:alert(1)', ' JaVa\tScript:alert(1)', 'data:text/html,x'])
      for (const format of FORMATS)
        assert.ok(!/alert|text\/html,/.test(format.render(page, {linkTo: () => ({href})})))
  })

  it('is one file that fetches and runs nothing', () => {
    const made = html.render(pageSaying('words'))
    assert.ok(made.includes(`content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"`))
    assert.ok(!/<(?:script|link|iframe|object)|url\((?!#)|@import|https?:/i.test(made))
  })

  it('names its sections for those who listen', () => {
    const made = renderBody(pageSaying('words'))
    const labelled = [...made.matchAll(/<section id="([^"]+)" aria-labelledby="([^"]+)"/g)]
    assert.ok(labelled.length >= 6)
    for (const [, , label] of labelled) assert.ok(made.includes(`<h2 id="${label}"`))
  })

  it('gives an editor the file and line of each link', () => {
    const made = renderBody(pageOf({'2026-07-01': 'wins: [Slept]'}), {
      linkTo: ({file, line}) => ({href: '#', data: {note: file, line}}),
    })
    assert.match(made, /<a href="#" data-note="2026-07-01\.md" data-line="\d+">/)
    assert.match(made, /<time datetime="2026-07-01">1 Jul<\/time>/)
  })
})

describe('JSON', () => {
  it('has a version and every place', () => {
    const document: unknown = JSON.parse(json.render(pageOf({'2026-07-01': 'wins: [Slept]'})))
    assert.ok(typeof document === 'object' && document !== null)
    const {version, asOf, clients} = document as {
      version: number
      asOf: string
      clients: {id: string; wins: {what: string; evidence: unknown[]}[]}[]
    }
    assert.deepEqual([version, asOf, clients[0]?.id], [1, '2026-07-21', 'c-1'])
    assert.deepEqual(clients[0]?.wins[0]?.evidence, [
      {note: '2026-07-01', file: '2026-07-01.md', line: 4, endLine: 4, date: '2026-07-01'},
    ])
  })
})

describe('text without end or direction', () => {
  const readers = (text: string): Page[] => {
    const page = personPageOf({
      '2026-07-01': `strengths: [{name: ${quoted(text)}, evidence: ${quoted(text)}}]\nwins: [${quoted(text)}, After it]`,
    })
    return [pageFor(page, 'person', SETTINGS), pageFor(page, 'specialist', SETTINGS)]
  }

  it('is cut after two thousand signs on a page, which says how long it was', () => {
    for (const page of readers('x'.repeat(1_000_000)))
      for (const format of [markdown, html]) {
        const made = format.render(page)
        assert.ok(made.length < 100_000)
        assert.match(made, /x{1999}… \(1,000,000 signs in the note\)/)
      }
  })

  it('stays by itself, so that an override turns nothing else around', () => {
    for (const page of readers('\u202Egpj.exe')) {
      assert.match(markdown.render(page), /\u2068\u202Egpj\.exe\u202C\u2069/)
      assert.match(html.render(page), /<bdi class="phrase plain">\u202Egpj\.exe<\/bdi>/)
    }
  })

  it('closes what it opens', () => {
    const signs = fc.string({
      unit: fc.constantFrom(...'ab\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069'),
      maxLength: 12,
    })
    fc.assert(
      fc.property(signs, (text) => {
        let [embedded, isolates] = [0, 0]
        for (const sign of isolated(text)) {
          if (/[\u202A\u202B\u202D\u202E]/.test(sign)) embedded++
          else if (sign === '\u202C') embedded--
          else if (/[\u2066-\u2068]/.test(sign)) isolates++
          else if (sign === '\u2069') isolates--
          assert.ok(embedded >= 0 && isolates >= 0)
        }
        assert.deepEqual([embedded, isolates], [0, 0])
      }),
    )
  })

  it('loses signs that no page shows', () => {
    for (const page of readers('a\u0000\u0007b'))
      for (const format of [markdown, html]) assert.ok(!format.render(page).includes('\u0007'))
  })
})
