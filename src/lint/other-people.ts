import {canonicalIds} from '../core/agency/client-list.ts'
import {parseNote} from '../core/note.ts'
import type {Said} from '../core/record/said.ts'
import {clientName} from './checks/names.ts'
import {otherClient} from './checks/other-client.ts'
import type {CheckContext, CheckedNote} from './checks/rule.ts'

/** Ids, and names that the client list keeps, of people other than `client` in a text that is to stand in one person's record. */
export function otherPeopleIn(
  text: string,
  {client, record, sightings}: Pick<CheckedNote, 'record' | 'sightings'> & {readonly client: Said<string>},
  context: CheckContext,
): readonly string[] {
  const {clients, known} = context
  const canonical = canonicalIds(clients)
  const isOther = (id: string): boolean => canonical(id) !== canonical(client.value)
  const others = [...(known?.clientIds ?? []), ...clients.ids, ...record.clients.map(({value}) => value)]
  const names = Object.fromEntries(Object.entries(clients.names).filter(([id]) => isOther(id)))
  const checked = {note: parseNote(`\n${text}`), record: {...record, clients: [client], each: []}, sightings}
  const about = {...context, known: undefined, clients: {...clients, ids: others, names}}
  const found = [otherClient, clientName].flatMap((rule) => [...rule.check(checked, about)])
  return [...new Set(found.map(({span}) => checked.note.text.slice(span.start, span.end)))]
}
