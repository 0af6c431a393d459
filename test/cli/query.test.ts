import assert from 'node:assert/strict'
import {fileURLToPath} from 'node:url'
import {strengths} from './strengths.ts'

const EXAMPLES = fileURLToPath(new URL('../../examples', import.meta.url))

const ask = async (question: string) => strengths(EXAMPLES, ['query', question, '.', '--as-of', '2026-11-20'])

describe('strengths query', () => {
  it('lists what fits, each line with its notes', async () => {
    const {code, out, err} = await ask('actions still open of c-014')
    assert.deepEqual({code, err}, {code: 0, err: ''})
    assert.match(out, /^\| Step \| Whose \| By \| Goal \| Noted \|\n\| --- /)
    assert.match(out, /\| Sign the lease \| person \| 24 Nov \| “Two bedrooms/)
  })

  it('names the person on each line where it is asked of several', async () => {
    const {out} = await ask('goals where status is active')
    assert.match(out, /^\| Person \| Goal \|/)
    for (const id of ['c-014', 'c-021', 'c-037']) assert.ok(out.includes(`| ${id} |`))
    assert.ok(!out.includes('| reached |'))
  })

  it('counts only notes of the time that is asked about', async () => {
    const {out} = await ask('wins of c-014 since 2026-11')
    assert.ok(out.includes('34 weeks without a drink'))
    assert.ok(!out.includes('The voucher came'))
  })

  it('answers with a page, the week and the caseload', async () => {
    assert.match((await ask('page for c-014')).out, /^# c-014\n/)
    assert.match((await ask('week')).out, /\| 24 Nov \| c-014 \| step \| Sign the lease/)
    assert.match(
      (await ask('caseload since this month')).out,
      /\| \*\*c-037\*\* \| 13 Nov · 7 days ago \| 1 \|/,
    )
  })

  it('says so where the notes hold none', async () => {
    const {code, out} = await ask('wins since 2026-11-20')
    assert.deepEqual([code, out], [0, 'The notes hold none of these.\n'])
  })

  it('says what can be said, and who is there', async () => {
    const unknown = await ask('gaols')
    assert.equal(unknown.code, 2)
    assert.match(unknown.err, /Did you mean “goals”\? What can stand here: .*wins/)
    const nobody = await ask('page for c-14')
    assert.equal(nobody.code, 2)
    assert.equal(
      nobody.err,
      'No note names “c-14”. Did you mean c-014? The notes here are about c-014, c-021, c-037.\n',
    )
  })
})
