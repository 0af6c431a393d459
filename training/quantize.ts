import type {Grid, LayerData, NetworkData} from '../src/lint/model/model-data.ts'
import type {Network} from './network.ts'

const GREATEST = 127

/** Numbers in one byte each, every column to the scale of its greatest. */
export function quantize(numbers: Float32Array, columns: number): Grid {
  const scales = new Float32Array(columns)
  numbers.forEach((number, at) => {
    scales[at % columns] = Math.max(scales[at % columns]!, Math.abs(number) / GREATEST)
  })
  const values = Int8Array.from(numbers, (number, at) =>
    scales[at % columns] === 0 ? 0 : Math.round(number / scales[at % columns]!),
  )
  return {columns, values, scales}
}

/** A trained network as it ships; it goes on as its own copy, so that what is measured is what is used. */
export function quantizeNetwork({shape, table, layers, out}: Network): NetworkData {
  const data = ({weight, bias, width, step}: Network['out'], columns: number): LayerData => {
    const rows = Array.from({length: weight.value.length / width}, (_, row) =>
      weight.value.subarray(row * width, row * width + columns),
    )
    const numbers = Float32Array.from(rows.flatMap((row) => [...row]))
    return {step, weights: quantize(numbers, columns), biases: bias.value.slice(0, columns)}
  }
  return {
    learned: quantize(table.value.slice(0, shape.words * shape.learned), shape.learned),
    layers: layers.map((layer) => data(layer, layer.width)),
    out: data(out, shape.classes),
  }
}
