import assert from 'node:assert/strict'
import {frontmatterAt} from '../../../src/core/yaml/frontmatter-at.ts'
import {parseNote} from '../../../src/core/note.ts'

const TEXT = `---
client: c-1
goals:
  - id: g-work
    strengths: [persistence, humor]
wins:
  - what: Up early
  - Sang
---
`

const at = (words: string): string | undefined => {
  const place = frontmatterAt(parseNote(TEXT).frontmatter?.entries ?? [], TEXT.indexOf(words) + 1)
  return (
    place &&
    `${place.on} ${place.path.join('.')} ${place.text} ${TEXT.slice(place.span.start, place.span.end)}`
  )
}

describe('a place in frontmatter', () => {
  it('is a key or a text, with the keys that lead to it', () => {
    assert.equal(at('client'), 'key client client client')
    assert.equal(at('g-work'), 'value goals.id g-work g-work')
    assert.equal(at('humor'), 'value goals.strengths humor humor')
    assert.equal(at('Sang'), 'value wins Sang Sang')
    assert.equal(at('what'), 'key wins.what what what')
  })

  it('is none between them and outside', () => {
    assert.equal(at('- id'), undefined)
    assert.equal(frontmatterAt([], 0), undefined)
    assert.equal(frontmatterAt(parseNote(TEXT).frontmatter?.entries ?? [], 0), undefined)
  })
})
