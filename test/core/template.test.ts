import assert from 'node:assert/strict'
import {fillAsNote, fillAsSnippet, fillPath, readTemplate, type Template} from '../../src/core/template.ts'

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

  for (const [name, text, lines] of [
    ['no frontmatter', 'Text\n', [1]],
    ['no block', '---\nclient: x\n---\n', [1]],
    ['a block that is a line', '---\ntemplate: Walk\n---\n', [1]],
    ['frontmatter that does not close', `---\n${HEAD}client: x\n`, [1]],
    ['a variable that is none, twice', `---\n${HEAD}client: "{{cleint}}"\n---\n{{ clinet }}\n`, [6, 8]],
    ['broken YAML', `---\n${HEAD}a: "x\n---\n`, [7]],
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
    assert.equal(fillAsSnippet(text, VALUES), text)
  })

  it('puts what looks like a tab stop or a variable in as it is', () => {
    assert.equal(
      fillAsNote('{{specialist}} {{client}}', {...VALUES, specialist: '{{client}} $1'}),
      '{{client}} $1 c-1',
    )
  })

  it('leaves blanks at the ends of lines out, and no line', () => {
    assert.equal(fillAsNote('a: ${1}  \r\n\r\nb:\t\r\n', VALUES), 'a:\r\n\r\nb:\r\n')
  })
})

describe('where a note goes', () => {
  const path = (file: string, values: Partial<typeof VALUES> = {}): string =>
    fillPath({...read(`---\n${HEAD}client: x\n---\n`), file}, {...VALUES, ...values})

  it('is where the template says, with what is unfit for a file name as dashes', () => {
    assert.equal(path('walks/{{client}}/{{date}}.md'), 'walks/c-1/2026-07-14.md')
    assert.equal(path('{{specialist}}.md', {specialist: 'Ann O/Neil \\ Ölmez'}), 'Ann-O-Neil-Ölmez.md')
  })

  it('is never out of the notes folder', () => {
    assert.equal(path('../../x.md'), 'x.md')
    assert.equal(path('/etc/x.md'), 'etc/x.md')
    assert.equal(path('..\\x.md'), 'x.md')
    assert.equal(path('{{specialist}}/{{client}}/x.md', {specialist: '..', client: '.'}), 'x.md')
    assert.equal(path('{{specialist}}/x.md', {specialist: ''}), 'x.md')
  })
})
