/** Values of the note to be. */
const OF_THIS_NOTE = {
  client: 'the person’s id',
  date: 'the day of the contact',
  start: 'the time of day now, where the contact is today',
  entered: 'today',
  specialist: 'who writes',
  note: 'the note’s own id, such as c-014/2026-07-14',
  practice: 'the template’s own `practice`',
  reason: 'why the note is late, adds to another or corrects it, where that was said',
} as const

/** Values from the person's earlier notes: a line that holds one is left out where there is none. */
const FROM_EARLIER_NOTES = {
  'last.date': 'the day of the last note',
  'last.link': 'a Markdown link to the last note',
  'last.place': 'where that was',
  open_goals: 'goals not yet reached or let go, in the person’s words',
  open_actions: 'steps not yet done, with who and the day they were planned for',
  resources_to_ask: 'resources not heard of for a while, or whose next step is due',
  preferences: 'how the person likes to be met and reached',
  strengths: 'strengths seen so far, with the latest thing that showed each',
  recent_wins: 'the last three wins',
} as const

/** Values of the note that this one adds to or corrects. */
const OF_THE_ORIGINAL = {
  'original.note': 'its id',
  'original.date': 'its day',
  'original.link': 'a Markdown link to it',
} as const

/** Every value that a template may name, each with what it gives. */
export const TEMPLATE_VARIABLES = {...OF_THIS_NOTE, ...FROM_EARLIER_NOTES, ...OF_THE_ORIGINAL} as const
export type TemplateVariable = keyof typeof TEMPLATE_VARIABLES

/** Words for one place, or several of which each gets a line of its own. */
export type TemplateValue = string | readonly string[]

/** Values by name; the answers to a template's own questions are among them. */
export type TemplateValues = Readonly<Partial<Record<TemplateVariable, TemplateValue>>> &
  Readonly<Record<string, TemplateValue | undefined>>

export const isFromEarlierNotes = (name: string): name is keyof typeof FROM_EARLIER_NOTES =>
  Object.hasOwn(FROM_EARLIER_NOTES, name)

export const isTemplateVariable = (name: string): name is TemplateVariable =>
  Object.hasOwn(TEMPLATE_VARIABLES, name)

/** The lines that a value gives: none where there is no value, or nothing in it. */
export function linesOf(values: TemplateValues, name: string): readonly string[] {
  const value = Object.hasOwn(values, name) ? values[name] : undefined
  const lines = typeof value === 'string' ? [value] : (value ?? [])
  return lines.map((line) => line.replace(/\s+/g, ' ').trim()).filter((line) => line !== '')
}
