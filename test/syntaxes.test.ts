import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import {TEMPLATE_VARIABLES} from '../src/core/template-values.ts'

interface Pattern {
  readonly match: string
  readonly name?: string
}

const {patterns} = JSON.parse(
  readFileSync(new URL('../syntaxes/note-marks.tmLanguage.json', import.meta.url), 'utf8'),
) as {readonly patterns: readonly [variable: Pattern, tabStop: Pattern, switches: Pattern]}

const [variable, tabStop, switches] = patterns
const met = ({match}: Pattern, text: string): string[] =>
  [...text.matchAll(new RegExp(match, 'g'))].map(([whole]) => whole)

describe('the grammar of note marks', () => {
  it('sees the variables that templates have, and no others', () => {
    assert.deepEqual(met(variable, 'client: "{{client}}" {{ date }} {{goal}}'), ['{{client}}', '{{ date }}'])
    const all = Object.keys(TEMPLATE_VARIABLES).map((name) => `{{${name}}}`)
    assert.deepEqual(met(variable, all.join(' ')), all)
  })

  it('sees tab stops with and without choices and suggestions', () => {
    assert.deepEqual(met(tabStop, 'mode: ${2|in-person,phone|} ${3:so far} ${4:{{start}}} ${10} $0 $x'), [
      '${2|in-person,phone|}',
      '${3:so far}',
      '${4:{{start}}}',
      '${10}',
      '$0',
    ])
  })

  it('sees what switches the linter, and not words that only begin so', () => {
    assert.deepEqual(
      met(switches, '<!-- strengths-disable-next-block addict --> strengths-enable strengths-disabled'),
      ['strengths-disable-next-block', 'strengths-enable'],
    )
  })
})
