import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import {parseNote, type Note} from '../../src/core/note.ts'
import {applyEdits} from '../../src/core/text/span.ts'
import type {Finding} from '../../src/lint/finding.ts'
import {fixNote} from '../../src/lint/fix-note.ts'
import {language, linter} from './load-language.ts'
import {linterFor, linterForEntry, marked} from './made-up.ts'

/** The sentences that the shipped packs say they see, their square brackets taken out. */
const SENTENCES = language.entries
  .filter(({category}) => category !== 'strength')
  .flatMap(({flagged}) => flagged.map((sentence) => sentence.replace(/[[\]]/g, '')))

/** What a note is composed of, one sentence or two in each. */
const BLOCKS: readonly ((one: string, two: string) => string)[] = [
  (one, two) => `${one} ${two}`,
  (one, two) => `${one.replaceAll(' ', '\n')}\n${two}`,
  (one, two) => `- ${one}\n- ${two}`,
  (one, two) => `1. ${one}\n   - ${two.replaceAll(' ', '\n     ')}`,
  (one, two) => `- [ ] ${one}\n- [x] ${two}`,
  (one, two) => `> ${one}\n>\n> ${two}`,
  (one, two) => `*${one}* **${two}**`,
  (one, two) => `${one.replace(/(\w+) (\w+)/, '**$1** _$2_')} ${two.replace(/(\w\w)(\w+)/, '$1*$2*')}`,
  (one, two) => `## ${one}\n\n${two}`,
  (one, two) => `| a | b |\n|---|---|\n| ${one.replaceAll('|', '\\|')} | *${two.replaceAll('|', '\\|')}* |`,
  (one, two) => `He said, “${one}” ${two}`,
  (one, two) => `\`${one}\` ${two}`,
  (one, two) => `[${one}](https://example.org/${two.length}) ${two.replaceAll(' ', '&#32;')}`,
  (one, two) => `🙂 ${one}\t${two}  \n${one}`,
]

const FRONT: readonly ((sentence: string) => string)[] = [
  () => '',
  (sentence) => `---\nclient: c-1\ndate: 2026-07-14\nwins:\n  - ${JSON.stringify(sentence)}\n---\n\n`,
  (sentence) =>
    `---\nclient: c-1\ndate: 2026-07-14\nstories:\n  - '${sentence.replaceAll("'", "''")}'\n---\n\n`,
  (sentence) =>
    `---\nclient: c-1\ndate: 2026-07-14\nreflections:\n  - >-\n    ${sentence.replaceAll(' ', '\n    ')}\n---\n\n`,
]

const sentence = fc.constantFrom(...SENTENCES)

const notes = fc
  .record({
    front: fc.tuple(fc.constantFrom(...FRONT), sentence).map(([write, words]) => write(words)),
    blocks: fc.array(
      fc.tuple(fc.constantFrom(...BLOCKS), sentence, sentence).map(([write, one, two]) => write(one, two)),
      {minLength: 1, maxLength: 6},
    ),
    eol: fc.constantFrom('\n', '\r\n'),
    mark: fc.constantFrom('', '\uFEFF'),
  })
  .map(({front, blocks, eol, mark}) => mark + `${front}${blocks.join('\n\n')}\n`.replaceAll('\n', eol))

/** The blocks of a note, as what they are. */
const outline = (note: Note): string[] =>
  note.prose.map(({kind, quoted, path}) => `${kind} ${quoted} ${path.join('.')}`)

/** What a text reads as with its markup gone, white space as single blanks. */
const projected = (text: string): string =>
  parseNote(text)
    .prose.map((prose) => prose.text)
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()

const wordsOf = ({message}: Finding): string => /^“([\s\S]*?)” /.exec(message)?.[1] ?? ''

const RUNS = {numRuns: Number(process.env['RUNS'] ?? 150)}

describe('generated notes of sentences from the packs', () => {
  it('hold findings', () => {
    const seen = fc.sample(notes, 50).filter((text) => linter.lint(parseNote(text)).length > 0)
    assert.ok(seen.length > 40)
  }).timeout(120_000)

  it('are changed by fixes only where the fixes are, keep their blocks, and are not flagged there again', () => {
    fc.assert(
      fc.property(notes, (text) => {
        const note = parseNote(text)
        const edits = fixNote(linter, note).toSorted((a, b) => a.span.start - b.span.start)
        const fixed = applyEdits(text, edits)
        let [before, after] = [0, 0]
        for (const {span, text: replacement} of edits) {
          const kept = text.slice(before, span.start)
          assert.equal(fixed.slice(after, after + kept.length), kept)
          after += kept.length + replacement.length
          before = span.end
        }
        assert.equal(fixed.slice(after), text.slice(before))
        const again = parseNote(fixed)
        assert.deepEqual(outline(again), outline(note))
        const findings = linter.lint(again)
        let shift = 0
        for (const {span, text: replacement} of edits) {
          const [start, end] = [span.start + shift, span.start + shift + replacement.length]
          shift += replacement.length - (span.end - span.start)
          const met = findings.find((finding) => finding.span.start < end && start < finding.span.end)
          assert.equal(met && `${met.rule}: ${fixed.slice(start, end)}`, undefined)
        }
      }),
      RUNS,
    )
  }).timeout(300_000)

  it('are the same after every single offer to apply, outside its edits, and keep their blocks', () => {
    fc.assert(
      fc.property(notes, (text) => {
        const note = parseNote(text)
        for (const {offers, span} of linter.lint(note))
          for (const {edits} of offers.filter(({kind}) => kind === 'apply')) {
            const fixed = applyEdits(text, edits)
            assert.deepEqual(outline(parseNote(fixed)), outline(note))
            const places = edits.map((edit) => edit.span)
            const before = text.slice(Math.min(...places.map(({start}) => start)), span.start)
            assert.match(
              before,
              /^(?:an?(?:[\s>*_]|&#32;)+)?$/i,
              'An article may go with the words, nothing else before them.',
            )
            assert.ok(places.every(({end}) => end <= span.end))
          }
      }),
      RUNS,
    )
  }).timeout(300_000)

  it('hold at the place of a finding, read alone, the words that were met', () => {
    fc.assert(
      fc.property(notes, (text) => {
        const note = parseNote(text)
        for (const finding of linter.lint(note)) {
          const {start, end} = finding.span
          const inFrontmatter = (note.frontmatter?.span.end ?? 0) > start
          // A quote or list prefix inside the place is no markup of its own when it is read alone.
          const source = text.slice(start, end).replace(/(\r?\n)[ \t]*(?:>[ \t]?)*[ \t]*/g, '$1')
          if (inFrontmatter) continue
          const alone = projected(source.replace(/(?<!\\)[*_]+/g, ''))
          assert.equal(
            alone,
            wordsOf(finding).replace(/\s+/g, ' ').trim(),
            JSON.stringify(text.slice(start, end)),
          )
        }
      }),
      RUNS,
    )
  }).timeout(300_000)

  it('hold findings in the order of the text, none over another', () => {
    fc.assert(
      fc.property(notes, (text) => {
        let from = 0
        for (const {span} of linter.lint(parseNote(text))) {
          assert.ok(from <= span.start && span.start < span.end && span.end <= text.length)
          from = span.end
        }
      }),
      RUNS,
    )
  }).timeout(300_000)

  it('give the same findings each time', () => {
    fc.assert(
      fc.property(notes, (text) => {
        assert.deepEqual(linter.lint(parseNote(text)), linter.lint(parseNote(text)))
      }),
      {numRuns: 20},
    )
  }).timeout(300_000)
})

describe('the linter', () => {
  it('reads the conditions of an entry', () => {
    const linter = linterForEntry(
      'phrases: [clean]\nunless: {before: [very], after: [(the|a) kitchen], sentence: [soap]}\nonly: {sentence: [he, she]}',
    )
    assert.equal(
      marked(
        linter,
        'He is clean. He is very clean. He will clean the kitchen. He has soap, clean. It is clean.',
      ),
      'He is ‹clean›. He is very clean. He will clean the kitchen. He has soap, clean. It is clean.',
    )
  })

  it('sees doubting marks only, where an entry says so', () => {
    const linter = linterForEntry('phrases: [lost]\nscare-quotes: true')
    assert.equal(
      marked(linter, 'He “lost” it. He lost it. She said it was “lost”.'),
      'He ‹“lost”› it. He lost it. She said it was “lost”.',
    )
  })

  it('weighs a finding as the settings say, a rule before its category', () => {
    const linter = linterFor(
      'category: blame\nentries: {lazy: {phrases: [lazy]}, idle: {phrases: [idle], severity: hint}}',
    )
    const weights = (settings: Parameters<typeof linter.lint>[1]) =>
      linter.lint(parseNote('lazy, idle'), settings).map(({severity}) => severity)
    assert.deepEqual(weights({}), ['warning', 'hint'])
    assert.deepEqual(weights({blame: 'error', idle: 'off'}), ['error'])
    assert.deepEqual(weights({blame: 'off', idle: 'information'}), ['information'])
  })

  it('sees strengths apart from what it offers on', () => {
    const linter = linterFor('category: strength\nentries: {cooked: {phrases: [cooked]}}')
    const note = parseNote('**He** cooked.')
    assert.deepEqual(linter.lint(note), [])
    assert.deepEqual(linter.sightings(note), [{rule: 'cooked', start: 7, end: 13}])
  })

  it('reads no code, no comment, no address, no placeholder, no key', () => {
    const linter = linterForEntry('phrases: [addict]')
    const text =
      '---\nclient: c-1\naddict: x\nwins: ["${1:addict}"]\n---\n\n`addict` <!-- addict --> [addict] {{addict}} https://a.org/addict ![addict](a)\n\n    addict\n\n```\naddict\n```\n'
    assert.equal(marked(linter, text), text)
  })

  for (const [name, text] of [
    ['one sentence without end', 'he is a lazy addict and "lazy" too '.repeat(1500)],
    ['a list', '- he is a lazy addict\n'.repeat(8000)],
    ['emphasis', '*lazy* ad*dict* '.repeat(1500)],
  ] as const)
    it(`takes time that grows with the text: ${name}`, () => {
      const linter = linterFor(
        'category: blame\nentries: {lazy: {phrases: ["(is ... )? lazy"], offers: [{apply: tired}], unless: {sentence: [never ever]}}}',
        'category: label\nentries: {addict: {phrases: [addict], offers: [{apply: person}]}}',
      )
      const started = performance.now()
      assert.ok(linter.lint(parseNote(text)).length > 1000)
      assert.ok(performance.now() - started < 30_000)
    }).timeout(120_000)
})
