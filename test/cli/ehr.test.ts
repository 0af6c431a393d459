import assert from 'node:assert/strict'
import {contentsOf, inFolder, strengths} from './strengths.ts'

const note = (client: string, body: string, keys = ''): string =>
  `---\nclient: ${client}\ndate: 2026-07-14\n${keys}---\n\n${body}\n`
const PLAIN = note('c-014', '## What we did\n\nFilled in the *form*.', 'goals: [Own place]\n')

describe('strengths ehr', () => {
  it('prints the boxes of GIRP as plain text, and changes nothing', () =>
    inFolder({'n.md': PLAIN}, async (folder) => {
      const before = contentsOf(folder)
      const {code, out, err} = await strengths(folder, ['ehr', 'n.md'])
      assert.equal(code, 0)
      assert.equal(err, '')
      assert.equal(
        out,
        `Goal
Own place

Intervention
Filled in the form.

Response
This note does not say how the person responded.

Plan
This note names no next step.
`,
      )
      assert.deepEqual(contentsOf(folder), before)
    }))

  it('prints one box of another format, from standard input too', () =>
    inFolder({'n.md': PLAIN}, async (folder) => {
      const args = ['--format', 'PIE', '--box', 'Purpose']
      assert.equal((await strengths(folder, ['ehr', 'n.md', ...args])).out, 'Own place\n')
      assert.equal((await strengths(folder, ['ehr', '-', ...args], PLAIN)).out, 'Own place\n')
    }))

  it('gives boxes with lines and places as JSON', () =>
    inFolder({'n.md': PLAIN}, async (folder) => {
      const {out} = await strengths(folder, ['ehr', 'n.md', '--json', '--format', 'dap'])
      const {client, date, format, boxes} = JSON.parse(out) as {
        readonly [key: string]: unknown
        readonly boxes: readonly {readonly title: string; readonly text: string; readonly lines: unknown[]}[]
      }
      assert.deepEqual([client, date, format], ['c-014', '2026-07-14', 'dap'])
      assert.deepEqual(boxes[0]?.lines, [{text: 'Filled in the form.', line: 9}])
      assert.deepEqual(
        boxes.map(({title, text}) => [title, text]),
        [
          ['Data', 'Filled in the form.'],
          ['Assessment', "Goals, in the person's words:\nOwn place"],
          ['Plan', ''],
        ],
      )
    }))

  it('stops at another person’s id, whether a note or the client list knows it', () =>
    inFolder(
      {
        'a.md': note('c-014', 'Walked with c-021.'),
        'b.md': note('c-021', 'Text.'),
        'c.md': note('c-014', 'Talked about c-033.'),
        'd.md': note('c-014', 'Maria Alvarez drove.'),
        '.strengths/clients.yml': 'c-033: {name: Maria Alvarez}\nc-014:\n',
      },
      async (folder) => {
        for (const [file, words] of [
          ['a.md', 'c-021'],
          ['c.md', 'c-033'],
          ['d.md', 'Maria Alvarez'],
        ] as const) {
          const {code, out, err} = await strengths(folder, ['ehr', file])
          assert.equal(code, 1)
          assert.equal(out, '')
          assert.match(err, new RegExp(`^${file}:6  “${words}” stands for another person\\.`))
        }
      },
    ))

  it('takes one person’s block of a group note, and stops where it names another member', () =>
    inFolder(
      {
        'g.md': `---\nclients: [c-014, c-021]\ndate: 2026-07-14\nwins: [Nobody's]\neach:\n  c-014:\n    wins: [Spoke first]\n  c-021:\n    wins: [Listened to c-014]\n---\n\nWe sang.\n`,
      },
      async (folder) => {
        const which = await strengths(folder, ['ehr', 'g.md'])
        assert.equal(which.code, 2)
        assert.match(which.err, /c-014, c-021; --client/)
        const {code, out} = await strengths(folder, ['ehr', 'g.md', '--client', 'c-014', '--box', 'response'])
        assert.equal(code, 0)
        assert.equal(out, 'We sang.\n\nSpoke first\n')
        const other = await strengths(folder, ['ehr', 'g.md', '--client', 'c-021'])
        assert.equal(other.code, 1)
        assert.match(other.err, /^g\.md:9  “c-014”/)
        assert.equal((await strengths(folder, ['ehr', 'g.md', '--client', 'c-9'])).code, 1)
      },
    ))

  it('takes a profile of the folder, over one that ships, and tells what is wrong with another', () =>
    inFolder(
      {
        'n.md': PLAIN,
        '.strengths/ehr/girp.yml': 'boxes: [{title: Ours, from: [{take: goals, as: "Wants: {words}"}]}]',
        '.strengths/ehr/broken.yml': 'boxes:\n  - title: A\n    from: [gaols]\n',
      },
      async (folder) => {
        const {code, out, err} = await strengths(folder, ['ehr', 'n.md'])
        assert.equal(code, 2)
        assert.equal(out, 'Ours\nWants: Own place\n')
        assert.match(err, /ehr\/broken\.yml:3 /)
      },
    ))

  it('says what stays out, apart from the text to copy', () =>
    inFolder(
      {'n.md': note('c-014', 'Text.', 'wins: [{what: A kept one, share: {team: no}}]\n')},
      async (folder) => {
        const {out, err} = await strengths(folder, ['ehr', 'n.md'])
        assert.doesNotMatch(out, /kept one/)
        assert.match(err, /^One item stays out/)
      },
    ))

  for (const [args, message] of [
    [['ehr', 'n.md', '--format', 'xyz'], /one of: girp, birp, dap, pie, soap/],
    [['ehr', 'n.md', '--box', 'xyz'], /one of: goal, intervention/],
    [['ehr', 'none.md'], /could not be read|no such file/i],
    [['ehr', 'page.md'], /no session note/],
  ] as const)
    it(`says what would do instead of ${args.slice(1).join(' ')}`, () =>
      inFolder({'n.md': PLAIN, 'page.md': '# A page\n'}, async (folder) => {
        const {code, err} = await strengths(folder, args)
        assert.equal(code, 2)
        assert.match(err, message)
      }))
})
