import type {Rule} from '../src/lint/checks/rule.ts'

const GROUPS: readonly (readonly [group: string, heading: string])[] = [
  ['note', 'The note'],
  ['goal', 'Goals'],
  ['strength', 'Strengths'],
  ['action', 'Steps'],
  ['privacy', 'Privacy'],
]

/** The page of the note checks: what each looks for, what it leaves alone, and how to set or switch it off. */
export function checkPage(rules: readonly Rule[]): string {
  return [
    '<!-- Made by `npm run docs` from src/lint/checks. -->',
    '',
    '# Checks on a whole note',
    '',
    `${rules.length} checks look at a session note as a whole rather than at a phrase. They ask; the note stays the writer’s.`,
    'Only the id of another person in a note is an error. None of them says that a note meets a rule of a payer or a state.',
    '',
    ...SETTINGS,
    ...GROUPS.flatMap(([group, heading]) => {
      const own = rules.filter(({id}) => id.startsWith(`${group}/`))
      return own.length === 0 ? [] : [`## ${heading}`, '', ...own.flatMap(section)]
    }),
    ...FILES,
  ].join('\n')
}

const section = ({id, about, why, severity}: Rule): string[] => [
  `### ${id}`,
  '',
  `${why} (${severity})`,
  '',
  ...about.split(/(?= Leaves alone: )/).map((part) => `- ${part.trim()}`),
  '',
]

const SETTINGS = [
  'In `.strengths/config.yml`, or in the setting `strengths.rules`, a check is set by its code, by the first part of it, or',
  'all of them by `check`; each to error, warning, information, hint or off:',
  '',
  '```yaml',
  'rules:',
  '  note/repeated-text: off',
  '  privacy: warning',
  '```',
  '',
  'In one note, `<!-- strengths-disable-file note/no-strategy -->` does it. `strengths lint` ends with 1 on anything but hints.',
  'What rests on earlier notes is looked at where a folder is read: in the editor, and by `strengths lint` with several notes.',
  '',
]

const FILES = [
  '## The files that the checks read',
  '',
  'All are optional, lie in `.strengths/` at the top of the notes folder, and hold data only.',
  '',
  '`clients.yml` joins ids that mean one person. Where the agency keeps its key in this file, names in notes can be seen:',
  '',
  '```yaml',
  'c-014: {also: [c-099]}',
  'c-021: {name: Ada Example}',
  '```',
  '',
  '`specialists.yml` says who writes: `jm: {name: Jo March, credential: CPRS, supervisor: ab}`.',
  '',
  '`policy.yml` holds an agency’s own rules of time and units; what it leaves out is not looked at. Under `payers` each payer',
  '(`service: {payer: …}` in a note) may have its own:',
  '',
  '```yaml',
  'unit_minutes: 15',
  'rounding: floor # floor, up, eight-minute or nearest',
  'per: contact # or day: minutes are added before they are rounded',
  'limit_per_day: 16',
  'late_after: 72 hours # or same day, 7 days, 3 business days',
  'late_until: 45 days',
  'holidays: [2026-11-26]',
  'payers:',
  '  county: {rounding: up, late_after: same day}',
  'part2: {notice: part2-notice.txt} # or yes, for the wording of § 2.32',
  '```',
  '',
  'Of 53 minutes in units of 15, `floor` makes 3; `up`, `eight-minute` and `nearest` make 4. Of 50, only `up` makes 4.',
  '',
]
