import {PROBLEM_CODES} from '../src/core/problem.ts'

/** The page of what the frontmatter of a note may leave unread: one section a code. */
export function problemPage(codes: Readonly<Record<string, string>> = PROBLEM_CODES): string {
  return [
    '<!-- Made by `npm run docs` from src/core/problem.ts. -->',
    '',
    '# record',
    '',
    "What the frontmatter of a note leaves unread, or reads otherwise than YAML does. A person's page is made from these",
    'lines. Each can be set to another weight or to `off` by its code, all of them by `record`. Where there is an offer, the',
    'note was read again with it, and nothing else had changed; offers after which the note says the same are taken by',
    '`strengths lint --fix`.',
    '',
    ...Object.entries(codes).flatMap(([code, about]) => [`## ${code}`, '', `Tells of ${about}.`, '']),
  ].join('\n')
}
