import {plainWords} from './same-thing.ts'

/**
 * The 24 character strengths of the VIA classification (Peterson and Seligman 2004) and other words for each: those
 * that its institute lists, and everyday ones. The first word is the one a page shows.
 */
const NAMES: readonly (readonly [string, ...string[]])[] = [
  ['creativity', 'originality', 'ingenuity', 'creative', 'inventive'],
  ['curiosity', 'interest', 'novelty-seeking', 'openness to experience', 'curious'],
  ['judgment', 'judgement', 'critical thinking', 'open-mindedness', 'open-minded'],
  ['love of learning', 'learner', 'loves learning', 'loves to learn'],
  ['perspective', 'wisdom', 'wise'],
  ['bravery', 'valor', 'valour', 'courage', 'brave', 'courageous'],
  [
    'persistence',
    'perseverance',
    'industry',
    'tenacity',
    'determination',
    'grit',
    'not giving up',
    'never giving up',
    'keeps going',
    'persistent',
    'tenacious',
    'determined',
  ],
  ['honesty', 'authenticity', 'integrity', 'honest', 'authentic'],
  ['zest', 'vitality', 'enthusiasm', 'vigor', 'vigour', 'energy', 'enthusiastic'],
  ['love', 'capacity to love and be loved', 'loving'],
  [
    'kindness',
    'generosity',
    'nurturance',
    'care',
    'compassion',
    'kind',
    'generous',
    'caring',
    'compassionate',
  ],
  ['social intelligence', 'emotional intelligence', 'personal intelligence'],
  ['teamwork', 'citizenship', 'social responsibility', 'loyalty', 'loyal', 'team player'],
  ['fairness', 'fair'],
  ['leadership', 'leader'],
  ['forgiveness', 'mercy', 'forgiving'],
  ['humility', 'modesty', 'humble', 'modest'],
  ['prudence', 'prudent'],
  ['self-regulation', 'self-control', 'self-discipline'],
  [
    'appreciation of beauty and excellence',
    'appreciation of beauty & excellence',
    'appreciation of beauty',
    'awe',
    'wonder',
    'elevation',
  ],
  ['gratitude', 'grateful', 'thankful', 'thankfulness'],
  ['hope', 'optimism', 'future-mindedness', 'future orientation', 'hopeful', 'optimistic'],
  ['humor', 'humour', 'playfulness', 'sense of humor', 'sense of humour', 'funny', 'playful'],
  ['spirituality', 'religiousness', 'faith', 'purpose', 'meaning'],
]

/** The 24 names, in the order of the classification. */
export const STRENGTH_NAMES: readonly string[] = NAMES.map(([name]) => name)

const CANONICAL: ReadonlyMap<string, string> = new Map(
  NAMES.flatMap(([name, ...others]) => [name, ...others].map((word) => [plainWords(word), name] as const)),
)

/** The canonical name of a strength, `persistence` for `Tenacity`; undefined for one of the writer's own. */
export const canonicalStrength = (name: string): string | undefined => CANONICAL.get(plainWords(name))

/** One key for all names of a strength: `love-of-learning`. */
export const strengthKey = (name: string): string =>
  plainWords(canonicalStrength(name) ?? name).replaceAll(' ', '-')
