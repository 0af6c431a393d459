import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import {toHtml as theirs} from 'hast-util-to-html'
import {h as hast} from 'hastscript'
import {h, toHtml} from '../../src/summary/formats/markup.ts'

describe('markup', () => {
  it('has an id and classes from its selector', () => {
    assert.equal(
      toHtml(h('p#one.line.soft', {dir: 'auto'}, 'Words')),
      '<p id="one" class="line soft" dir="auto">Words</p>',
    )
  })

  it('leaves out what is undefined or false, and takes children in any form', () => {
    assert.equal(
      toHtml(h('ul', {hidden: undefined, dir: false}, ['a', undefined, h('li', [h('b', 'b')]), 'c'])),
      '<ul>a<li><b>b</b></li>c</ul>',
    )
    assert.equal(toHtml(h('p', h('b'))), '<p><b></b></p>')
    assert.equal(toHtml([h('b'), {type: 'text', value: '<'}]), '<b></b>&#x3C;')
  })

  it('calls properties as HTML and SVG do', () => {
    assert.equal(
      toHtml(h('g', {className: ['a', 'b'], strokeWidth: 2, ariaLabelledBy: ['x', 'y'], viewBox: '0 0 1 1'})),
      '<g class="a b" stroke-width="2" aria-labelledby="x y" viewBox="0 0 1 1"></g>',
    )
  })

  it('writes whatever people wrote as a library of others does', () => {
    const odd = fc.oneof(
      fc.string({unit: 'binary'}),
      fc.constantFrom(
        '</p><script>x</script>',
        '"><img src=x onerror=y>',
        "`'&amp;&lt;\0",
        '<!-- -->',
        ']]>',
      ),
    )
    fc.assert(
      fc.property(odd, odd, (words, value) => {
        assert.equal(
          toHtml(h('p.x', {title: value, 'data-note': value}, [words, h('b', words)])),
          theirs(hast('p.x', {title: value, 'data-note': value}, [words, hast('b', words)])),
        )
      }),
    )
  })
})
