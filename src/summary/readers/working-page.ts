import type {Policy} from '../../core/agency/policy.ts'
import {exportDocument} from '../exports/export-json.ts'
import type {Page} from '../formats/format.ts'
import {
  capital,
  firstOf,
  line,
  lines,
  plain,
  quote,
  section,
  soft,
  strong,
  type Line,
  type Lines,
  type Outline,
  type Section,
} from '../formats/outline.ts'
import {goalTimeline} from '../pictures/goal-timeline.ts'
import {ownScale} from '../pictures/own-scale.ts'
import {strengthGoalLinks} from '../pictures/strength-goal-links.ts'
import {weekStrip} from '../pictures/week-strip.ts'
import type {PersonPage, Telling} from '../summary.ts'
import {goalLines, goalsTable} from './goal-lines.ts'
import {lastSession} from './last-session.ts'
import {dueOf, nextLists} from './next-lines.ts'
import {nextNote} from './next-note.ts'
import {pageFacts} from './page-facts.ts'
import {part2Notice} from './part2-notice.ts'
import {aroundBlocks, askLines} from './resource-lines.ts'
import {KEPT_LISTS, sharedPage} from './shared-page.ts'
import {strategyStrip} from './strategy-strip.ts'
import {skillLine, strengthLines, unlinkedLines} from './strength-lines.ts'

/**
 * The page that a specialist works from, for the team: how the person likes to be met, the last session, what is
 * next, then what they want, bring and have around them, and what helps to begin the next note.
 */
export function workingPage(folded: PersonPage, {policy}: {readonly policy: Policy}): Page {
  const shared = sharedPage(folded, 'team')
  const {page} = shared
  const outline: Outline = {
    reader: 'specialist',
    title: page.client,
    asOf: page.asOf,
    facts: pageFacts(shared, KEPT_LISTS),
    sections: sectionsOf(page).filter(({blocks}) => blocks.length > 0),
    closing: [],
    notice: part2Notice(policy),
  }
  const {asOf, review} = page
  return {
    outline,
    // Made for who asks for data; text needs none of it.
    get data() {
      return exportDocument({
        asOf,
        reader: 'team',
        policy,
        pages: [page],
        review,
        notice: part2Notice(policy),
        specialists: [],
        client: page.client,
      })
    },
  }
}

const sectionsOf = (page: PersonPage): Section[] => [
  section('Good to know', [lines(undefined, page.preferences.map(preferenceLine))]),
  section('The last session', [lines(undefined, lastSession(page))]),
  section('What is next', [...nextLists(page), weekStrip(dueOf(page), page.asOf)]),
  section('What they want', [goalsTable(page), goalTimeline(page), ownScale(page), goalLines(page)]),
  section('Worth asking about', [lines(undefined, askLines(page))]),
  section('What they bring', [
    lines(undefined, strengthLines(page)),
    lines(
      'Skills',
      page.skills.map((skill) => skillLine(skill, page)),
    ),
    lines('Not linked to a goal yet', unlinkedLines(page)),
    strengthGoalLinks(page),
  ]),
  section('Who and what is around them', [...aroundBlocks(page)]),
  section('What went well', [lines(undefined, winLines(page))]),
  toldAndHeard(page),
  section('Strategies', [strategyStrip(page)]),
  section('Worth a look', [
    lines(
      undefined,
      page.review.map(({message, todo, sources}) =>
        line([plain(message)], sources, [line([soft(todo)], [])]),
      ),
    ),
  ]),
  section('To start the next note', [{kind: 'text', title: 'To copy', text: nextNote(page)}]),
]

const preferenceLine = ({about, says, sources}: PersonPage['preferences'][number]): Line =>
  line([about ? strong(`${capital(about)}:`) : undefined, plain(says)], sources)

const MOST_WINS = 12

const winLines = ({wins, strengths}: PersonPage): Line[] =>
  firstOf(
    wins.map(({what, strengths: keys, sources}) => {
      const names = keys.map((key) => strengths.find(({id}) => id === key)?.name ?? key)
      return line([plain(what), names.length > 0 && soft(names.join(', '))], sources)
    }),
    MOST_WINS,
    (rest) => `${rest} more, before these`,
  )

const MOST_TELLINGS = 5

function toldAndHeard({stories, reflections, affirmations, feedback}: PersonPage): Section {
  const told = (title: string, tellings: readonly Telling[], read: (telling: Telling) => Line): Lines =>
    lines(
      title,
      firstOf(tellings.map(read), MOST_TELLINGS, (rest) => `${rest} more, before these`),
    )
  return section('Told and heard', [
    told('Stories', stories, ({text, sources}) => line([plain(text)], sources)),
    told('How they see it', reflections, ({text, sources}) => line([quote(text)], sources)),
    told('Said to them', affirmations, ({text, reply, sources}) =>
      line([plain(text), reply ? quote(reply) : undefined], sources),
    ),
    told('What others gave back', feedback, ({text, from, sources}) =>
      line([from ? strong(`${capital(from)}:`) : undefined, plain(text)], sources),
    ),
  ])
}
