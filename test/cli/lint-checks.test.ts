import assert from 'node:assert/strict'
import {Ajv, type AnySchema} from 'ajv'
import * as formats from 'ajv-formats'
import {readFileSync} from 'node:fs'
import {inFolder, strengths} from './strengths.ts'

const STORY =
  'He walked in with the form already filled in and asked where it goes. We read the second page together and he found the line about the bus pass by himself.'

const note = (date: string, keys: string, body = ''): string =>
  `---\nclient: c-014\ndate: ${date}\n${keys}---\n\n${body}\n`

const FOLDER = {
  '.strengths/clients.yml': 'c-014: {also: [c-099]}\nc-021:\n',
  '.strengths/policy.yml': 'late_after: 3 business days\n',
  'clients/a.md': note('2026-07-01', '', STORY),
  'clients/b.md': note('2026-07-14', 'entered: 2026-07-21\n', `${STORY}\n\nWith c-021 and c-099.`),
}

const ruleOf = ({rule, severity}: {readonly rule: string; readonly severity: string}): string =>
  `${severity} ${rule}`

async function found(folder: string, ...args: string[]): Promise<{code: number | null; seen: string[]}> {
  const {code, out} = await strengths(folder, ['lint', '--format', 'json', ...args])
  const files = JSON.parse(out) as readonly {readonly findings: readonly {rule: string; severity: string}[]}[]
  return {code, seen: files.flatMap(({findings}) => findings.map(ruleOf))}
}

describe('note checks on the command line', () => {
  it('know the policy, who is who, and the other notes of the run', () =>
    inFolder(FOLDER, async (folder) => {
      assert.deepEqual(await found(folder, 'clients'), {
        code: 1,
        seen: ['information note/late-entry', 'information note/repeated-text', 'error privacy/other-client'],
      })
    }))

  it('know the notes of every folder below one `.strengths`', () =>
    inFolder(
      {
        'c-0011/a.md': note('2026-07-01', 'specialist: jm\nstart: 14:00\nend: 14:50\n'),
        'c-0022/a.md': note(
          '2026-07-01',
          'specialist: jm\nstart: 14:30\nend: 15:00\n',
          'With c-0011.',
        ).replace('c-014', 'c-0022'),
        'c-0011/b.md': note('2026-07-02', '').replace('c-014', 'c-0011'),
      },
      async (folder) => {
        assert.deepEqual((await found(folder, '.')).seen, [
          'warning note/contacts-overlap',
          'warning note/contacts-overlap',
          'error privacy/other-client',
        ])
      },
    ))

  it('say nothing of other notes where one is read alone', () =>
    inFolder(FOLDER, async (folder) => {
      assert.deepEqual((await found(folder, 'clients/b.md')).seen, [
        'information note/late-entry',
        'error privacy/other-client',
      ])
    }))

  it('are set in config.yml', () =>
    inFolder(
      {...FOLDER, '.strengths/config.yml': 'rules: {privacy: off, note/late-entry: warning}\n'},
      async (folder) => {
        assert.deepEqual((await found(folder, 'clients/b.md')).seen, ['warning note/late-entry'])
      },
    ))

  it('end with 0 where they only hint', () =>
    inFolder({'a.md': note('2026-07-14', 'strengths: [humor]\n')}, async (folder) => {
      assert.deepEqual(await found(folder, '.'), {code: 0, seen: ['hint strength/no-evidence']})
      const {out} = await strengths(folder, ['lint', '.'])
      assert.match(out, /What did you see or hear that showed humor\?/)
      assert.match(out, /1 prompt about the note itself/)
    }))

  it('take nothing and write nothing with --fix', () =>
    inFolder(FOLDER, async (folder) => {
      const {out} = await strengths(folder, ['lint', 'clients', '--fix-dry-run'])
      assert.doesNotMatch(out, /reframes? taken/)
    }))
})

describe('strengths lint --format sarif', () => {
  const schema = JSON.parse(
    readFileSync(new URL('sarif-2.1.0.schema.json', import.meta.url), 'utf8'),
  ) as AnySchema
  const ajv = new Ajv({strictTypes: false})
  formats.default.default(ajv)
  const isValid = ajv.compile(schema)

  interface Log {
    readonly runs: readonly [
      {
        readonly tool: {readonly driver: {readonly rules: readonly {readonly id: string}[]}}
        readonly invocations: readonly [
          {readonly executionSuccessful: boolean; readonly toolExecutionNotifications: readonly object[]},
        ]
        readonly results: readonly {
          readonly ruleId: string
          readonly ruleIndex: number
          readonly level: string
          readonly locations: readonly [
            {
              readonly physicalLocation: {
                readonly artifactLocation: {readonly uri: string}
                readonly region: Readonly<
                  Record<'startLine' | 'startColumn' | 'charOffset' | 'charLength', number>
                >
              }
            },
          ]
          readonly fixes?: readonly object[]
        }[]
      },
    ]
  }

  const sarif = async (folder: string, ...args: string[]): Promise<{code: number | null; log: Log}> => {
    const {code, out} = await strengths(folder, ['lint', '--format', 'sarif', ...args])
    const log = JSON.parse(out) as Log
    assert.ok(isValid(log), ajv.errorsText(isValid.errors))
    return {code, log}
  }

  it('holds the findings as the standard asks, each at its place', () =>
    inFolder({...FOLDER, 'clients/a b#.md': 'He is a zorgler.\n'}, async (folder) => {
      const {code, log} = await sarif(folder, 'clients')
      assert.equal(code, 1)
      const [{results, tool, invocations}] = log.runs
      assert.equal(invocations[0].executionSuccessful, true)
      assert.deepEqual(
        results.map(({ruleId, level}) => [ruleId, level]),
        [
          ['zorgler', 'warning'],
          ['note/late-entry', 'note'],
          ['note/repeated-text', 'note'],
          ['privacy/other-client', 'error'],
        ],
      )
      for (const {ruleId, ruleIndex} of results) assert.equal(tool.driver.rules[ruleIndex]?.id, ruleId)
      const [first, , , last] = results
      assert.equal(first?.locations[0].physicalLocation.artifactLocation.uri, 'clients/a%20b%23.md')
      assert.equal(first.fixes?.length, 1)
      const region = last?.locations[0].physicalLocation.region
      const text = FOLDER['clients/b.md']
      const {startLine = 0, startColumn = 0, charOffset = 0, charLength = 0} = region ?? {}
      assert.equal(text.slice(charOffset, charOffset + charLength), 'c-021')
      assert.equal(text.split('\n')[startLine - 1]?.slice(startColumn - 1, startColumn + 4), 'c-021')
    }))

  it('is whole where nothing is found, and tells what could not be read', () =>
    inFolder({'a.md': 'Fine.\n', 'b.md': Uint8Array.of(0)}, async (folder) => {
      assert.deepEqual((await sarif(folder, 'a.md')).log.runs[0].results, [])
      const {code, log} = await sarif(folder, '.')
      assert.equal(code, 2)
      assert.equal(log.runs[0].invocations[0].executionSuccessful, false)
      assert.equal(log.runs[0].invocations[0].toolExecutionNotifications.length, 1)
    }))
})
