import {groupBy} from './group-by.ts'

/** What a mention says about which thing it means. */
export interface Naming {
  readonly id: string | undefined
  /** Earlier ids, or earlier words. */
  readonly was: readonly string[]
  readonly words: string | undefined
}

/** All mentions of one thing, in the order given; there is at least one. */
export interface Thing<M> {
  readonly id: string
  readonly mentions: readonly M[]
}

export interface Things<M> {
  /** In the order of their first mention. */
  readonly all: readonly Thing<M>[]
  /** The thing that an id, an earlier id or exact words mean. */
  find(said: string): Thing<M> | undefined
}

/** Words as they are compared: without case, quotation marks and punctuation. */
export function plainWords(text: string): string {
  const known = PLAIN.get(text)
  if (known !== undefined) return known
  const plain = readPlainWords(text)
  if (PLAIN.size >= MOST_KEPT) PLAIN.clear()
  if (text.length <= LONGEST_KEPT) PLAIN.set(text, plain)
  return plain
}

/** The same words come back in every note of a person, so what they come to is kept for a while. */
const PLAIN = new Map<string, string>()
const MOST_KEPT = 2_000
const LONGEST_KEPT = 300

function readPlainWords(text: string): string {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’‘`]/g, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim()
  return plain || text.trim()
}

/** `sunday-dinner-with-my`: the first words of `text` as an id. */
export const slugOf = (text: string, words = 4): string =>
  plainWords(text).split(' ').slice(0, words).join('-')

/**
 * Groups mentions that mean one thing: the same id, else an id that `was` links, both ways along a chain of
 * them, else exactly the same words. Similar words are two things. `prefix` starts the id of a thing that its
 * mentions give none: `g-` and its first four words.
 */
export function sameThings<M>(
  mentions: readonly M[],
  naming: (mention: M) => Naming,
  prefix = '',
): Things<M> {
  const named = mentions.map((mention) => ({mention, ...plainNaming(naming(mention))}))
  const nodes = new Nodes()
  const ids = new Map<string, number>()
  const nodeOfWords = new Map<string, string>()
  for (const [index, {id, was, words}] of named.entries()) {
    const own = id === undefined ? was : [id, ...was]
    for (const name of own) {
      nodes.join(`#${own[0] ?? ''}`, `#${name}`)
      if (!ids.has(name)) ids.set(name, was.includes(name) ? Infinity : index)
    }
    if (own[0] && words && !nodeOfWords.has(words)) nodeOfWords.set(words, `#${own[0]}`)
  }
  const slugs = new Map<string, string>()
  const placed = named.map(({mention, id, was, words = ''}, index) => {
    const known =
      id ?? was[0] ?? (ids.has(words.replaceAll(' ', '-')) ? words.replaceAll(' ', '-') : undefined)
    if (known !== undefined) return {mention, id, was, node: `#${known}`}
    const node = nodeOfWords.get(words) ?? `"${words}`
    if (!nodeOfWords.has(words)) {
      nodeOfWords.set(words, node)
      const slug = freeSlug(
        prefix + slugOf(words),
        (taken) => slugs.has(taken) || (ids.get(taken) ?? Infinity) < index,
      )
      slugs.set(slug, node)
      if (ids.has(slug)) nodes.join(node, `#${slug}`)
    }
    return {mention, id, was, node}
  })
  for (const id of ids.keys()) {
    const node = nodeOfWords.get(plainWords(id))
    if (node?.startsWith('"')) nodes.join(node, `#${id}`)
  }
  return collect(placed, {nodes, nodeOfWords, slugs})
}

interface Placed<M> {
  readonly mention: M
  readonly id: string | undefined
  readonly was: readonly string[]
  readonly node: string
}

function collect<M>(
  placed: readonly Placed<M>[],
  {
    nodes,
    nodeOfWords,
    slugs,
  }: {
    readonly nodes: Nodes
    readonly nodeOfWords: ReadonlyMap<string, string>
    readonly slugs: ReadonlyMap<string, string>
  },
): Things<M> {
  const groups = groupBy(placed, ({node}) => nodes.rootOf(node))
  const slugOfRoot = new Map([...slugs].toReversed().map(([slug, node]) => [nodes.rootOf(node), slug]))
  const byRoot = new Map(
    [...groups].map(([root, group]): [string, Thing<M>] => [
      root,
      {id: idOf(group) ?? slugOfRoot.get(root) ?? root, mentions: group.map(({mention}) => mention)},
    ]),
  )
  return {
    all: [...byRoot.values()],
    find(said) {
      const node = `#${said.trim().toLowerCase()}`
      const words = nodeOfWords.get(plainWords(said)) ?? slugs.get(said.trim().toLowerCase())
      return (
        byRoot.get(nodes.rootOf(node)) ?? (words === undefined ? undefined : byRoot.get(nodes.rootOf(words)))
      )
    },
  }
}

/** The newest id: the last one that no mention calls an earlier one. */
function idOf<M>(group: readonly Placed<M>[]): string | undefined {
  const earlier = new Set(group.flatMap(({was}) => was))
  const ids = group.flatMap(({id}) => id ?? [])
  return ids.findLast((id) => !earlier.has(id)) ?? ids.at(-1) ?? group[0]?.was[0]
}

function freeSlug(base: string, taken: (slug: string) => boolean): string {
  let slug = base
  for (let count = 2; taken(slug); count++) slug = `${base}-${count}`
  return slug
}

function plainNaming({id, was, words}: Naming): Naming {
  return {
    id: id?.trim().toLowerCase(),
    was: was.map((name) => name.trim().toLowerCase()),
    words: words === undefined ? undefined : plainWords(words),
  }
}

/** Names that mean the same, as a forest: every name leads to the root of its group. */
class Nodes {
  readonly #parents = new Map<string, string>()

  rootOf(node: string): string {
    let root = node
    for (let next = this.#parents.get(root); next !== undefined; next = this.#parents.get(root)) root = next
    return root
  }

  join(a: string, b: string): void {
    const [first, second] = [this.rootOf(a), this.rootOf(b)]
    if (first !== second) this.#parents.set(second, first)
  }
}
