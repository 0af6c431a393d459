import {TEMPLATE_VARIABLES} from '../src/core/templates/template-values.ts'
import type {Template} from '../src/core/templates/template.ts'

/** The templates on one page: what each is for, which practice it serves, and how to make another. */
export const templatePage = (templates: readonly Template[]): string =>
  [
    '<!-- Made by `npm run docs` from templates/. -->',
    '',
    '# Templates',
    '',
    'In VS Code, **Strengths Notes: New session note** asks whom it is about, and for the kind of contact only where the',
    'person has had several; **New session note from a template** always asks. On the command line, `strengths new TEMPLATE',
    '--client ID` makes the file; `--from-last` recalls what earlier notes hold.',
    '',
    ...templates.flatMap(({id, name, description, practice}) => [
      `## ${name}`,
      '',
      `\`${id}\`: ${description}`,
      '',
      practice,
      '',
    ]),
    ...OWN,
    '| value | gives |',
    '| --- | --- |',
    ...Object.entries(TEMPLATE_VARIABLES).map(([name, gives]) => `| \`{{${name}}}\` | ${gives} |`),
    '',
  ].join('\n')

const OWN = [
  '## Your own',
  '',
  'Of templates with the same file name, those of the writer go over those of the notes folder, and these over the ones that',
  'ship. The folder’s are in `.strengths/templates/`. The writer’s are where the setting `strengths.userTemplates` says, else in a',
  'place that VS Code keeps for the extension, in a browser too; for the command line in the folder that `STRENGTHS_TEMPLATES`',
  'names, else in `~/.config/strengths-notes/templates/`. **Customise a template** in VS Code makes a copy to change.',
  '',
  'A template is a note with a block of its own at the top, which is taken out of every note made from it:',
  '',
  '```yaml',
  'template:',
  '  name: Walk',
  '  description: A talk on foot.',
  '  practice: "Active exploration: some people talk best side by side."',
  '  asks: { where: Where did you walk? } # asked before the note is made; the answer is {{where}}',
  '  file: clients/{{client}}/{{date}}.md # where notes go, from the notes folder',
  '```',
  '',
  'Tab stops are `${1}`, `${2:so far}` and `${3|in-person,phone|}`, in the order in which they are stepped through; `$0` is where',
  'the writer ends. `\\$` and `\\{{` stand for themselves. Nothing in a template runs.',
  '',
  'A line with a value from earlier notes, such as `# Open: {{open_goals}}`, is written once for each thing and left out where there',
  'is none. These belong into comments: they are there to be asked about, and a note says only what was said on its day. In a group',
  'note, a line that begins with `{{client}}`, with the deeper lines below it, is written once for each person, with their own values.',
  'A name that is no value stays as it stands, and is told.',
  '',
]
