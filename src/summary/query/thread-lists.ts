import {shortDate} from '../../core/time/civil-date.ts'
import {GOAL_STATUS_CHOICES, RESOURCE_STATUS_CHOICES} from '../../core/record/vocabulary-choices.ts'
import type {Choice} from '../../core/record/vocabulary-form.ts'
import {RESOURCE_GROUPS} from '../../core/record/record-words.ts'
import {named, plain, quote, soft, strong, tag} from '../formats/outline.ts'
import {statusWords} from '../standing-words.ts'
import {isOver, isTried, openActions} from '../still-open.ts'
import type {PersonPage} from '../summary.ts'
import {day, words, type QueryList} from './query-list.ts'

const goalWords = (page: PersonPage, id: string): string =>
  page.goals.find((goal) => goal.id === id)?.words ?? id

const goals: QueryList = {
  name: 'goals',
  also: ['goal'],
  about: 'what people want, in their words',
  columns: ['Goal', 'Status', 'Since', 'Last heard', 'Draws on'],
  phrases: {'still open': 'not reached, changed or let go', quiet: 'open, and not spoken of for a while'},
  fields: {status: {choices: GOAL_STATUS_CHOICES}, domain: {}, words: {}, strength: {}, resource: {}},
  entries: (page) =>
    page.goals.map((goal) => ({
      facts: {
        status: [goal.status],
        domain: [goal.domain],
        words: [goal.words, goal.id],
        strength: goal.strengths.map(({name}) => name),
        resource: goal.resources.map(({name}) => name),
      },
      fits: [...(isOver(goal.status) ? [] : ['still open']), ...(goal.quietSince ? ['quiet'] : [])],
      cells: [
        [named(goal.words)],
        [tag(statusWords(goal.status))],
        [day(goal.since, page)],
        [day(goal.lastHeard, page)],
        [plain([...goal.strengths, ...goal.resources].map(({name}) => name).join(', '))],
      ],
      refs: goal.sources,
    })),
}

const strengths: QueryList = {
  name: 'strengths',
  also: ['strength'],
  about: 'what people bring, and what was seen of it',
  columns: ['Strength', 'Notes', 'Last seen', 'What was seen'],
  phrases: {'in their own words': 'named by the person'},
  fields: {name: {}},
  entries: (page) =>
    page.strengths.map((strength) => ({
      facts: {name: [strength.name, strength.id, ...strength.alsoCalled]},
      fits: strength.namedByPerson ? ['in their own words'] : [],
      cells: [
        [strong(strength.name)],
        [plain(String(strength.notes))],
        [day(strength.last, page)],
        [words(strength.evidence.at(-1)?.text)],
      ],
      refs: strength.sources,
    })),
}

const skills: QueryList = {
  name: 'skills',
  also: ['skill'],
  about: 'what people know how to do',
  columns: ['Skill', 'From', 'May help with'],
  phrases: {},
  fields: {name: {}},
  entries: (page) =>
    page.skills.map(({name, from, goals: ids, sources}) => ({
      facts: {name: [name]},
      fits: [],
      cells: [[strong(name)], [words(from)], [plain(ids.map((id) => goalWords(page, id)).join(', '))]],
      refs: sources,
    })),
}

const GROUP_CHOICES: readonly Choice[] = Object.keys(RESOURCE_GROUPS).map((value) => ({value, means: ''}))

const resources: QueryList = {
  name: 'resources',
  also: ['resource'],
  about: 'who and what is around people',
  columns: ['Resource', 'Kind', 'Status', 'Next', 'Last heard'],
  phrases: {
    'worth asking about': 'nothing heard of it for a while, or its next step has its day',
    'in use': 'active',
  },
  fields: {status: {choices: RESOURCE_STATUS_CHOICES}, group: {choices: GROUP_CHOICES}, kind: {}, name: {}},
  entries: (page) =>
    page.resources.map((resource) => ({
      facts: {
        status: [resource.status],
        group: [resource.group],
        kind: [resource.kind],
        name: [resource.name, resource.id],
      },
      fits: [
        ...(resource.askAbout && !isTried(resource) ? ['worth asking about'] : []),
        ...(resource.status === 'active' ? ['in use'] : []),
      ],
      cells: [
        [strong(resource.name)],
        [words(resource.kind?.replaceAll('-', ' '))],
        [resource.status && tag(statusWords(resource.status))],
        [words(resource.next), resource.nextBy && soft(shortDate(resource.nextBy, page.asOf))],
        [day(resource.lastHeard, page)],
      ],
      refs: resource.sources,
    })),
}

const actions: QueryList = {
  name: 'actions',
  also: ['action', 'steps', 'step'],
  about: 'steps that were planned, and whose they are',
  columns: ['Step', 'Whose', 'By', 'Goal'],
  phrases: {
    'still open': 'not done yet, toward a goal that goes on',
    done: 'done',
    'past their day': 'open, and planned for a day before',
  },
  fields: {who: {}, what: {}, goal: {}},
  entries: (page) => {
    const open = new Set(openActions(page))
    return page.actions.map((action) => ({
      facts: {who: [action.who], what: [action.what], goal: [action.goal, goalWords(page, action.goal)]},
      fits: [
        ...(action.done ? ['done'] : []),
        ...(open.has(action) ? ['still open'] : []),
        ...(open.has(action) && action.past ? ['past their day'] : []),
      ],
      cells: [
        [plain(action.what)],
        [words(action.who)],
        [action.doneOn ? soft(`done ${shortDate(action.doneOn, page.asOf)}`) : day(action.by, page)],
        [quote(goalWords(page, action.goal))],
      ],
      refs: action.sources,
    }))
  },
}

const wins: QueryList = {
  name: 'wins',
  also: ['win'],
  about: 'what went well',
  columns: ['What went well', 'Day', 'Strengths'],
  phrases: {},
  fields: {what: {}, strength: {}, goal: {}},
  entries: (page) =>
    page.wins.map((win) => {
      const shown = win.strengths.map(
        (id) => page.strengths.find((strength) => strength.id === id)?.name ?? id,
      )
      const goalsOf = win.goals.flatMap((id) => [id, goalWords(page, id)])
      return {
        facts: {what: [win.what], strength: [...shown, ...win.strengths], goal: goalsOf},
        fits: [],
        cells: [[plain(win.what)], [day(win.on, page)], [plain(shown.join(', '))]],
        refs: win.sources,
      }
    }),
}

/** From what people want to what went well, with what they bring and have around them between. */
export const THREAD_LISTS: readonly QueryList[] = [goals, strengths, skills, resources, actions, wins]
