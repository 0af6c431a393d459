import {compareText} from '../record/said.ts'
import type {Template} from './template.ts'

/** Where a template comes from: of two with the same id, the later one of these is in use. */
const TEMPLATE_ORIGINS = ['built in', 'this folder’s', 'yours'] as const
export type TemplateOrigin = (typeof TEMPLATE_ORIGINS)[number]

export interface OfferedTemplate {
  readonly template: Template
  readonly origin: TemplateOrigin
}

/** The usual template of a kind of contact, by its id. */
const USUAL: Readonly<Record<string, string>> = {
  individual: 'session',
  group: 'group',
  outreach: 'outreach',
  collateral: 'collateral',
  'check-in': 'phone-check-in',
  'no-contact': 'no-contact',
}

const SESSION = 'session'
const FIRST = 'first-meeting'

/** One template for each id, the everyday one first, then by name. */
export function offerTemplates(
  layers: Readonly<Record<TemplateOrigin, readonly Template[]>>,
): OfferedTemplate[] {
  const inUse = new Map<string, OfferedTemplate>()
  for (const origin of TEMPLATE_ORIGINS)
    for (const template of layers[origin]) inUse.set(template.id, {template, origin})
  return [...inUse.values()].toSorted(
    ({template: a}, {template: b}) =>
      Number(b.id === SESSION) - Number(a.id === SESSION) || compareText(a.name, b.name),
  )
}

/** The template that a kind of contact is usually written with. */
export const templateForKind = (
  offered: readonly OfferedTemplate[],
  kind: string,
): OfferedTemplate | undefined =>
  offered.find(({template}) => template.id === USUAL[kind]) ??
  offered.find(({template}) => template.kind === kind)

/**
 * The template of a person's next note where nothing needs to be asked: that of the one kind of contact they have
 * had, the first meeting for somebody new. Undefined where they have had several; groups have their own command.
 */
export function settledTemplate(
  offered: readonly OfferedTemplate[],
  person: {readonly isNew: boolean; readonly kinds: readonly string[]},
): OfferedTemplate | undefined {
  const kinds = person.kinds.filter((kind) => kind !== 'group')
  if (kinds.length > 1) return undefined
  const [kind = 'individual'] = kinds
  const first = person.isNew ? offered.find(({template}) => template.id === FIRST) : undefined
  return first ?? templateForKind(offered, kind) ?? offered[0]
}

/** Those for the kinds that a person has had first, in that order; the rest as they are. */
export function usualFirst(
  offered: readonly OfferedTemplate[],
  kinds: readonly string[],
): {readonly usual: readonly OfferedTemplate[]; readonly others: readonly OfferedTemplate[]} {
  const usual = [...new Set(kinds.flatMap((kind) => templateForKind(offered, kind) ?? []))]
  return {usual, others: offered.filter((each) => !usual.includes(each))}
}

/** Whether it adds to a note that is there, so that it is no start for a note of its own. */
export const needsOriginal = ({text}: Template): boolean => /\{\{\s*original\./.test(text)
