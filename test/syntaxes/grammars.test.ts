import assert from 'node:assert/strict'
import {keyNames} from '../../scripts/keys-grammar.ts'
import {QUERY_WORDS} from '../../scripts/query-grammar.ts'
import {MARKED_KEYS} from '../../src/core/marks/mark-syntax.ts'
import {TEMPLATE_VARIABLES} from '../../src/core/templates/template-values.ts'
import {BASES, tokenizer, type Token} from './tokenize.ts'

const OURS = 'strengths-notes'

/** The runs of text that have a scope of ours, neighbours of the same one joined. */
function runsIn(tokens: readonly Token[], scope: string): string[] {
  const runs: string[] = []
  let isOpen = false
  for (const {text, scopes} of tokens) {
    const isIn = scopes.some((each) => each.startsWith(scope) && each.endsWith(OURS))
    if (isIn && isOpen) runs[runs.length - 1] += text
    else if (isIn) runs.push(text)
    isOpen = isIn
  }
  return runs
}

for (const base of BASES)
  describe(`the grammars over ${base.name}`, () => {
    let tokens: (note: string) => readonly Token[]
    before(async () => {
      tokens = await tokenizer(base)
    })
    const marks = (note: string): string[] => runsIn(tokens(note), 'meta.mark')

    it('colour a mark by its parts', () => {
      const found = tokens(
        'She :strength[kept *every* appointment]{name=persistence by="two words"} at 10:30.',
      )
      assert.deepEqual(runsIn(found, 'keyword.other.mark'), ['strength'])
      assert.deepEqual(runsIn(found, 'markup.inserted.marked'), ['kept *every* appointment'])
      assert.deepEqual(runsIn(found, 'variable.parameter'), ['name', 'by'])
      assert.deepEqual(runsIn(found, 'constant.other.value'), ['persistence'])
      assert.deepEqual(runsIn(found, 'string.quoted.value'), ['"two words"'])
      assert.deepEqual(marks('At last :goal[own place]{#g-home}, he said'), [':goal[own place]{#g-home}'])
    })

    it('know every name that a mark can have', () => {
      for (const name of Object.keys(MARKED_KEYS)) assert.deepEqual(marks(`a :${name}[x] b`), [`:${name}[x]`])
    })

    it('colour marks in headings, lists and other marks', () => {
      assert.deepEqual(marks('# Now :goal[own place]'), [':goal[own place]'])
      assert.deepEqual(marks('- item :win[one]'), [':win[one]'])
      const nested = tokens('So :win[made :strength[humor] [sic] work] today')
      assert.deepEqual(runsIn(nested, 'keyword.other.mark'), ['win', 'strength'])
      assert.deepEqual(runsIn(nested, 'meta.mark'), [':win[made :strength[humor] [sic] work]'])
    })

    it('leave what is no mark: times, other words, code, quotes, comments and frontmatter', () => {
      for (const note of [
        'at 10:30 Note:word[1] team:win[x] ::win[x] :win(x) :winner[x]',
        'code `:win[x]` only',
        '```\n:win[x]\n```',
        '> he wrote :win[x]',
        '<!-- :win[x] -->',
        '---\nplace: at :win[x]\n---\n',
      ])
        assert.deepEqual(marks(note), [], note)
    })

    it('end a mark whose bracket is missing with its paragraph', () => {
      assert.deepEqual(marks('Then :win[left open\n\nA new day ] and :goal[own place] too').slice(1), [
        ':goal[own place]',
      ])
    })

    it('colour the keys of the vocabulary in the frontmatter, at any depth, and no others', () => {
      const note = `---
client: c-014 # date: x
Follow-up: soon
strengths:
  - name: love of learning
    evidence: what she did
  - {name: humor, used_for: [g-work]}
  - status
caseload: ours
mine: name
reason: >-
  words: not a key
"wins": one
---

client: nobody
`
      assert.deepEqual(runsIn(tokens(note), 'variable.other.key'), [
        'client',
        'Follow-up',
        'strengths',
        'name',
        'evidence',
        'name',
        'used_for',
        'reason',
        'wins',
      ])
    })

    it('colour every key that the vocabulary has', () => {
      for (const key of keyNames())
        assert.deepEqual(runsIn(tokens(`---\n${key}: x\n---\n`), 'variable.other.key'), [key])
    })

    it('leave the rest of the frontmatter to YAML', () => {
      const found = tokens('---\nclient: c-014\n---\n').find(({text}) => text === 'client')
      assert.ok(found?.scopes.some((scope) => scope.includes('entity.name.tag.yaml')))
    })

    it('colour the variables that templates have, in frontmatter and text, and no others', () => {
      const names = Object.keys(TEMPLATE_VARIABLES)
      const all = names.map((name) => `{{${name}}}`).join(' ')
      assert.deepEqual(runsIn(tokens(`So ${all} {{ date }} {{goal}}`), 'variable.other.template'), [
        ...names,
        'date',
      ])
      assert.deepEqual(runsIn(tokens('---\nclient: "{{client}}"\n---\n'), 'variable.other.template'), [
        'client',
      ])
    })

    it('colour tab stops with and without choices and suggestions', () => {
      const found = tokens('mode ${2|in-person,phone|} ${3:so far} ${4:{{start}}} ${10} $0 $x')
      assert.deepEqual(runsIn(found, 'meta.tab-stop'), [
        '${2|in-person,phone|}',
        '${3:so far}',
        '${4:{{start}}}',
        '${10}',
        '$0',
      ])
      assert.deepEqual(runsIn(found, 'constant.numeric.tab-stop'), ['2', '3', '4', '10', '0'])
      assert.deepEqual(runsIn(found, 'string.unquoted.choice'), ['in-person,phone'])
    })

    it('colour what switches the linter, and not words that only begin so', () => {
      assert.deepEqual(
        runsIn(
          tokens('<!-- strengths-disable-next-block addict --> strengths-enable strengths-disabled'),
          'keyword.control.switch',
        ),
        ['strengths-disable-next-block', 'strengths-enable'],
      )
    })

    it('colour questions to the notes between their fences, and nothing after them', () => {
      for (const [open, close] of [
        ['```strengths', '```'],
        ['  ~~~~ strengths of a month', ' ~~~~~'],
      ]) {
        const found = tokens(`# A\n\n${open}\ngoals where status is active\n${close}\n\nwins in use`)
        assert.deepEqual(runsIn(found, 'entity.name.function.ask'), ['goals'])
        assert.deepEqual(runsIn(found, 'constant.language.choice'), ['active'])
        assert.deepEqual(runsIn(found, 'support.type.phrase'), [])
      }
    })

    it('leave alone what asks nothing: other fences, quotes, comments and frontmatter', () => {
      for (const note of [
        '```md\n```strengths\nweek\n```',
        '```strengths-notes\nweek\n```',
        '> ```strengths\n> week\n> ```',
        '<!--\n```strengths\nweek\n```\n-->',
        '---\nwords: |\n  ```strengths\n  week\n---\n',
        'week',
      ])
        assert.deepEqual(runsIn(tokens(note), 'entity.name.function.ask'), [], note)
    })
  })

describe('the grammar of questions', () => {
  let tokens: (questions: string) => readonly Token[]
  before(async () => {
    const [base] = BASES
    assert.ok(base)
    tokens = await tokenizer(base, 'source.strengths-query')
  })

  it('colours a question by its parts', () => {
    const found = tokens(
      'Steps still open where who is not "the court" and goal has home of c-014 since 3 weeks ago # so',
    )
    const colours = {
      'entity.name.function.ask': ['Steps'],
      'support.type.phrase': ['still open'],
      'keyword.control.word': ['where', 'is', 'not', 'and', 'has', 'of', 'since'],
      'variable.other.field': ['who', 'goal'],
      'string.quoted.value': ['"the court"'],
      'constant.language.time': ['3 weeks ago'],
      'comment.line.number-sign': ['# so'],
    }
    for (const [scope, words] of Object.entries(colours)) assert.deepEqual(runsIn(found, scope), words)
  })

  it('knows every word that can be said, where it can be said', () => {
    for (const ask of QUERY_WORDS.asks)
      assert.deepEqual(runsIn(tokens(ask), 'entity.name.function.ask'), [ask])
    for (const phrase of QUERY_WORDS.phrases)
      assert.deepEqual(runsIn(tokens(`goals ${phrase} of c-014`), 'support.type.phrase'), [phrase])
    for (const field of QUERY_WORDS.fields)
      assert.deepEqual(runsIn(tokens(`goals where ${field} is x`), 'variable.other.field'), [field])
    for (const choice of QUERY_WORDS.choices)
      assert.deepEqual(runsIn(tokens(`goals where status is ${choice}`), 'constant.language.choice'), [
        choice,
      ])
    for (const time of [...QUERY_WORDS.times, '2026', '2026-05', '2026-05-14'])
      assert.deepEqual(runsIn(tokens(`wins since ${time}`), 'constant.language.time'), [time])
  })

  it('leaves words alone that it does not know, and known ones where they say nothing', () => {
    const found = tokens('gaols whenever c-2026 weeks')
    assert.deepEqual(runsIn(found, ''), [])
    assert.deepEqual(runsIn(tokens('wins where what has goals'), 'entity.name.function.ask'), ['wins'])
  })
})
