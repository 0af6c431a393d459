import assert from 'node:assert/strict'
import {parseNote} from '../../src/core/note.ts'
import {Configurations, findConfiguration, readConfiguration} from '../../src/folder/configuration.ts'
import {makeLinter} from '../../src/folder/load-language.ts'
import {joinPacks} from '../../src/lint/language.ts'
import {readPack} from '../../src/lint/read-pack.ts'
import {memoryFiles} from './memory-files.ts'

const PACK = 'category: blame\nentries: {lazy: {phrases: [lazy]}}\n'
const TEMPLATE = '---\ntemplate: {name: Walk}\nclient: "{{client}}"\n---\n'

const places = (problems: readonly {readonly file: string; readonly line: number}[]): string[] =>
  problems.map(({file, line}) => `${file}:${line}`)

describe('the configuration of a folder', () => {
  it('is its own', async () => {
    const files = memoryFiles({
      '/n/.strengths/config.yml': 'rules: {lazy: hint}\n',
      '/.strengths/config.yml': '',
    })
    const {root, rules, problems} = await findConfiguration(files, '/n')
    assert.deepEqual({root, rules, problems}, {root: '/n', rules: {lazy: 'hint'}, problems: []})
  })

  it('is that of the nearest folder above', async () => {
    const files = memoryFiles({
      '/n/.strengths/config.yml': 'rules: {lazy: hint}\n',
      '/n/clients/.strengths': 'a file by that name',
      '/n/clients/c-1/a.md': '',
    })
    assert.equal((await findConfiguration(files, '/n/clients/c-1')).root, '/n')
  })

  it('is one and the same for all folders below it', async () => {
    const configurations = new Configurations(
      memoryFiles({'/n/.strengths/config.yml': '', '/n/clients/c-1/a.md': '', '/n/clients/c-2/a.md': ''}),
    )
    const [first, second] = await Promise.all(
      ['/n/clients/c-1', '/n/clients/c-2'].map(async (folder) => configurations.of(folder)),
    )
    assert.equal(first?.root, '/n')
    assert.equal(first, second)
  })

  it('is empty where there is none', async () => {
    const {root, rules, packs, problems} = await findConfiguration(memoryFiles({'/n/a.md': ''}), '/n')
    assert.deepEqual({root, rules, packs, problems}, {root: undefined, rules: {}, packs: [], problems: []})
  })

  it('may hold nothing yet', async () => {
    assert.deepEqual(
      (await readConfiguration(memoryFiles({'/n/.strengths/config.yml': ''}), '/n')).problems,
      [],
    )
    assert.deepEqual((await readConfiguration(memoryFiles({'/n/.strengths/': ''}), '/n')).problems, [])
  })

  it('sets rules and categories by severity, off in either spelling', async () => {
    const config = 'rules:\n  lazy: off\n  blame: false\n  addict: error\n  record: information\n'
    assert.deepEqual(
      (await readConfiguration(memoryFiles({'/n/.strengths/config.yml': config}), '/n')).rules,
      {
        lazy: 'off',
        blame: 'off',
        addict: 'error',
        record: 'information',
      },
    )
  })

  it('names a severity that is none with its line, and the others count', async () => {
    const files = memoryFiles({
      '/n/.strengths/config.yml': 'rules:\n  lazy: hint\n  addict: loud\n  victim: [x]\n',
    })
    const {rules, problems} = await readConfiguration(files, '/n')
    assert.deepEqual(rules, {lazy: 'hint'})
    assert.deepEqual(places(problems), ['/n/.strengths/config.yml:3', '/n/.strengths/config.yml:4'])
  })

  for (const [name, config, line] of [
    ['broken YAML', 'reader: x\nrules: {lazy: hint\n', 3],
    ['an alias to nothing', 'rules:\n  lazy: *x\n', 2],
    ['a list', '- rules\n', 1],
    ['rules that are a list', 'reader: x\nrules: [lazy]\n', 2],
  ] as const)
    it(`names ${name} with its line, and packs and templates still work`, async () => {
      const {problems, packs, templates} = await readConfiguration(
        memoryFiles({
          '/n/.strengths/config.yml': config,
          '/n/.strengths/language/a.yml': PACK,
          '/n/.strengths/templates/walk.md': TEMPLATE,
        }),
        '/n',
      )
      assert.deepEqual(places(problems), [`/n/.strengths/config.yml:${line}`])
      assert.equal(packs[0]?.entries.length, 1)
      assert.equal(templates[0]?.id, 'walk')
    })

  it('names a broken pack and a broken template with their lines, and the others work', async () => {
    const {problems, packs, templates} = await readConfiguration(
      memoryFiles({
        '/n/.strengths/language/a.yml': 'category: blame\nentries:\n  x: {phrases: [(]}\n',
        '/n/.strengths/language/b.yml': PACK,
        '/n/.strengths/language/readme.txt': 'not a pack',
        '/n/.strengths/templates/a.md': 'No block.\n',
        '/n/.strengths/templates/b.md': '---\ntemplate: {name: A}\nclient: [x\n---\n',
        '/n/.strengths/templates/walk.md': TEMPLATE,
      }),
      '/n',
    )
    assert.deepEqual(places(problems), [
      '/n/.strengths/language/a.yml:3',
      '/n/.strengths/templates/a.md:1',
      '/n/.strengths/templates/b.md:3',
    ])
    assert.deepEqual(
      packs.flatMap(({entries}) => entries.map(({id}) => id)),
      ['lazy'],
    )
    assert.ok(templates.some(({id}) => id === 'walk'))
  })

  it('names files that are not text or cannot be read, and the rest works', async () => {
    const {problems, packs} = await readConfiguration(
      memoryFiles({
        '/n/.strengths/config.yml': Uint8Array.of(0x72, 0x0a, 0xe9),
        '/n/.strengths/language/a.yml': undefined,
        '/n/.strengths/language/b.yml': PACK,
        '/n/.strengths/templates/a.md': Uint8Array.of(0, 1, 2),
      }),
      '/n',
    )
    assert.deepEqual(
      places(problems).toSorted((a, b) => a.localeCompare(b)),
      ['/n/.strengths/config.yml:2', '/n/.strengths/language/a.yml:1', '/n/.strengths/templates/a.md:1'],
    )
    assert.equal(packs.length, 1)
  })
})

describe('who is who, and the policy of a folder', () => {
  it('are read beside the rest', async () => {
    const {clients, specialists, policy, problems} = await readConfiguration(
      memoryFiles({
        '/n/.strengths/clients.yml': 'c-014: {also: [c-099]}\n',
        '/n/.strengths/specialists.yml': 'jm: {name: Jo March}\n',
        '/n/.strengths/policy.yml': 'rounding: up\npart2: {notice: notice.txt}\n',
        '/n/.strengths/notice.txt':
          '42 CFR part 2 prohibits unauthorized use or disclosure of these records.\n',
      }),
      '/n',
    )
    assert.deepEqual(problems, [])
    assert.deepEqual(clients.joined, {'c-014': ['c-099']})
    assert.deepEqual(
      specialists.map(({id, name}) => [id, name]),
      [['jm', 'Jo March']],
    )
    assert.equal(policy.general.units?.rounding, 'up')
    assert.match(policy.part2?.notice ?? '', /^42 CFR/)
  })

  it('are empty where the folder has none', async () => {
    const {clients, specialists, policy} = await readConfiguration(memoryFiles({'/n/.strengths/': ''}), '/n')
    assert.deepEqual(
      [clients.ids, specialists, policy.general.units, policy.part2],
      [[], [], undefined, undefined],
    )
  })

  it('name what cannot be read with file and line, and the rest counts', async () => {
    const {problems, clients} = await readConfiguration(
      memoryFiles({
        '/n/.strengths/clients.yml': 'c-1: {also: [c-9]}\nc-2: {also: [c-9]}\nc-3: {also: [c-4]}\n',
        '/n/.strengths/specialists.yml': '- jm\n',
        '/n/.strengths/policy.yml': 'limit_per_day: 16\nrounding: down\n',
      }),
      '/n',
    )
    assert.deepEqual(places(problems), [
      '/n/.strengths/clients.yml:1',
      '/n/.strengths/clients.yml:2',
      '/n/.strengths/specialists.yml:1',
      '/n/.strengths/policy.yml:2',
    ])
    assert.deepEqual(clients.joined, {'c-3': ['c-4']})
  })

  it('tell of a notice that is not there, or that has the wording of before', async () => {
    const policy = 'rounding: up\npart2:\n  notice: notice.txt\n'
    const old = '42 CFR part 2 prohibits unauthorized disclosure of these records.\n'
    for (const files of [{}, {'/n/.strengths/notice.txt': old}])
      assert.deepEqual(
        places(
          (await readConfiguration(memoryFiles({'/n/.strengths/policy.yml': policy, ...files}), '/n'))
            .problems,
        ),
        ['/n/.strengths/policy.yml:3'],
      )
  })
})

describe('a workspace pack', () => {
  const {language} = joinPacks([
    readPack('category: blame\nentries: {lazy: {phrases: [lazy]}, idle: {phrases: [idle]}}\n', 'a'),
  ])
  const seen = (pack: string): string[] =>
    makeLinter(language, [readPack(pack, 'b')])
      .lint(parseNote('lazy, idle, slothful'))
      .map(({rule, category}) => `${rule} ${category}`)

  it('adds an entry', () => {
    assert.deepEqual(seen('category: blame\nentries: {sloth: {phrases: [slothful]}}\n'), [
      'lazy blame',
      'idle blame',
      'sloth blame',
    ])
  })

  it('takes the place of an entry by its id', () => {
    assert.deepEqual(seen('category: stigma\nentries: {lazy: {phrases: [slothful]}}\n'), [
      'idle blame',
      'lazy stigma',
    ])
  })
})
