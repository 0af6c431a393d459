import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {contentsOf, inFolder, strengths} from './strengths.ts'

const FIRST =
  '\uFEFF---\r\nclient: c-1\r\ndate: 2026-07-07\r\ngoals:\r\n  - id: g-work\r\n    words: Weld\r\n---\r\n\r\nOn g-work.\r\n'
const SECOND = '---\nclient: c-1\ndate: 2026-07-14\nwins: [{what: Up early, goals: [g-work]}]\n---\n'
const FILES = {'a.md': FIRST, 'b.md': SECOND, 'c.md': '---\nclient: c-2\ndate: 2026-07-14\n---\n'}
const ARGS = ['rename', '.', '--client', 'c-1', '--goal', 'g-work', '--to', 'g-hands']

describe('strengths rename', () => {
  it('shows every place and changes nothing, where it is only asked', () =>
    inFolder(FILES, async (folder) => {
      const before = contentsOf(folder)
      const {code, out, err} = await strengths(folder, [...ARGS, '--dry-run'])
      assert.equal(code, 0, err)
      assert.equal(
        out,
        'a.md:5  g-work → g-hands\na.md:5  + was: g-work\na.md:9  in the text, left as it is: On g-work.\nb.md:4  g-work → g-hands\n',
      )
      assert.equal(err, '3 places in 2 notes; nothing was changed.\n')
      assert.deepEqual(contentsOf(folder), before)
    }))

  it('changes the places and nothing else, marks and line ends kept', () =>
    inFolder(FILES, async (folder) => {
      const {code, err} = await strengths(folder, ARGS)
      assert.equal(code, 0, err)
      assert.equal(
        readFileSync(join(folder, 'a.md'), 'utf8'),
        FIRST.replace('id: g-work', 'id: g-hands\r\n    was: g-work'),
      )
      assert.equal(readFileSync(join(folder, 'b.md'), 'utf8'), SECOND.replace('g-work', 'g-hands'))
      assert.equal(readFileSync(join(folder, 'c.md'), 'utf8'), FILES['c.md'])
    }))

  it('says why it cannot, and changes nothing', () =>
    inFolder(FILES, async (folder) => {
      const before = contentsOf(folder)
      const said = async (...args: string[]): Promise<string> => {
        const {code, err} = await strengths(folder, ['rename', '.', ...args])
        assert.equal(code, 2)
        return err
      }
      assert.match(await said('--client', 'c-1', '--to', 'c-2'), /another person/)
      assert.match(await said('--client', 'c-9', '--to', 'c-8'), /No note there names c-9/)
      assert.match(await said('--client', 'c-1', '--goal', 'g-x', '--to', 'g-y'), /No note says “g-x”/)
      assert.match(await said('--client', 'c-1', '--goal', 'a', '--strength', 'b', '--to', 'c'), /One thing/)
      assert.deepEqual(contentsOf(folder), before)
    }))
})
