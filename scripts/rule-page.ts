import type {Category, Entry, Language} from '../src/lint/entry.ts'
import {MODEL_ENTRIES} from '../src/lint/model/model-entries.ts'

/** Codes of the guides, as people know them. */
const GUIDES: Readonly<Record<string, string>> = {
  AP: 'AP Stylebook',
  NIDA: 'NIDA, Words Matter',
  VA: 'US Department of Veterans Affairs, destigmatizing language',
  ONDCP: 'White House ONDCP, Changing the Language of Addiction',
  ASAM20: 'ASAM, Saitz and others 2020',
  AAP22: 'American Academy of Pediatrics 2022',
  NAABT: 'NAABT, The words we use matter',
  CCSA: 'Canadian Centre on Substance Use and Addiction',
  RRI: 'Recovery Research Institute, Addiction-ary',
  UOFL: 'UofL Health, The Power of Language',
  NOTTS: 'Nottinghamshire Healthcare NHS, recovery-oriented language',
  KENOSHA: 'Kenosha County, Stigma and Recovery Dialects',
}

/** One category's page: what its rules see, why, what they offer and what they leave alone. */
export function rulePage(category: Category, language: Language): string {
  const entries = language.entries.filter((entry) => entry.category === category)
  return [
    '<!-- Made by `npm run docs` from the packs in language/en. -->',
    '<!-- strengths-disable-file -- the words of the rules stand here as examples -->',
    '',
    `# ${category}`,
    '',
    `A phrase here ${language.effects[category]}. ${entries.length} rules, in the order of the alphabet.`,
    '',
    ...entries.toSorted((a, b) => (a.id < b.id ? -1 : 1)).flatMap(entrySection),
    ...modelSection(MODEL_ENTRIES[category]),
  ].join('\n')
}

/** How many phrases of an entry its page shows, and how long they may be to be read with ease. */
const SHOWN = 8
const READABLE = 48

function someOf(phrases: readonly string[]): string {
  const shown = phrases.filter((phrase) => phrase.length <= READABLE).slice(0, SHOWN)
  const more = phrases.length - shown.length
  const list = shown.map((phrase) => `\`${phrase}\``).join(', ')
  if (more === 0) return list
  return shown.length === 0 ? `${more} patterns` : `${list} and ${more} more`
}

function entrySection({id, severity, why, phrases, reframes, flagged, leftAlone, sources}: Entry): string[] {
  const guides = sources.map((code) => GUIDES[code.replace('?', '')] ?? code)
  return [
    `## ${id}`,
    '',
    `${why} (${severity})`,
    '',
    `- Sees: ${someOf(phrases)}`,
    ...(reframes.length > 0
      ? [`- Offers: ${reframes.map(({kind, text}) => (kind === 'ask' ? `*${text}*` : text)).join('; ')}`]
      : []),
    ...flagged.map((sentence) => `- For instance: ${sentence.replaceAll('*', '\\*')}`),
    ...leftAlone.map((sentence) => `- Leaves alone: ${sentence.replaceAll('*', '\\*')}`),
    ...(guides.length > 0 ? [`- Guides: ${guides.join('; ')}`] : []),
    '',
  ]
}

/** The rule that has no phrases: what a model trained on marked sentences takes for one of the category. */
function modelSection({id, severity, why, reframes}: Entry): string[] {
  return [
    `## ${id}`,
    '',
    `${why} (${severity})`,
    '',
    '- Sees: what the rules above have no words for, where it reads like sentences that people have marked. It asks, and can be wrong; it names the words that weighed.',
    `- Offers: ${reframes.map(({text}) => `*${text}*`).join('; ')}`,
    `- Switched off by \`rules: {${id}: off}\`, or for all categories by \`rules: {model: off}\`.`,
    '',
  ]
}
