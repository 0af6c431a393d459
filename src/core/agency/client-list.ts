import {isBlankYaml, isYamlMap, readYamlData, type LineProblem} from '../yaml/yaml-data.ts'

/** Who is who among the people that notes are about, as `clients.yml` says. */
export interface ClientList {
  /** Every id of the list, those under `also` too. */
  readonly ids: readonly string[]
  /** Ids that mean one person, under the id that their page has: `{'c-014': ['c-099']}`. */
  readonly joined: Readonly<Record<string, readonly string[]>>
  /** Ids that stand with two people or more, each under the ids it stands with; these join nobody. */
  readonly contested: Readonly<Record<string, readonly string[]>>
  /** Names by id, where the agency keeps its key here; with them the checks tell a name in a note. */
  readonly names: Readonly<Record<string, readonly string[]>>
}

export const NO_CLIENTS: ClientList = {ids: [], joined: {}, contested: {}, names: {}}

const texts = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).flatMap((item: unknown) =>
    typeof item === 'string' && item.trim() !== '' ? [item.trim()] : [],
  )

/**
 * Reads `clients.yml`: one line a person, `c-014: {also: [c-099], name: Maria Alvarez}`, all but the id optional.
 * An id that would belong to two people is a problem, and joins nobody: only what is listed without doubt is joined.
 */
export function readClientList(text: string): {
  readonly list: ClientList
  readonly problems: readonly LineProblem[]
} {
  const data = readYamlData(text, 'text')
  const {root, problems} = data
  if (!isBlankYaml(root) && !isYamlMap(root))
    data.report([], 'A client list has one id a line, such as `c-014: {also: [c-099]}`.')
  const groups = Object.entries(isYamlMap(root) ? root : {}).map(([typed, value]) => {
    const id = typed.trim()
    if (!isBlankYaml(value) && !isYamlMap(value))
      data.report([typed], `After \`${id}:\` stands a map such as {also: [c-099]}, or nothing.`)
    const about = isYamlMap(value) ? value : {}
    const also = [...new Set(texts(about['also']))].filter((other) => other !== id)
    return {id, typed, also, names: [...texts(about['name']), ...texts(about['names'])]}
  })
  const owners = new Map<string, string[]>()
  for (const {id, also} of groups)
    for (const each of [id, ...also]) owners.set(each, [...(owners.get(each) ?? []), id])
  const joined: Record<string, readonly string[]> = {}
  for (const {id, typed, also} of groups) {
    const shared = [id, ...also].find((each) => (owners.get(each)?.length ?? 0) > 1)
    if (shared !== undefined && also.length > 0)
      data.report(
        [typed],
        `\`${shared}\` stands with ${(owners.get(shared) ?? []).map((owner) => `\`${owner}\``).join(' and with ')}; one id belongs to one person, so these are kept apart until one line is taken out.`,
      )
    else if (also.length > 0) joined[id] = also
  }
  const names = Object.fromEntries(
    groups.flatMap((each) => (each.names.length > 0 ? [[each.id, each.names]] : [])),
  )
  const contested = Object.fromEntries([...owners].filter(([, groups]) => groups.length > 1))
  return {list: {ids: [...owners.keys()], joined, contested, names}, problems}
}

/**
 * How ids are joined where `joined` says so without doubt. An id that stands with two people, in `joined` itself or
 * as the list found, is `contested` and joins nobody.
 */
export function joinIds(
  joined: Readonly<Record<string, readonly string[]>>,
  known: Readonly<Record<string, readonly string[]>> = {},
): {
  readonly canonical: (id: string) => string
  readonly contested: Readonly<Record<string, readonly string[]>>
} {
  const owners = new Map<string, Set<string>>()
  const own = (id: string, owner: string): void =>
    void owners.set(id, (owners.get(id) ?? new Set()).add(owner))
  for (const [id, also] of Object.entries(joined)) for (const each of [id, ...also]) own(each, id)
  const torn = [...owners]
    .filter(([, groups]) => groups.size > 1)
    .map(([id, groups]) => [id, [...groups]] as const)
  const contested = {...known, ...Object.fromEntries(torn)}
  const apart = new Set(Object.values(contested).flat())
  const canonical = new Map(
    Object.entries(joined).flatMap(([id, also]) =>
      apart.has(id) ? [] : also.map((other) => [other, id] as const),
    ),
  )
  return {canonical: (id) => canonical.get(id) ?? id, contested}
}

/** The id that stands for a person whose other ids the list joins to it. */
export const canonicalIds = ({joined}: ClientList): ((id: string) => string) => joinIds(joined).canonical
