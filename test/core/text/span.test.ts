import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import {applyEdits, contains, overlaps, type Edit} from '../../../src/core/text/span.ts'

/** A text and edits in order that do not overlap: every second stretch between cuts becomes an edit. */
const edited = fc
  .tuple(
    fc.string({unit: 'binary', maxLength: 60}),
    fc.array(fc.nat(60), {maxLength: 12}),
    fc.array(fc.string({unit: 'binary', maxLength: 5}), {minLength: 6, maxLength: 6}),
  )
  .map(([text, cuts, replacements]) => {
    const ordered = cuts.map((cut) => Math.min(cut, text.length)).toSorted((a, b) => a - b)
    const edits: Edit[] = []
    for (let i = 0; i + 1 < ordered.length; i += 2)
      edits.push({
        span: {start: ordered[i] ?? 0, end: ordered[i + 1] ?? 0},
        text: replacements[i / 2] ?? '',
      })
    return {text, edits}
  })

describe('applyEdits', () => {
  it('leaves a text without edits as it is', () => {
    fc.assert(fc.property(fc.string({unit: 'binary'}), (text) => assert.equal(applyEdits(text, []), text)))
  })

  it('leaves everything outside the edits untouched, in whatever order they come', () => {
    fc.assert(
      fc.property(edited, fc.boolean(), ({text, edits}, backwards) => {
        // Two edits at one place have no order of their own, so they keep the one they came in.
        const distinct = edits.filter(({span}, i) => edits[i - 1]?.span.start !== span.start)

        const result = applyEdits(text, backwards ? distinct.toReversed() : distinct)

        let from = 0
        let at = 0
        for (const {span, text: replacement} of distinct) {
          const kept = text.slice(from, span.start)
          assert.equal(result.slice(at, at + kept.length), kept)
          at += kept.length
          assert.equal(result.slice(at, at + replacement.length), replacement)
          at += replacement.length
          from = span.end
        }
        assert.equal(result.slice(at), text.slice(from))
      }),
    )
  })

  it('is undone by the edits that put the old words back', () => {
    fc.assert(
      fc.property(edited, ({text, edits}) => {
        let shift = 0
        const back = edits.map(({span, text: replacement}) => {
          const start = span.start + shift
          shift += replacement.length - (span.end - span.start)
          return {span: {start, end: start + replacement.length}, text: text.slice(span.start, span.end)}
        })
        // Where an insertion meets another edit, both stand at one place and their order is open.
        fc.pre(new Set(back.map(({span}) => span.start)).size === back.length)

        assert.equal(applyEdits(applyEdits(text, edits), back), text)
      }),
    )
  })

  it('puts two insertions at one place in the order they came', () => {
    const here = {start: 1, end: 1}

    assert.equal(
      applyEdits('ab', [
        {span: here, text: '1'},
        {span: here, text: '2'},
      ]),
      'a12b',
    )
  })

  it('refuses edits that overlap, run backwards or lie outside', () => {
    const edit = (start: number, end: number): Edit => ({span: {start, end}, text: 'x'})

    for (const edits of [[edit(0, 2), edit(1, 3)], [edit(2, 1)], [edit(0, 4)], [edit(-1, 0)], [edit(4, 4)]])
      assert.throws(() => applyEdits('abc', edits), RangeError)
  })
})

describe('a span', () => {
  it('overlaps another where they share a unit, and not where they touch', () => {
    assert.equal(overlaps({start: 0, end: 2}, {start: 1, end: 3}), true)
    assert.equal(overlaps({start: 0, end: 2}, {start: 2, end: 3}), false)
    assert.equal(overlaps({start: 2, end: 3}, {start: 0, end: 2}), false)
  })

  it('contains itself and what lies inside', () => {
    assert.equal(contains({start: 1, end: 3}, {start: 1, end: 3}), true)
    assert.equal(contains({start: 1, end: 3}, {start: 2, end: 2}), true)
    assert.equal(contains({start: 1, end: 3}, {start: 0, end: 2}), false)
    assert.equal(contains({start: 1, end: 3}, {start: 2, end: 4}), false)
  })
})
