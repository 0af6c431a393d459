import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import {readModel, writeModel, type Grid, type ModelData} from '../../../src/lint/model/model-data.ts'
import {modelFile} from './load-model.ts'

/** Records as anybody writes them, which is how they are read back. */
const plainRecord = <T extends object>(model: {[K in keyof T]: fc.Arbitrary<T[K]>}): fc.Arbitrary<T> =>
  fc.record(model, {noNullPrototype: true}) as fc.Arbitrary<T>

const grid = fc.tuple(fc.integer({min: 1, max: 9}), fc.integer({min: 1, max: 9})).chain(([rows, columns]) =>
  plainRecord({
    columns: fc.constant(columns),
    values: fc.int8Array({minLength: rows * columns, maxLength: rows * columns}),
    scales: fc.float32Array({minLength: columns, maxLength: columns, noNaN: true}),
  }),
) as fc.Arbitrary<Grid>
const layer = plainRecord({
  step: fc.constant(0),
  weights: grid,
  biases: fc.float32Array({maxLength: 9, noNaN: true}),
})
const network = plainRecord({
  learned: grid,
  layers: fc.array(
    fc.tuple(layer, fc.integer({min: 1, max: 4})).map(([made, step]) => ({...made, step})),
    {minLength: 1, maxLength: 3},
  ),
  out: layer,
})
const model: fc.Arbitrary<ModelData> = plainRecord({
  words: fc.array(fc.stringMatching(/^[a-zé'-]{1,9}$/), {minLength: 1}),
  vectors: grid,
  gate: network,
  taggers: fc.array(network, {maxLength: 2}),
  gateThreshold: fc.double({min: 0, max: 1, noNaN: true}).map((value) => value + 0),
  thresholds: fc.array(fc.integer({min: 0, max: 100}).map((percent) => percent / 100)),
})

describe('the file of a model', () => {
  it('reads back as it was written', () => {
    fc.assert(fc.property(model, (data) => assert.deepEqual(readModel(writeModel(data)), data)))
  })

  it('is no more than half a megabyte', () => {
    assert.ok(modelFile.length <= 500_000, `${modelFile.length} bytes`)
  })
})
