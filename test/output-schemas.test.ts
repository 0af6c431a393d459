import {Ajv, type ValidateFunction} from 'ajv'
import assert from 'node:assert/strict'
import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {json} from '../src/summary/formats/json.ts'
import {inFolder, strengths} from './cli/strengths.ts'
import {examplePages} from './summary/example-caseload.ts'

const ROOT = new URL('../', import.meta.url)
const EXAMPLES = fileURLToPath(new URL('examples', ROOT))
const ajv = new Ajv({allErrors: true})
const schema = (name: string): ValidateFunction =>
  ajv.compile(JSON.parse(readFileSync(new URL(`schema/${name}.schema.json`, ROOT), 'utf8')) as object)

/** A folder with much that goes wrong, and one person with little. */
const ODD: Readonly<Record<string, string | Uint8Array>> = {
  'n/.strengths/policy.yml':
    'rounding: up\nlate_after: 72 hours\npart2: yes\nholidays: [2026-07-03]\npayers: {horizon: {limit_per_day: 16}}\n',
  'n/.strengths/specialists.yml': 'jm: {name: J, team: east}\nab: {team: east}\ncd: {team: east}\nbad: [x\n',
  'n/a.md': '---\nclient: c-1\ndate: 2026-07-14\nspecialist: jm\n---\n\nA zorgler.\n',
  'n/b.md':
    '---\nclient: c-1\ndate: 2026-07-21\nspecialist: ab\nresources: [{name: Hall, status: waiting, next_by: 2026-07-22}]\n---\n',
  'n/c.md': '---\nclient: c-2\ngoals: [{words: A dog, actions: [{what: Walk one, by: 2026-07-25}]}]\n---\n',
  'n/d.md':
    '---\nclient: c-2\ndate: 2026-07-20\nspecialist: cd\nkind: no-contact\nfollow_up: {on: 2026-07-30}\n---\n',
  'n/e.md': new Uint8Array([0xff, 0xfe, 0x41]),
  'n/f.md': '---\nclient: [c-3\n---\n',
  'n/g.md': '',
}

interface Output {
  readonly schema: string
  readonly args: readonly string[]
}
const AS_OF = ['--as-of', '2026-07-22']
const OUTPUTS: readonly Output[] = [
  {schema: 'summary', args: ['summary', 'n', '--client', 'c-1', ...AS_OF, '--format', 'json']},
  {
    schema: 'person-page',
    args: ['summary', 'n', '--client', 'c-1', '--for', 'person', ...AS_OF, '--format', 'json'],
  },
  {schema: 'caseload', args: ['report', 'n', ...AS_OF, '--format', 'json']},
  {
    schema: 'caseload',
    args: [
      'report',
      'n',
      '--by-client',
      '--since',
      '2026-07-01',
      '--before',
      'before.json',
      ...AS_OF,
      '--format',
      'json',
    ],
  },
  {schema: 'week', args: ['week', 'n', ...AS_OF, '--format', 'json']},
  {schema: 'doctor', args: ['doctor', 'n', ...AS_OF, '--format', 'json']},
  {schema: 'lint', args: ['lint', 'n', '--format', 'json']},
  {schema: 'boxes', args: ['ehr', 'n/b.md', '--json']},
]

describe('the schemas of what is written', () => {
  for (const {schema: name, args} of OUTPUTS)
    it(`${name} takes what \`strengths ${args.join(' ')}\` writes, of the examples and of an odd folder`, async () => {
      const takes = schema(name)
      const accept = (out: string): unknown => {
        const data: unknown = JSON.parse(out)
        assert.ok(takes(data), ajv.errorsText(takes.errors))
        return data
      }
      await inFolder(ODD, async (folder) => {
        writeFileSync(
          join(folder, 'before.json'),
          (await strengths(folder, ['lint', 'n', '--format', 'json'])).out,
        )
        accept((await strengths(folder, args)).out)
        const ofExamples = args.map((arg) =>
          arg === 'n'
            ? EXAMPLES
            : arg === 'c-1'
              ? 'c-014'
              : arg.replace('n/b.md', `${EXAMPLES}/clients/c-014/2026-11-10.md`),
        )
        if (!args.includes('--by-client')) accept((await strengths(folder, ofExamples)).out)
      })
    })

  it('take the pages that the editor exports', () => {
    const names = {
      person: 'person-page',
      specialist: 'summary',
      supervisor: 'caseload',
      week: 'week',
    } as const
    for (const [name, page] of examplePages()) {
      const takes = schema(name === 'week' ? 'week' : names[page.outline.reader])
      assert.ok(takes(JSON.parse(json.render(page))), `${name}: ${ajv.errorsText(takes.errors)}`)
    }
  })

  it('refuse what is not in them, and another version', () => {
    for (const [name, page] of [
      ['person-page', 'c-014.person'],
      ['caseload', 'caseload'],
      ['week', 'week'],
    ] as const) {
      const made = examplePages().get(page)
      assert.ok(made)
      const takes = schema(name)
      const data = JSON.parse(json.render(made)) as object
      assert.equal(takes({...data, more: 1}), false)
      assert.equal(takes({...data, version: 2}), false)
      assert.equal(takes(data), true)
    }
  })
})
