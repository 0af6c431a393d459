import {isYamlMap, readYamlData, type LineProblem, type YamlData} from '../yaml/yaml-data.ts'

/**
 * What a box can take from a note's record, item by item, with the values that its wording may name. The wording goes
 * where a profile says none: `{value}` is needed, and what stands in square brackets goes where its value is missing.
 */
export const BOX_ITEMS = {
  goals: {values: ['words', 'plan', 'status', 'since'], as: '{words}[ (plan goal {plan})]'},
  plan_goal: {values: ['plan'], as: 'Plan goal: {plan}'},
  progress: {
    values: ['goal', 'scale', 'by', 'says'],
    as: '[{goal}: ][{says} ][({scale})][, rated by {by}]',
  },
  strengths: {values: ['name', 'evidence', 'source', 'named_by'], as: '{name}[: {evidence}]'},
  skills: {values: ['name', 'from'], as: '{name}[ ({from})]'},
  wins: {values: ['what'], as: '{what}'},
  stories: {values: ['text'], as: '{text}'},
  reflections: {values: ['text'], as: '{text}'},
  affirmations: {values: ['said', 'reply'], as: '{said}'},
  replies: {values: ['reply', 'said'], as: '{reply}'},
  feedback: {values: ['said', 'from'], as: '[{from}: ]{said}'},
  assessments: {values: ['tool', 'on', 'results'], as: '{tool}[, {on}][: {results}]'},
  resources: {
    values: ['name', 'kind', 'status', 'contact', 'next', 'next_by', 'note'],
    as: '{name}[ ({status})][; next: {next}][, by {next_by}][; {note}]',
  },
  preferences: {values: ['says', 'about'], as: '[{about}: ]{says}'},
  steps: {values: ['what', 'who', 'by', 'goal'], as: '[{who}: ]{what}[ (by {by})]'},
  steps_done: {values: ['what', 'who', 'done', 'goal'], as: '[{who}: ]{what} (done[ {done}])'},
  follow_up: {
    values: ['on', 'start', 'place', 'about'],
    as: 'Next meeting:[ {on}][ {start}][, {place}][; {about}]',
  },
  participants: {values: ['roles'], as: 'Also present: {roles}'},
} as const satisfies Readonly<Record<string, {readonly values: readonly string[]; readonly as: string}>>
export type BoxItem = keyof typeof BOX_ITEMS

/** What a box is filled from, in its order. `lead` stands on a line before it, where there is anything. */
export type BoxSource = {readonly lead: string | undefined} & (
  | {readonly kind: 'items'; readonly take: BoxItem; readonly as: string}
  /** The text below headings of these names. */
  | {readonly kind: 'headings'; readonly headings: readonly string[]}
  /** The text below no heading that a box of the profile names. */
  | {readonly kind: 'rest'}
)

export interface BoxForm {
  readonly id: string
  readonly title: string
  /** What it says where the note has nothing for it. */
  readonly empty: string
  readonly from: readonly BoxSource[]
}

/** A way to fill the boxes of a record system from one note. */
export interface RecordProfile {
  readonly id: string
  readonly title: string
  /** One plain line. */
  readonly about: string
  readonly boxes: readonly BoxForm[]
}

export interface ProfileReading {
  /** Undefined where no box could be read. */
  readonly profile: RecordProfile | undefined
  readonly problems: readonly LineProblem[]
}

/** Reads a profile. What cannot be read is a problem with its line, counted from 1, and the rest still counts. */
export function readRecordProfile(text: string, id: string): ProfileReading {
  const data = readYamlData(text, 'text')
  const {problems} = data
  if (problems.length > 0) return {profile: undefined, problems}
  const root = isYamlMap(data.root) ? data.root : {}
  const boxes = new ProfileReader(data).boxes(root['boxes'])
  if (boxes.length === 0 && problems.length === 0)
    data.report(['boxes'], 'A profile has `boxes`, each with a `title` and what it is filled `from`.')
  if (boxes.length === 0) return {profile: undefined, problems}
  const profile = {
    id,
    title: textOf(root['title']) ?? id.toUpperCase(),
    about: textOf(root['about']) ?? '',
    boxes,
  }
  return {profile, problems}
}

type Path = readonly (string | number)[]

class ProfileReader {
  readonly #report: YamlData['report']

  constructor({report}: YamlData) {
    this.#report = report
  }

  boxes(listed: unknown): BoxForm[] {
    const found: BoxForm[] = []
    listOf(listed).forEach((each, i) => {
      const box = this.#box(each, ['boxes', i])
      if (!box) return
      if (found.some(({id}) => id === box.id))
        this.#report(['boxes', i], `Two boxes go by \`${box.id}\`; an \`id\` tells them apart.`)
      else found.push(box)
    })
    return found
  }

  #box(box: unknown, path: Path): BoxForm | undefined {
    const title = isYamlMap(box) ? textOf(box['title']) : undefined
    if (!isYamlMap(box) || title === undefined) return this.#report(path, 'A box has a `title`.')
    return {
      id: textOf(box['id']) ?? idFrom(title),
      title,
      empty: textOf(box['empty']) ?? 'This note says nothing for this box.',
      from: listOf(box['from']).flatMap((source, i) => this.#source(source, [...path, 'from', i]) ?? []),
    }
  }

  #source(source: unknown, path: Path): BoxSource | undefined {
    const about = isYamlMap(source) ? source : {take: source}
    const lead = textOf(about['lead'])
    if (about['headings'] !== undefined)
      return {
        kind: 'headings',
        headings: listOf(about['headings']).flatMap((each) => textOf(each) ?? []),
        lead,
      }
    const take = textOf(about['take'])
    if (take === 'rest') return {kind: 'rest', lead}
    if (!isBoxItem(take))
      return this.#report(
        path,
        `A box is filled from \`rest\`, from \`headings\`, or from one of: ${Object.keys(BOX_ITEMS).join(', ')}.`,
      )
    const {values, as} = BOX_ITEMS[take]
    const typed = textOf(about['as'])
    const strange = [...(typed ?? '').matchAll(/\{([^{}]*)\}/g)].find(
      ([, name]) => !values.some((value) => value === name),
    )
    if (strange)
      return this.#report(
        path,
        `\`${take}\` has no {${strange[1] ?? ''}}; it has ${values.map((value) => `{${value}}`).join(', ')}.`,
      )
    return {kind: 'items', take, as: typed ?? as, lead}
  }
}

const isBoxItem = (name: string | undefined): name is BoxItem =>
  name !== undefined && Object.hasOwn(BOX_ITEMS, name)

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null || value === '' ? [] : [value]

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined

const idFrom = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
