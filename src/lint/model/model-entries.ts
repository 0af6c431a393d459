import type {Category, Entry} from '../entry.ts'

interface Told {
  readonly question: string
  readonly ask: readonly string[]
  readonly why: string
}

const TOLD: Readonly<Record<Category, Told>> = {
  label: {
    question: 'could this name the person first, and what they live with after?',
    ask: ['[who this is, as a person first]'],
    why: 'It reads as if one thing were the whole person.',
  },
  stigma: {
    question: 'could this say in plain words what happened?',
    ask: ['[what happened, in plain words]'],
    why: 'It reads as if it judged what happened.',
  },
  blame: {
    question: 'could this say what happened, and what the person said of it?',
    ask: ['[what happened, and why as they tell it]'],
    why: 'It reads as if it judged a motive, or doubted somebody’s word.',
  },
  hopeless: {
    question: 'could this say how it is so far, and leave open what comes?',
    ask: ['[what has been so far, and what is hoped for]'],
    why: 'It reads as if nothing more could change.',
  },
  deficit: {
    question: 'could this say what is there, or what is wanted?',
    ask: ['[what they can do, or would like support with]'],
    why: 'It reads as if the person were what is missing.',
  },
  victim: {
    question: 'could this say what the person lives with, and what they do?',
    ask: ['[what they live with, and what they do about it]'],
    why: 'It reads as if things only happened to the person.',
  },
  dependence: {
    question: 'could this say what the person did themselves, and who was beside them?',
    ask: ['[what they did, and how I was beside them]', '[who asked for what, who did which part]'],
    why: 'It reads as if somebody else did the person’s part.',
  },
  isolation: {
    question: 'could this say who the person wants near, and what they chose?',
    ask: ['[who feels supportive to them, and what they chose]'],
    why: 'It reads as if it led away from people.',
  },
  dictating: {
    question: 'could this say what was offered, and what the person chose?',
    ask: ['[which options we talked through, and what they chose]'],
    why: 'It reads as if somebody else had decided.',
  },
  'one-size': {
    question: 'could this say what fits this person?',
    ask: ['[what this person wants and needs]'],
    why: 'It reads as if one answer served everybody.',
  },
}

function entryFor(category: Category): Entry {
  const {question, ask, why} = TOLD[category]
  return {
    id: `model/${category}`,
    category,
    question,
    phrases: [],
    forms: {},
    reframes: ask.map((text) => ({kind: 'ask', text})),
    why,
    severity: 'information',
    sources: [],
    unless: {},
    only: {},
    scareQuotes: false,
    despite: [],
    flagged: [],
    leftAlone: [],
    becomes: [],
  }
}

/** What a finding of the model says, by category; their ids are `model/` and the category. */
export const MODEL_ENTRIES: Readonly<Record<Category, Entry>> = {
  label: entryFor('label'),
  stigma: entryFor('stigma'),
  blame: entryFor('blame'),
  hopeless: entryFor('hopeless'),
  deficit: entryFor('deficit'),
  victim: entryFor('victim'),
  dependence: entryFor('dependence'),
  isolation: entryFor('isolation'),
  dictating: entryFor('dictating'),
  'one-size': entryFor('one-size'),
}
