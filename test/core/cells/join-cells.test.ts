import assert from 'node:assert/strict'
import {assert as check, constantFrom, nat, pre, property} from 'fast-check'
import {splitNote, withLineFeeds} from '../../../src/core/cells/note-cells.ts'
import type {EditedCell} from '../../../src/core/cells/write-cell.ts'
import {madeUpNote} from './made-up-notes.ts'
import {edited, NOTE, opened, save, saved, textsOf} from './saved-cells.ts'

describe('an edited cell', () => {
  it('is all that changes', () => {
    check(
      property(
        madeUpNote,
        nat(),
        constantFrom('!', 'new\n\nwords', '```\nopen', '# A'),
        (text, pick, words) => {
          const note = splitNote(text)
          const place = pick % Math.max(1, note.cells.length)
          const cell = note.cells[place]
          pre(cell !== undefined)
          const {raw, after} = cell.origin
          const start = [
            note.lead,
            ...note.cells.slice(0, place).map(({origin}) => origin.raw + origin.after),
          ].join('')
          const end = text.slice(start.length + raw.length + after.length)
          const result = save(note, edited(place, `${cell.text.replace(/\n+$/, '')}${words}`)(opened(note)))
          assert.ok(result.startsWith(start.replace(/[\r\n \t]+$/, '')))
          assert.ok(result.endsWith(end))
          assert.ok(withLineFeeds(result).includes(withLineFeeds(words.split('\n')[0] ?? '')))
        },
      ),
      {numRuns: 500},
    )
  })

  it('leaves the line ends of the lines that nobody touched, and takes those of its note for new ones', () => {
    assert.equal(
      saved('# A\r\none\ntwo\r\nthree\r\n\r\n# B', edited(0, '# A\none\nnew\ntwo\nthree')),
      '# A\r\none\nnew\r\ntwo\r\nthree\r\n\r\n# B',
    )
    assert.equal(saved('# A\r\n\r\n# B\r\n', edited(1, '# B\nmore')), '# A\r\n\r\n# B\r\nmore\r\n')
  })

  it('keeps the dashes around frontmatter as they were', () => {
    assert.equal(
      saved('---  \r\na: 1\r\n--- \r\nx', edited(0, 'a: 2\nb: 3')),
      '---  \r\na: 2\r\nb: 3\r\n--- \r\nx',
    )
    assert.equal(saved('---\n---\nx', edited(0, 'a: 2')), '---\na: 2\n---\nx')
    assert.equal(saved('---\na: 1\n---\nx', edited(0, '')), '---\n---\nx')
  })

  it('keeps the fence and the indentation of a question', () => {
    assert.equal(
      saved('  ~~~strengths\n  week\n  ~~~\n', edited(0, 'goals\n\nweek')),
      '  ~~~strengths\n  goals\n\n  week\n  ~~~\n',
    )
  })

  it('gets a longer fence where its words hold one', () => {
    assert.equal(saved('```strengths\nweek\n```', edited(0, '```\nweek')), '````strengths\n```\nweek\n````')
  })

  it('swallows nothing that follows, whatever it leaves open', () => {
    for (const open of [
      '```\ncode',
      '~~~~\n~~~',
      '<!-- so',
      '<pre>\nx',
      '  <pre>\nx',
      '<?php',
      '<div>',
      '- a\n\n  ```\n  b',
    ]) {
      const text = saved('# A\n\nWords.\n# B\n\nMore.\n', edited(0, `# A\n\n${open}`))
      assert.deepEqual(textsOf(text).at(-1), '# B\n\nMore.', text)
      assert.equal(splitNote(text).cells.length, 2, text)
    }
  })

  it('never makes a heading of its words where the next one is underlined', () => {
    assert.equal(saved('# A\nTwo\n===\n', edited(0, '# A\nwords')), '# A\nwords\n\nTwo\n===\n')
  })

  it('vanishes when it is emptied', () => {
    assert.equal(saved('# A\n\n# B\n\n# C\n', edited(1, '')), '# A\n\n# C\n')
  })
})

describe('cells that move', () => {
  const move = (from: number, to: number) => (cells: EditedCell[]) => {
    const rest = cells.toSpliced(from, 1)
    const cell = cells[from]
    return cell ? rest.toSpliced(to, 0, cell) : cells
  }

  it('get an empty line between them, and the end of the note stays as it was', () => {
    assert.equal(saved('# A\n# B\n# C', move(2, 0)), '# C\n\n# A\n# B')
    assert.equal(saved('# A\r\n\r\n# B\r\n', move(0, 1)), '# B\r\n\r\n# A\r\n')
  })

  it('come back to the same bytes', () => {
    check(
      property(madeUpNote, nat(), nat(), (text, a, b) => {
        const note = splitNote(text)
        const cells = opened(note)
        const [from, to] = [a % Math.max(1, cells.length), b % Math.max(1, cells.length)]
        assert.equal(save(note, move(to, from)(move(from, to)(cells))), text)
      }),
      {numRuns: 500},
    )
  })

  it('are all still there in the new order, none swallowed', () => {
    const closed = madeUpNote.filter((text) => !/^[ \t>-]*<(?!div|pre)/m.test(text))
    check(
      property(closed, nat(), (text, pick) => {
        const note = splitNote(text)
        const headed = note.cells.filter(({text: words}) => /^#{1,6} \w/.test(words))
        const chosen = headed[pick % Math.max(1, headed.length)]
        pre(chosen !== undefined)
        const cells = opened(note)
        const moved = save(note, [...cells.filter(({origin}) => origin !== chosen.origin), chosen])
        assert.ok(
          splitNote(moved).cells.some(({text: words}) => words === chosen.text),
          moved,
        )
      }),
      {numRuns: 500},
    )
  })

  it('leave the frontmatter at the top', () => {
    assert.equal(saved('---\na: 1\n---\n# A\n', move(0, 1)), '---\na: 1\n---\n# A\n')
  })

  it('leave it there where that of another note is pasted above it', () => {
    const [pasted] = opened(splitNote('---\nclient: c-021\n---\n# X\n'))
    assert.ok(pasted)
    assert.equal(
      saved('---\na: 1\n---\n\n# A\n', (cells) => [pasted, ...cells]),
      '---\na: 1\n---\n\n```yaml\nclient: c-021\n```\n\n# A\n',
    )
    assert.equal(
      saved('---\na: 1\n---\n\n# A\n', (cells) => [pasted, ...cells.slice(1)]),
      '---\nclient: c-021\n---\n\n# A\n',
    )
  })

  it('never end up in a list or a footnote that comes to stand above them', () => {
    for (const above of ['- one', '- one\n\n  ```\n  open', '[^1]: words']) {
      const text = saved(`# A\n\n${above}\n\n# B\n\n    # Deep\n\n   # C\n`, (cells) =>
        [0, 2, 1].flatMap((place) => cells[place] ?? []),
      )
      assert.deepEqual(textsOf(text).slice(1), ['   # C', '# B\n\n    # Deep'], text)
    }
    assert.equal(
      saved('# A\n\n- one\n\n# B\n\n   # C\n', move(2, 1)),
      '# A\n\n- one\n\n<!-- -->\n\n   # C\n\n# B\n',
    )
  })

  it('close a fence that was open to the end', () => {
    assert.equal(saved('# A\n\n# B\n\n~~~\nx', move(1, 0)), '# B\n\n~~~\nx\n~~~\n\n# A')
  })
})

describe('cells that come and go', () => {
  it('come with an empty line on each side', () => {
    const add = (cells: EditedCell[]) => cells.toSpliced(1, 0, {language: 'markdown', text: 'New\nwords\n'})
    assert.equal(saved('# A\r\n# B\r\n', add), '# A\r\n\r\nNew\r\nwords\r\n\r\n# B\r\n')
    assert.equal(saved('# A', add), '# A\n\nNew\nwords')
    assert.equal(
      saved('', () => [{language: 'markdown', text: 'New'}]),
      'New\n',
    )
  })

  it('come as a fenced block where they are code', () => {
    const add = (language: string) => (cells: EditedCell[]) => [...cells, {language, text: 'week\n'}]
    assert.equal(saved('# A\n', add('strengths-query')), '# A\n\n```strengths\nweek\n```\n')
    assert.equal(saved('# A\n', add('python')), '# A\n\n```python\nweek\n```\n')
    assert.equal(saved('# A\n', add('yaml')), '# A\n\n```yaml\nweek\n```\n')
  })

  it('become frontmatter at the top of a note that has none', () => {
    assert.equal(
      saved('\n# A\n', (cells) => [{language: 'yaml', text: 'client: c-014'}, ...cells]),
      '---\nclient: c-014\n---\n\n# A\n',
    )
  })

  it('change nothing while they are empty', () => {
    for (const language of ['markdown', 'strengths-query', 'yaml'])
      assert.equal(
        saved(NOTE, (cells) => [...cells, {language, text: '\n'}]),
        NOTE,
      )
  })

  it('take what parted them along when they go', () => {
    assert.equal(
      saved('# A\n# B\n# C\n', (cells) => cells.toSpliced(1, 1)),
      '# A\n\n# C\n',
    )
    assert.equal(
      saved('# A\n\n# B\n', (cells) => cells.slice(0, 1)),
      '# A\n',
    )
    assert.equal(
      saved('---\na: 1\n---\n\n# A\n', (cells) => cells.slice(1)),
      '# A\n',
    )
  })

  it('may be split, and read as the two blocks they were made', () => {
    const split =
      (first: string, second: string) =>
      ([cell]: EditedCell[]) => [
        {...cell, text: first} as EditedCell,
        {language: cell?.language ?? '', text: second},
      ]
    assert.equal(saved('One.\n\nTwo.\n', split('One.\n\n', 'Two.')), 'One.\n\nTwo.\n')
    assert.equal(saved('One.\nTwo.\n', split('One.', 'Two.')), 'One.\n\nTwo.\n')
    assert.equal(saved('---\na: 1\nb: 2\n---\n', split('a: 1', 'b: 2')), '---\na: 1\nb: 2\n---\n')
    assert.equal(
      saved('---\r\na: 1\r\nb: 2\r\n---\r\n', split('a: 1', 'b: 3')),
      '---\r\na: 1\r\nb: 3\r\n---\r\n',
    )
  })

  it('may be joined with the next, with what stood between them', () => {
    const join = ([first, second, ...rest]: EditedCell[]) => [
      {...first, text: `${first?.text}\n${second?.text}`} as EditedCell,
      ...rest,
    ]
    const text = 'One.\r\n\r\n\r\n# Two\r\n\r\n# Three\r\n'
    assert.equal(saved(text, join), text)
    assert.equal(
      saved(text, (cells) => join(join(cells))),
      text,
    )
    assert.equal(
      saved(text, (cells) => edited(0, `${join(cells)[0]?.text}\nmore`)(join(cells))),
      'One.\r\n\r\n\r\n# Two\r\nmore\r\n\r\n# Three\r\n',
    )
  })

  it('may be copied, in the bytes they have', () => {
    assert.equal(
      saved('# A\r\nx\n\n# B\n', (cells) => [...cells, ...cells.slice(0, 1)]),
      '# A\r\nx\n\n# B\n\n# A\r\nx\n',
    )
  })
})
