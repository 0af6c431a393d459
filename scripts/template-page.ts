import type {Template} from '../src/core/template.ts'

/** The templates on one page: what each is for and which practice it serves. */
export const templatePage = (templates: readonly Template[]): string =>
  [
    '<!-- Made by `npm run docs` from templates/. -->',
    '',
    '# Templates',
    '',
    '`strengths new TEMPLATE --client ID` starts a note from one; in VS Code, **Strengths Notes: New session note**.',
    'A file of the same name in `.strengths/templates/` takes the place of one that ships.',
    '',
    ...templates.flatMap(({id, name, description, practice}) => [
      `## ${name}`,
      '',
      `\`${id}\`: ${description}`,
      '',
      practice,
      '',
    ]),
  ].join('\n')
