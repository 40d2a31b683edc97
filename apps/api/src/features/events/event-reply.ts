/** Events as their reader may know them: the sentence, and the changes of fields he may read, masked where his role says so. */
import type { Actor } from '@rapport/domain/access/actor.ts'
import { fieldAccess, mask, readableFields } from '@rapport/domain/access/readable.ts'
import { eventText } from '@rapport/domain/event-text.ts'
import type { Event, ChangedField } from '@rapport/domain/features/events/events.ts'
import type { Ctx } from '../../ctx.ts'
import { recordSets } from '../../records/all.ts'
import type { RecordSet } from '../../records/record-set.ts'
import { namesOf } from './event-names.queries.ts'
import { isRelations, namedFor, referencesIn, tells, type Names } from './event-references.ts'

type RawText = { type: string; entity: string; title: string; actor: string; data: Record<string, unknown> }
type RawChanges = { entity: string; plain: ChangedField[]; personal: ChangedField[] | null }
type Raw = Omit<Event, 'text' | 'changes'> & { text?: RawText; changes?: RawChanges }

/** `items` come from the record set of events, with their parts as the database gave them. At most one statement. */
export const presentEvents = async (ctx: Ctx, items: readonly Event[]): Promise<Event[]> => {
  const raws = items as unknown as readonly Raw[]
  const readables = raws.map(({ changes }) => (changes ? changesFor(ctx.actor, changes) : undefined))
  const names = await namesOf(
    ctx,
    raws.flatMap(({ changes }, at) => readables[at]?.flatMap((one) => referencesIn(changes?.entity ?? '', one)) ?? []),
  )
  return raws.map((raw, at) => presentEvent(ctx.actor, raw, readables[at], names))
}

const presentEvent = (actor: Actor, raw: Raw, readable: ChangedField[] | undefined, names: Names): Event => {
  const { text, changes, ...event } = raw
  return {
    ...event,
    ...(text && { text: eventText(text, (field) => tells(actor, text.entity, field)) }),
    ...(changes && { changes: readable?.map((one) => spoken(actor, changes.entity, one, names)) }),
  } as Event
}

// The items of a dictionary stand under the rules for dictionaries, as the record set says.
const ruledBy = (entity: string): string => recordSets()[entity]?.noun ?? entity

const isMasked = (actor: Actor, entity: string, name: string): boolean =>
  fieldAccess(actor, ruledBy(entity), name) === 'masked'

const spoken = (actor: Actor, entity: string, change: ChangedField, names: Names): ChangedField =>
  isMasked(actor, entity, change.field)
    ? { field: change.field, old: mask(change.old), new: mask(change.new) }
    : namedFor(actor, entity, change, names)

/** The changes of what the reader may read, their values whole. */
const changesFor = (actor: Actor, { entity, plain, personal }: RawChanges): ChangedField[] => {
  const values = new Map((personal ?? []).map((change) => [change.field, change]))
  return plain.flatMap((change) => {
    const set = recordSets()[entity]
    const isKnown = set === undefined || isReadable(actor, set, change.field) || isPart(actor, entity, change.field)
    if (!isKnown || fieldAccess(actor, ruledBy(entity), change.field) === 'hidden') return []
    return [{ ...change, ...values.get(change.field) }]
  })
}

// What is made of a hidden field does not tell of it here either.
const isReadable = (actor: Actor, { noun, fields }: RecordSet, name: string): boolean =>
  Object.hasOwn(readableFields(actor, noun, fields), name)

const isPart = (actor: Actor, entity: string, name: string): boolean => {
  const parts = recordSets()[entity]?.parts?.({ actor, now: new Date(0) })
  return isRelations(entity, name) || (parts !== undefined && Object.hasOwn(parts, name))
}
