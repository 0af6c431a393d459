import assert from 'node:assert/strict'
import {array, assert as holds, constantFrom, property, string} from 'fast-check'
import {fillAsNote, fillAsSnippet} from '../../../src/core/templates/fill-template.ts'
import {parseNote} from '../../../src/core/note.ts'
import {asTemplateText} from '../../../src/core/templates/template-parts.ts'
import {fillPath, noteIdAt, numberedPath, readTemplate, type Template} from '../../../src/core/templates/template.ts'

const HEAD = 'template:\n  name: Walk\n  description: A walk.\n  practice: Seeing strengths.\n'
const VALUES = {client: 'c-1', date: '2026-07-14', start: '10:00', specialist: 'jm'}

function read(text: string): Template {
  const {template, problems} = readTemplate(text, 'walk')
  assert.deepEqual(problems, [])
  assert.ok(template)
  return template
}

const linesOf = (text: string): number[] => readTemplate(text, 'walk').problems.map(({line}) => line)

describe('a template', () => {
  it('is a note without its own block', () => {
    assert.deepEqual(read(`---\n${HEAD}  file: walks/{{date}}.md\nclient: "{{client}}"\n---\n\n## Heard\n`), {
      id: 'walk',
      name: 'Walk',
      description: 'A walk.',
      practice: 'Seeing strengths.',
      asks: [],
      kind: undefined,
      file: 'walks/{{date}}.md',
      text: '---\nclient: "{{client}}"\n---\n\n## Heard\n',
    })
  })

  it('may hold its block after other keys, and nothing else', () => {
    assert.equal(
      read(`---\nclient: x\n${HEAD}---\n\nText\n\n---\n`).text,
      '---\nclient: x\n---\n\nText\n\n---\n',
    )
    assert.equal(read(`---\n${HEAD}---\n`).text, '---\n---\n')
    assert.equal(read(`---\nclient: x\n${HEAD}date: y\n---\n`).text, '---\nclient: x\ndate: y\n---\n')
  })

  it('keeps Windows line ends and a byte order mark', () => {
    assert.equal(
      read(`\uFEFF---\n${HEAD}client: x\n---\nText\n`.replaceAll('\n', '\r\n')).text,
      '\uFEFF---\r\nclient: x\r\n---\r\nText\r\n',
    )
  })

  it('goes by its id and to the client’s folder where it does not say', () => {
    const {name, file} = read('---\ntemplate: {description: x}\nclient: x\n---\n')
    assert.deepEqual([name, file], ['walk', 'clients/{{client}}/{{date}}.md'])
  })

  it('may ask questions of its own, whose answers are values', () => {
    const asking = `---\n${HEAD}  asks: {topic: What was it about?}\n  file: "{{topic}}.md"\nclient: "{{topic}}"\n---\n`
    const template = read(asking)
    assert.deepEqual(template.asks, [{name: 'topic', question: 'What was it about?'}])
    assert.equal(fillPath(template, {topic: 'A walk: by the river'}), 'A-walk-by-the-river.md')
    assert.equal(fillAsNote(template.text, {topic: 'A "walk"'}), '---\nclient: "A \\"walk\\""\n---\n')
    assert.deepEqual(linesOf(asking.replaceAll('topic', 'client')), [2])
  })

  it('knows the kind of contact that it is for', () => {
    assert.equal(read(`---\n${HEAD}client: x\nkind: outreach\n---\n`).kind, 'outreach')
    assert.equal(read(`---\n${HEAD}client: x\nkind: \${1|a,b|}\n---\n`).kind, undefined)
  })

  for (const [name, text, lines] of [
    ['no frontmatter', 'Text\n', [1]],
    ['no block', '---\nclient: x\n---\n', [1]],
    ['a block that is a line', '---\ntemplate: Walk\n---\n', [1]],
    ['frontmatter that does not close', `---\n${HEAD}client: x\n`, [1]],
    ['a variable that is none, twice', `---\n${HEAD}client: "{{cleint}}"\n---\n{{ clinet }}\n`, [6, 8]],
    ['broken YAML', `---\n${HEAD}a: "x\n---\n`, [6]],
  ] as const)
    it(`with ${name} is named with its line`, () => assert.deepEqual(linesOf(text), lines))
})

describe('filling a template', () => {
  it('as a note empties tab stops and keeps what they suggest', () => {
    assert.equal(
      fillAsNote('a: {{client}} {{ date }}\nb: ${1}$2 ${3:so far}\nc: ${4|in-person,phone|}\n$0', VALUES),
      'a: c-1 2026-07-14\nb:  so far\nc:\n',
    )
  })

  it('as a snippet keeps tab stops and escapes what is put in', () => {
    assert.equal(
      fillAsSnippet('{{client}} ${1:x} {{specialist}}', {...VALUES, specialist: 'a$b}c\\d'}),
      'c-1 ${1:x} a\\$b\\}c\\\\d',
    )
  })

  it('leaves variables that are none as they are', () => {
    const text = '{{name}} {{toString}} {{constructor}} {{__proto__}} {{ client'
    assert.equal(fillAsNote(text, VALUES), text)
    assert.equal(fillAsSnippet(text, VALUES), text.replaceAll('}', '\\}'))
  })

  it('puts what looks like a tab stop or a variable in as it is', () => {
    assert.equal(
      fillAsNote('{{specialist}} {{client}}', {...VALUES, specialist: '{{client}} $1'}),
      '{{client}} $1 c-1',
    )
  })

  it('leaves blanks behind an emptied tab stop out, and no line', () => {
    assert.equal(fillAsNote('a: ${1}  \r\n\r\nb:\t\r\n', VALUES), 'a:\r\n\r\nb:\t\r\n')
  })

  it('keeps a suggestion that holds a value', () => {
    assert.equal(fillAsNote('start: ${2:{{start}}} # when', VALUES), 'start: 10:00 # when')
    assert.equal(fillAsSnippet('start: ${2:{{start}}} # when', VALUES), 'start: ${2:10:00} # when')
    assert.equal(fillAsSnippet('start: ${2:{{start}}}', {...VALUES, start: ''}), 'start: ${2}')
  })

  it('runs nothing: what only looks like code is text', () => {
    const text = '${TM_FILENAME} ${1/(.*)/${1:/upcase}/} $HOME `x` <% y %> {{#each a}} {{a(b)}}'
    assert.equal(fillAsNote(text, VALUES).replace('${1', '').length > 0, true)
    assert.match(fillAsSnippet(text, VALUES), /^\\\$\{TM_FILENAME\\\} .*\\\$HOME `x` <% y %> \{\{#each a\\\}/)
  })

  it('takes a dollar sign and braces behind a backslash as they are', () => {
    assert.equal(fillAsNote('\\$5 \\{{client}} \\x', VALUES), '$5 {{client}} \\x')
  })

  it('gives back any text that was made a template', () => {
    const pieces = constantFrom(
      '$',
      '{',
      '}',
      '\\',
      '$1',
      '${2:',
      '{{client}}',
      '{{open_goals}}',
      ' ',
      '\n',
      '\r\n',
      'a',
      '|',
    )
    holds(
      property(array(pieces), (parts) => {
        const text = parts.join('')
        assert.equal(fillAsNote(asTemplateText(text), VALUES), text)
      }),
    )
  })
})

describe('a value from earlier notes', () => {
  const goals = {...VALUES, open_goals: ['g-a: “A”', 'g-b: “B”']}

  it('writes its line once for each thing, and leaves the line out where there is none', () => {
    const text = 'goals:\n  # Open: {{open_goals}}\n  # Last met at: {{last.place}}\n  - id: ${1}\n'
    assert.equal(fillAsNote(text, goals), 'goals:\n  # Open: g-a: “A”\n  # Open: g-b: “B”\n  - id:\n')
    assert.equal(fillAsNote(text, VALUES), 'goals:\n  - id:\n')
  })

  it('stays on one line with a tab stop', () => {
    assert.equal(fillAsNote('a: ${1} # {{open_goals}}', goals), 'a:  # g-a: “A”; g-b: “B”')
    assert.equal(fillAsNote('a: ${1} # {{open_goals}}', VALUES), 'a:  #')
  })

  it('ends no comment and breaks no line', () => {
    const values = {...VALUES, preferences: ['a --> b\n## c']}
    assert.equal(fillAsNote('<!-- {{preferences}} -->', values), '<!-- a -- > b ## c -->')
  })

  it('is whole in YAML, whatever it holds', () => {
    const text = '---\na: {{x}}\nb: "{{x}}"\nc: [{{x}}]\nd: - {{x}}\n# {{x}}\n---\n{{x}}\n'
    holds(
      property(
        string({unit: 'binary'}).map((value) => value.replace(/\s+/g, ' ').trim()),
        (x) => {
          const {frontmatter} = parseNote(fillAsNote(text.replace(/c.*\nd.*\n/, ''), {x}))
          const read = (frontmatter?.entries ?? []).map(({value}) =>
            value.kind === 'text' ? value.text : '',
          )
          assert.deepEqual(read, [x, x])
        },
      ),
    )
  })
})

describe('a group’s template', () => {
  const group = [
    '---',
    'clients:',
    '  - "{{client}}"',
    'place: ${1}',
    'each:',
    '  "{{client}}":',
    '    # Open: {{open_goals}}',
    '    wins:',
    '      - "${2}"',
    '      - "${3}"',
    'mode: ${4}',
    '---',
    '{{open_goals}}{{client}} $0',
    '',
  ].join('\n')
  const people = [
    {client: 'c-1', open_goals: ['g-a']},
    {client: 'c-2', open_goals: []},
  ]

  it('has a block for each person, with tab stops in their order and each one’s own values', () => {
    assert.equal(
      fillAsSnippet(group, {client: 'c-1, c-2'}, people),
      [
        '---',
        'clients:',
        '  - "c-1"',
        '  - "c-2"',
        'place: ${1}',
        'each:',
        '  "c-1":',
        '    # Open: g-a',
        '    wins:',
        '      - "${2}"',
        '      - "${3}"',
        '  "c-2":',
        '    wins:',
        '      - "${4}"',
        '      - "${5}"',
        'mode: ${6}',
        '---',
        'c-1, c-2 ${0}',
        '',
      ].join('\n'),
    )
  })
})

describe('where a note goes', () => {
  const path = (file: string, values: Partial<typeof VALUES> = {}): string =>
    fillPath({...read(`---\n${HEAD}client: x\n---\n`), file}, {...VALUES, ...values})

  it('is where the template says, with what is unfit for a file name as dashes', () => {
    assert.equal(path('walks/{{client}}/{{date}}.md'), 'walks/c-1/2026-07-14.md')
    assert.equal(path('{{specialist}}.md', {specialist: 'Ann O/Neil \\ Ölmez'}), 'Ann-O-Neil-Ölmez.md')
  })

  it('counts on where a note is there, and gives the note an id that outlives its file', () => {
    assert.equal(numberedPath('clients/c-1/2026-07-14.md', 1), 'clients/c-1/2026-07-14.md')
    assert.equal(numberedPath('clients/c-1/2026-07-14.md', 3), 'clients/c-1/2026-07-14-3.md')
    assert.equal(numberedPath('walks/today', 2), 'walks/today-2')
    assert.equal(noteIdAt('clients/c-1/2026-07-14-2.md'), 'c-1/2026-07-14-2')
    assert.equal(noteIdAt('groups/2026-07-14.md'), 'groups/2026-07-14')
  })

  it('is never out of the notes folder', () => {
    assert.equal(path('../../x.md'), 'x.md')
    assert.equal(path('/etc/x.md'), 'etc/x.md')
    assert.equal(path('..\\x.md'), 'x.md')
    assert.equal(path('{{specialist}}/{{client}}/x.md', {specialist: '..', client: '.'}), 'x.md')
    assert.equal(path('{{specialist}}/x.md', {specialist: ''}), 'x.md')
  })
})
