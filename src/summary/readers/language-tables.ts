import {line, lines, plain, row, soft, strong, table, type Block, type Phrase} from '../formats/outline.ts'
import {
  FIGURES_WARNING,
  SMALLEST_TEAM,
  type LanguageFigures,
  type LanguageReport,
  type Taken,
} from '../language-figures.ts'

/** What was taken has a column where somebody looked. */
const columns = ({taken}: LanguageFigures): string[] => [
  'Notes',
  'Per 1,000 words',
  ...(taken ? ['Taken'] : []),
  'Strengths noted',
  'Own steps',
]

/** The language of notes by category, by team and by month, with what these numbers are not. */
export function languageTables({all, teams, months}: LanguageReport): Block[] {
  const kinds = table(
    'What was suggested',
    ['Category', 'Suggestions'],
    all.byCategory.map(({category, count}) => row([[strong(category)], [plain(String(count))]], [])),
  )
  const byTeam = table(
    'By team',
    ['Team', ...columns(all)],
    teams.map((figures) => row([[strong(figures.team)], ...cells(figures, all)], [])),
  )
  const byMonth = table(
    'By month',
    ['Month', ...columns(all)],
    months.map((figures) => row([[strong(figures.month)], ...cells(figures, all)], [])),
  )
  return [
    kinds,
    byTeam,
    byMonth,
    lines(undefined, [
      line(
        [
          plain(FIGURES_WARNING),
          teams.length > 0 &&
            soft(`Teams of fewer than ${SMALLEST_TEAM} writers are counted in the whole alone.`),
        ],
        [],
      ),
    ]),
  ]
}

const cells = (
  {notes, perThousand, taken, strengths, actions}: LanguageFigures,
  all: LanguageFigures,
): Phrase[][] => [
  [plain(String(notes))],
  perThousand === undefined ? [] : [plain(String(perThousand))],
  ...(all.taken ? [shareOf(taken)] : []),
  [plain(String(strengths))],
  shareOf(actions.all === 0 ? undefined : {count: actions.byPerson, of: actions.all}),
]

const shareOf = (share: Taken | undefined): Phrase[] =>
  share && share.of > 0 ? [plain(`${share.count} of ${share.of}`)] : []
