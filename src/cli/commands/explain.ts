import {Command} from 'commander'
import {CATEGORIES, type Entry} from '../../lint/entry.ts'
import {MODEL_ENTRIES} from '../../lint/model/model-entries.ts'
import {findConfiguration} from '../../folder/configuration.ts'
import {loadLanguage} from '../assets.ts'
import {disk} from '../disk.ts'
import {counted} from '../../core/text/counted.ts'
import {posix} from '../select-notes.ts'
import {CommandError, type ExitCode, type MakeCommand, type Shell} from '../shell.ts'
import {tellProblems} from '../tell-problems.ts'
import {explainPlace, readNotePlace} from './explain-place.ts'

/** `strengths explain`. */
export const explainCommand: MakeCommand = (shell, finish) =>
  new Command('explain')
    .description('say what a rule sees and why; or why a line of a note was told, or was not')
    .argument('<rule or place>', 'a rule, a category, or FILE:LINE or FILE:LINE:COLUMN')
    .action(async (rule: string) => {
      const place = readNotePlace(rule)
      finish(await (place ? explainPlace(shell, place) : explain(shell, rule)))
    })

/** Says what a rule sees, why, what it offers, and what it leaves alone; of a category, which rules it has. */
async function explain(shell: Shell, rule: string): Promise<ExitCode> {
  const language = await loadLanguage()
  const {packs, problems} = await findConfiguration(disk, posix(shell.cwd))
  const unread = tellProblems({problems}, shell)
  const entries = [
    ...packs.flatMap((pack) => pack.entries),
    ...language.entries,
    ...Object.values(MODEL_ENTRIES),
  ]
  const category = CATEGORIES.find((each) => each === rule)
  const entry = entries.find(({id}) => id === rule)
  if (entry) shell.out(describe(entry))
  else if (category)
    shell.out(
      `${category}: ${language.effects[category]}.\n\n${entries
        .filter((each) => each.category === category)
        .map(({id, phrases}) => `  ${id}  ${shownPhrases(phrases).slice(0, 2).join(', ')}\n`)
        .join('')}`,
    )
  else throw new CommandError(unknownMessage(rule, entries))
  return unread > 0 ? 2 : 0
}

function describe({
  id,
  category,
  why,
  severity,
  reframes,
  sources,
  flagged,
  leftAlone,
  phrases,
}: Entry): string {
  const list = (title: string, items: readonly string[]): string =>
    items.length === 0 ? '' : `\n${title}\n${items.map((item) => `  ${item}\n`).join('')}`
  return [
    `${id}  (${category}, ${severity})\n\n${why}\n`,
    list('Sees', shownPhrases(phrases)),
    list(
      'Offers',
      reframes.map(({kind, text}) => (kind === 'apply' ? text : `${text}  (asks the writer)`)),
    ),
    list('For instance', flagged),
    list('Leaves alone', leftAlone),
    list('Guides', sources),
  ].join('')
}

/** How many phrases are shown; patterns with many choices are for those who read the pack. */
const SHOWN = 12
const READABLE = 72

function shownPhrases(phrases: readonly string[]): readonly string[] {
  const shown = phrases.filter((phrase) => phrase.length <= READABLE).slice(0, SHOWN)
  const more = phrases.length - shown.length
  return more > 0 ? [...shown, `and ${counted(more, 'pattern')} more`] : shown
}

function unknownMessage(rule: string, entries: readonly Entry[]): string {
  const near = entries.map(({id}) => id).filter((id) => id.includes(rule) || rule.includes(id))
  const hint =
    near.length > 0 ? `Close to it: ${near.slice(0, 6).join(', ')}.` : `Categories: ${CATEGORIES.join(', ')}.`
  return `There is no rule “${rule}”. ${hint}`
}
