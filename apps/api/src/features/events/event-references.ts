/**
 * The customers, contacts and deals that the values of a change refer to. Who may see such a record changes with the reader and
 * with time, so its name is asked for when the event is read, and is never taken from what the writer saw.
 */
import { fieldAccess, readsLabel } from '@rapport/domain/access/readable.ts'
import type { Actor } from '@rapport/domain/access/actor.ts'
import type { ChangedField } from '@rapport/domain/features/events/events.ts'
import { recordSets } from '../../records/all.ts'

export const namedOnReading = ['customers', 'contacts', 'opportunities'] as const
export type Reference = { noun: string; id: string }
/** By `noun/id`; a record that is not there has no name for this reader. */
export type Names = ReadonlyMap<string, string>
export const nameKey = ({ noun, id }: Reference): string => `${noun}/${id}`

// What hangs on a record as a list of its own, and which key of an element refers to whom.
const lists: Record<string, { key: string; as: string; to: string }> = {
  'contacts.customers': { key: 'customerId', as: 'customer', to: 'customers' },
  'contacts.relations': { key: 'otherId', as: 'other', to: 'contacts' },
  'customers.relations': { key: 'otherId', as: 'other', to: 'customers' },
  'opportunities.contacts': { key: 'contactId', as: 'contact', to: 'contacts' },
}
type Element = Record<string, unknown>

/** Relations are asked for apart and are no part of the record itself; their other ends are guarded all the same. */
export const isRelations = (entity: string, name: string): boolean =>
  name === 'relations' && Object.hasOwn(lists, `${entity}.${name}`)

const targetOf = (entity: string, name: string): string | undefined => {
  const field = recordSets()[entity]?.fields[name]
  return field?.kind === 'ref' || field?.kind === 'refs' ? field.to : undefined
}
const isGuarded = (noun: string | undefined): noun is string => namedOnReading.some((one) => one === noun)

/** Whom the values refer to. */
export const referencesIn = (entity: string, { field, old, new: next }: ChangedField): Reference[] => {
  const list = lists[`${entity}.${field}`]
  const values = [old, next].flat().filter((value) => value !== null && value !== undefined)
  if (list) return values.map((element) => ({ noun: list.to, id: String((element as Element)[list.key]) }))
  const noun = targetOf(entity, field)
  return isGuarded(noun) ? values.map((id) => ({ noun, id: String(id) })) : []
}

/** The change as the reader may know it: a name where he has one for it, elements of lists only of whom he sees. */
export const namedFor = (actor: Actor, entity: string, change: ChangedField, names: Names): ChangedField => {
  const list = lists[`${entity}.${change.field}`]
  if (list) return { ...change, old: seen(change.old, list, names), new: seen(change.new, list, names) }
  const noun = targetOf(entity, change.field)
  if (isGuarded(noun)) return { ...change, labels: labelsOf(noun, change, names) }
  if (noun === undefined || readsLabel(actor, noun)) return change
  const { labels: _, ...unnamed } = change
  return unnamed
}

const labelsOf = (noun: string, change: ChangedField, names: Names): { old: unknown; new: unknown } => {
  const nameOf = (id: unknown) => (typeof id === 'string' ? (names.get(nameKey({ noun, id })) ?? null) : null)
  return { old: nameOf(change.old), new: nameOf(change.new) }
}

const seen = (value: unknown, { key, as, to }: { key: string; as: string; to: string }, names: Names): unknown =>
  Array.isArray(value)
    ? (value as Element[]).flatMap((element) => {
        const id = String(element[key])
        const label = names.get(nameKey({ noun: to, id }))
        return label === undefined ? [] : [{ ...element, [as]: { id, label } }]
      })
    : value

/** Whether a word of a sentence that tells the value of this field may be read: the field, and what people call its record. */
export const tells = (actor: Actor, entity: string, name: string): boolean => {
  const noun = targetOf(entity, name)
  const access = fieldAccess(actor, recordSets()[entity]?.noun ?? entity, name)
  return access !== 'hidden' && access !== 'masked' && (noun === undefined || readsLabel(actor, noun))
}
