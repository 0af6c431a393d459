import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import {MappedTextBuilder} from '../../../src/core/text/source-map.ts'

/** Pieces as a reader adds them: forward in the source, with gaps, some of another length than their source. */
const pieces = fc.array(
  fc.record({
    text: fc.string({minLength: 1, maxLength: 4}),
    extra: fc.constantFrom(0, 0, 0, 3),
    gap: fc.constantFrom(0, 0, 1, 5),
  }),
  {minLength: 1, maxLength: 12},
)

interface Place {
  readonly start: number
  readonly end: number
}

describe('MappedTextBuilder', () => {
  it('gives every stretch the place of its first and last unit', () => {
    fc.assert(
      fc.property(pieces, fc.nat(), fc.nat(), (parts, a, b) => {
        const builder = new MappedTextBuilder()
        const units: Place[] = []
        let at = 0
        for (const {text, extra, gap} of parts) {
          const start = at + gap
          const end = start + text.length + extra
          builder.add(text, start, end)
          for (let i = 0; i < text.length; i++)
            units.push(extra > 0 ? {start, end} : {start: start + i, end: start + i + 1})
          at = end
        }
        const mapped = builder.build()
        const from = a % units.length
        const to = from + 1 + (b % (units.length - from))

        const span = mapped.sourceSpan(from, to)
        const runs = mapped.sourceRuns(from, to)

        assert.deepEqual(span, {start: units[from]?.start, end: units[to - 1]?.end})
        assert.deepEqual(runs[0]?.start, span.start)
        assert.deepEqual(runs.at(-1)?.end, span.end)
        const covered = new Set<number>()
        for (const run of runs) for (let i = run.start; i < run.end; i++) covered.add(i)
        const expected = new Set<number>()
        for (const unit of units.slice(from, to)) for (let i = unit.start; i < unit.end; i++) expected.add(i)
        assert.deepEqual([...covered], [...expected])
        for (const [i, run] of runs.entries()) assert.ok(run.start > (runs[i - 1]?.end ?? -1))
      }),
      {numRuns: 1000},
    )
  })

  it('reads nothing from nothing', () => {
    const mapped = new MappedTextBuilder().build()

    assert.equal(mapped.text, '')
    assert.deepEqual(mapped.sourceRuns(0, 0), [])
    assert.deepEqual(mapped.sourceSpan(0, 1), {start: 0, end: 0})
  })

  it('stays quick with a hundred thousand pieces', () => {
    const builder = new MappedTextBuilder()
    for (let i = 0; i < 100_000; i++) builder.add('ab', i * 3, i * 3 + 2)
    const mapped = builder.build()

    const runs = mapped.sourceRuns(0, mapped.text.length)

    assert.equal(runs.length, 100_000)
    for (let i = 0; i < 100_000; i++) assert.equal(mapped.sourceSpan(i * 2, i * 2 + 2).start, i * 3)
  })
})
