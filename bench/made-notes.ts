/** A note as a file: its path from the notes folder, and its text. */
export interface MadeNote {
  readonly path: string
  readonly text: string
}

const STRENGTHS: readonly (readonly [string, string])[] = [
  ['persistence', 'Called the union hall three times in one week until somebody picked up.'],
  ['humor', 'Had the whole front desk laughing while she waited for her card.'],
  ['patience', 'Shaped sixty rolls by feel; the five that were weighed came out within a few grams.'],
  ['kindness', 'Brought soup to the neighbour upstairs and stayed to wash the pot.'],
  ['love of learning', 'Read the whole manual of the forklift twice before the test.'],
  ['bravery', 'Stood up in the meeting and said how long it had been.'],
  ['gratitude', 'Wrote a card to the librarian who kept the study room free.'],
  ['self-control', 'Walked around the block until the shop had closed.'],
]

const GOALS: readonly (readonly [string, string, string])[] = [
  ['g-work', 'I want to work with my hands again', 'Call about the July class'],
  ['g-place', 'A door with my own key', 'Fill in the voucher form'],
  ['g-dinner', 'Sunday dinner with my kids, at my table', 'Ask her sister about the 26th'],
  ['g-sleep', 'Sleep until the alarm, not before it', 'Put the phone in the kitchen at ten'],
  ['g-choir', 'Sing where people can hear it', 'Go to the open rehearsal'],
  ['g-teeth', 'Smile without my hand in front', 'Get a day at the dental school'],
]

const RESOURCES: readonly (readonly [string, string, string])[] = [
  ['hall', 'Carpenters training desk', 'employment'],
  ['voucher', 'family housing voucher', 'housing'],
  ['sister', 'sister who drives on Tuesdays', 'family'],
  ['meeting', 'Tuesday mutual-help meeting', 'mutual-aid'],
  ['library', 'the branch library', 'library'],
  ['clinic', 'walk-in clinic on Fourth', 'healthcare'],
]

const RESOURCE_STATUSES = ['idea', 'exploring', 'applied', 'waiting', 'active', 'paused']
const GOAL_STATUSES = ['named', 'exploring', 'active', 'active', 'paused', 'reached', 'keeping']
const WINS = [
  'The hall put her on the list',
  'Trial shift, and they asked her back',
  'Three nights through until six',
  'Called the brother after two years',
  'Paid the phone before it was cut off',
]
const REFLECTIONS = [
  'I used to hang up when it rang too long. Now I walk while it rings.',
  'My hands remembered before I did.',
  'I thought the form was about me. It is about the form.',
]
const SENTENCES = [
  'Flour to the elbows, straight from the trial shift.',
  'The owner weighed five at the end and then just put them on the tray.',
  'She thanked them and said no; she said it as plainly as the price of flour.',
  'I told her what I saw: she knew the cost before they finished the sentence.',
  'She keeps a copy in a freezer bag with the birth certificates.',
  'We walked to the stop the long way, past the field where the boys play.',
  'He said the quiet in the morning is the part he would not give back.',
  'Next time we look at the form for the class, line by line, with tea.',
]

/** `count` notes of 1 to 3 KB about a person each for every 25 of them, the same each time. */
export function* madeNotes(count: number): Generator<MadeNote> {
  const people = Math.max(1, Math.round(count / 25))
  for (let at = 0; at < count; at++) yield madeNote(at, people)
}

function madeNote(at: number, people: number): MadeNote {
  const random = randomFrom(at + 1)
  const pick = <T>(from: readonly T[]): T => {
    const found = from[Math.floor(random() * from.length)]
    if (found === undefined) throw new RangeError('Nothing to pick from.')
    return found
  }
  const some = <T>(from: readonly T[], most: number): readonly T[] =>
    Array.from({length: 1 + Math.floor(random() * most)}, () => pick(from))
  const client = `c-${String(at % people).padStart(4, '0')}`
  const day = dayAt(Math.floor(at / people))
  const later = dayAt(Math.floor(at / people) + 1)
  const lines = [
    `client: ${client}`,
    `date: ${day}`,
    'start: 14:00',
    `end: 14:${pick(['30', '45', '50'])}`,
    'kind: individual',
    `mode: ${pick(['in-person', 'phone', 'video'])}`,
    'place: public library, study room 2',
    `specialist: ${pick(['jm', 'rb', 'al'])}`,
    'service: {code: H0038, modifiers: [], plan_goal: ISP-2}',
    'strengths:',
    ...new Set(
      some(STRENGTHS, 3).flatMap(([name, evidence]) =>
        random() < 0.5
          ? [`  - ${name}: "${evidence}"`]
          : [
              `  - name: ${name}\n    evidence: "${evidence}"\n    source: conversation\n    used_for: [${pick(GOALS)[0]}]`,
            ],
      ),
    ),
    'goals:',
    ...some(GOALS, 3).map(
      ([id, words, step]) =>
        `  - id: ${id}\n    words: "${words}"\n    status: ${pick(GOAL_STATUSES)}\n    strengths: [${pick(STRENGTHS)[0]}]\n    resources: [${pick(RESOURCES)[0]}]\n    progress: {rating: ${1 + Math.floor(random() * 9)}, of: 10, by: person, says: "${pick(REFLECTIONS)}"}\n    actions:\n      - {what: ${step}, who: ${pick(['person', 'specialist'])}, by: ${later}${random() < 0.3 ? `, done: ${day}` : ''}}`,
    ),
    'resources:',
    ...some(RESOURCES, 3).map(
      ([id, name, kind]) =>
        `  - {id: ${id}, name: ${name}, kind: ${kind}, status: ${pick(RESOURCE_STATUSES)}, next: Hears back, next_by: ${later}}`,
    ),
    'wins:',
    `  - what: ${pick(WINS)}\n    strengths: [${pick(STRENGTHS)[0]}]\n    goals: [${pick(GOALS)[0]}]`,
    'reflections:',
    `  - "${pick(REFLECTIONS)}"`,
    `follow_up: {on: ${later}, start: 14:00, place: public library, about: the form}`,
  ]
  const paragraphs = Array.from({length: 3}, () => some(SENTENCES, 5).join(' '))
  const body = `## What I heard\n\n${paragraphs[0]}\n\n## What we did\n\n${paragraphs[1]}\n\n${paragraphs[2]}\n`
  return {path: `clients/${client}/${day}.md`, text: `---\n${lines.join('\n')}\n---\n\n${body}`}
}

/** Every other week from January 2025 on. */
const dayAt = (index: number): string =>
  new Date(Date.UTC(2025, 0, 7 + 14 * index)).toISOString().slice(0, 10)

/** Numbers from 0 to 1, the same for the same seed (mulberry32, public domain). */
function randomFrom(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b1)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
