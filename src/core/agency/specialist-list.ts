import {isBlankYaml, isYamlMap, readYamlData, type LineProblem} from '../yaml/yaml-data.ts'

/** Somebody who writes notes, as `specialists.yml` says. */
export interface Specialist {
  readonly id: string
  readonly name: string | undefined
  readonly credential: string | undefined
  readonly supervisor: string | undefined
  /** What figures about notes are counted by. */
  readonly team: string | undefined
}

/** Reads `specialists.yml`: `jm: {name: Jo March, credential: CPRS, supervisor: ab, team: north}`, or `jm: Jo March`. */
export function readSpecialists(text: string): {
  readonly specialists: readonly Specialist[]
  readonly problems: readonly LineProblem[]
} {
  const data = readYamlData(text, 'text')
  const {root, problems} = data
  if (!isBlankYaml(root) && !isYamlMap(root))
    data.report(
      [],
      'A list of specialists has one id a line, such as `jm: {name: Jo March, credential: CPRS}`.',
    )
  const specialists = Object.entries(isYamlMap(root) ? root : {}).map(([id, value]): Specialist => {
    const about = isYamlMap(value) ? value : {name: value}
    const text = (key: string): string | undefined => {
      const said = about[key]
      return typeof said === 'string' && said.trim() !== '' ? said.trim() : undefined
    }
    if (!isYamlMap(value) && typeof value !== 'string')
      data.report(
        [id],
        `After \`${id}:\` stands a name, or a map such as {name: Jo March, credential: CPRS}.`,
      )
    return {
      id: id.trim(),
      name: text('name'),
      credential: text('credential'),
      supervisor: text('supervisor'),
      team: text('team'),
    }
  })
  return {specialists, problems}
}
