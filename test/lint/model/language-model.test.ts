import assert from 'node:assert/strict'
import {readdirSync, readFileSync} from 'node:fs'
import {parseNote} from '../../../src/core/note.ts'
import {overlaps} from '../../../src/core/text/span.ts'
import {explainPlace} from '../../../src/lint/explain-place.ts'
import type {Finding} from '../../../src/lint/finding.ts'
import {Linter, type RuleSettings} from '../../../src/lint/linter.ts'
import {language, linter as packs} from '../load-language.ts'
import {loadModel} from './load-model.ts'

const linter = new Linter(language, loadModel())
const CORPUS = new URL('../../corpus/', import.meta.url)
const SEEN = "Suggested she give the women's group a miss until things settle."
const HEAD = '---\nclient: c-014\n---\n\n'

const lint = (text: string, settings?: RuleSettings): Finding[] => linter.lint(parseNote(text), settings)
const ofModel = (text: string, settings?: RuleSettings): Finding[] =>
  lint(text, settings).filter(({rule}) => rule.startsWith('model/'))

function notesOf(...corpora: readonly string[]): {readonly path: string; readonly text: string}[] {
  return corpora.flatMap((corpus) =>
    readdirSync(new URL(`${corpus}/notes`, CORPUS)).map((file) => {
      const path = `${corpus}/notes/${file}`
      return {path, text: readFileSync(new URL(path, CORPUS), 'utf8')}
    }),
  )
}

describe('the model', () => {
  it('sees what the packs have no words for, and asks', () => {
    assert.deepEqual(packs.lint(parseNote(HEAD + SEEN)), [])
    const [finding, ...others] = ofModel(HEAD + SEEN)
    assert.deepEqual([finding?.rule, finding?.severity, others.length], ['model/isolation', 'information', 0])
    assert.match(finding?.message ?? '', /\?$/)
    assert.match(finding?.why ?? '', /What weighed here: “/)
    assert.ok(finding?.offers.every(({kind, text}) => kind === 'ask' && /^\[.+\]$/.test(text)))
    assert.notEqual(finding?.offers.length, 0)
  })

  it('says the same each time it is loaded', () => {
    const again = new Linter(language, loadModel())
    for (const {text} of notesOf('fresh-c').slice(0, 6))
      assert.deepEqual(again.lint(parseNote(text)), lint(text))
  })

  it('says nothing of a quotation or a block quote', () => {
    assert.deepEqual(ofModel(`${HEAD}She said, "${SEEN}"`), [])
    assert.deepEqual(ofModel(`${HEAD}> ${SEEN}`), [])
  })

  it('says nothing of what opens without frontmatter, as it has learned from notes alone', () => {
    assert.deepEqual(ofModel(SEEN), [])
  })

  it('is switched off by a comment, by its rule, by its category, and as a whole', () => {
    assert.deepEqual(ofModel(`${HEAD}<!-- strengths-disable-next-line model/isolation -->\n\n${SEEN}`), [])
    for (const rule of ['model/isolation', 'isolation', 'model'])
      assert.deepEqual(ofModel(HEAD + SEEN, {[rule]: 'off'}), [], rule)
    assert.equal(ofModel(HEAD + SEEN, {model: 'hint'})[0]?.severity, 'hint')
  })

  it('explains itself', () => {
    const [explanation] = explainPlace(linter, parseNote(HEAD + SEEN), {
      start: HEAD.length,
      end: HEAD.length + SEEN.length,
    })
    assert.equal(explanation?.entry.id, 'model/isolation')
    assert.match(explanation?.reason ?? '', /What weighed here/)
  })

  it('adds to what the packs found, and stands on nothing that they have judged', () => {
    for (const {path, text} of notesOf('dev', 'fresh-c')) {
      const both = lint(text)
      const ofPacks = packs.lint(parseNote(text))
      for (const one of both) {
        const isPack = !one.rule.startsWith('model/')
        assert.equal(
          ofPacks.some(({span}) => overlaps(span, one.span)),
          isPack,
          path,
        )
        assert.ok(
          both.every((other) => other === one || !overlaps(one.span, other.span)),
          path,
        )
      }
    }
  })

  it('leaves words of their own category, and short sentences, to the packs', () => {
    for (const text of [
      `${HEAD}He has been noncompliant since March.`,
      `${HEAD}The addict came back on Monday and we sat for a while.`,
    ]) {
      assert.deepEqual(
        lint(text).map(({rule}) => rule),
        packs.lint(parseNote(text)).map(({rule}) => rule),
      )
    }
  })

  it('is silent on notes that nobody would flag', () => {
    for (const {path, text} of notesOf('good', 'good-2'))
      assert.deepEqual(
        ofModel(text).map(({message}) => `${path}: ${message}`),
        [],
      )
  })

  it('reads a text without end in time that grows with it, and breaks on none', () => {
    for (const text of ['word '.repeat(20_000), '', '…', '# \n\n- ', '😀 '.repeat(100)])
      assert.deepEqual(ofModel(HEAD + text), [])
  })
})
