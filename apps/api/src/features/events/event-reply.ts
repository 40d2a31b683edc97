/** An event as its reader may know it: the sentence, and the changes of fields he may read, masked where his role says so. */
import type { Actor } from '@rapport/domain/access/actor.ts'
import { fieldAccess, isClear, mask, readableFields } from '@rapport/domain/access/readable.ts'
import { eventText } from '@rapport/domain/event-text.ts'
import type { Event, ChangedField } from '@rapport/domain/features/events/events.ts'
import { recordSets } from '../../records/all.ts'
import type { RecordSet } from '../../records/record-set.ts'

type RawText = { type: string; entity: string; title: string; actor: string; data: Record<string, unknown> }
type RawChanges = { entity: string; plain: ChangedField[]; personal: ChangedField[] | null }

/** `item` comes from the record set of events, with its parts as the database gave them. */
export const presentEvent = (actor: Actor, item: Event): Event => {
  const { text, changes } = item as unknown as { text?: RawText; changes?: RawChanges }
  return {
    ...item,
    ...(text && { text: eventText(text, (field) => isClear(actor, ruledBy(text.entity), field)) }),
    ...(changes && { changes: changesFor(actor, changes) }),
  }
}

// The items of a dictionary stand under the rules for dictionaries, as the record set says.
const ruledBy = (entity: string): string => recordSets()[entity]?.noun ?? entity

const changesFor = (actor: Actor, { entity, plain, personal }: RawChanges): ChangedField[] => {
  const values = new Map((personal ?? []).map((change) => [change.field, change]))
  return plain.flatMap((change) => {
    const set = recordSets()[entity]
    const isKnown = set === undefined || isReadable(actor, set, change.field) || isPart(actor, entity, change.field)
    const access = fieldAccess(actor, ruledBy(entity), change.field)
    if (!isKnown || access === 'hidden') return []
    const whole = { ...change, ...values.get(change.field) }
    return access === 'masked' ? [{ field: change.field, old: mask(whole.old), new: mask(whole.new) }] : [whole]
  })
}

// What is made of a hidden field does not tell of it here either.
const isReadable = (actor: Actor, { noun, fields }: RecordSet, name: string): boolean =>
  Object.hasOwn(readableFields(actor, noun, fields), name)

const isPart = (actor: Actor, entity: string, name: string): boolean => {
  const parts = recordSets()[entity]?.parts?.({ actor, now: new Date(0) })
  return parts !== undefined && Object.hasOwn(parts, name)
}
