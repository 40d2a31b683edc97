/**
 * What the history of both ends tells of a relation: the other end by its id alone, so that its name is asked for when the
 * event is read, by who reads it.
 */
import type { RelatedType } from '@rapport/domain/features/relations/relations.fields.ts'
import type { KnownArrow } from '@rapport/domain/features/relations/relations.rules.ts'
import type { Prisma } from '@rapport/prisma'
import type { Tx } from '../../ctx.ts'
import { record } from '../../events/record.ts'

export type End = { of: RelatedType; id: string }

/** A relation as it was or is at one of its ends. */
type Element = { id: string; otherId: string; type: { id: string; label: Prisma.JsonValue } }
type Elements = Map<string, Element>

/** By the end they are told at; none of none. */
export const elementsOf = async (tx: Tx, arrow: KnownArrow | null): Promise<Elements> => {
  if (!arrow) return new Map()
  const { fromId, toId, typeId: id } = arrow
  const type = await tx.db.dictionaryItem.findUniqueOrThrow({
    where: { id },
    select: { label: true, inverseLabel: true },
  })
  const [forward, back] = [type.label, type.inverseLabel ?? type.label]
  return new Map([
    [fromId, { id: arrow.id, otherId: toId, type: { id, label: forward } }],
    [toId, { id: arrow.id, otherId: fromId, type: { id, label: back } }],
  ])
}

/** An event for each record that the relation stood at or stands at. Only the one it was changed from has a new version. */
export const tellBoth = async (
  tx: Tx,
  near: End,
  what: 'related' | 'unrelated',
  elements: { old: Elements; new: Elements },
): Promise<void> => {
  const at = (all: Elements, id: string) => [all.get(id)].filter((one) => one !== undefined)
  for (const id of new Set([near.id, ...elements.old.keys(), ...elements.new.keys()])) {
    const { version, ...named } = await namedFor(tx, { of: near.of, id })
    const changes = [{ field: 'relations', old: at(elements.old, id), new: at(elements.new, id) }]
    await record(tx, { type: `${near.of}.${what}`, subject: id, ...named, changes, ...(id === near.id && { version }) })
  }
}

const namedFor = async ({ db }: Tx, { of, id }: End) => {
  const select = { name: true, version: true } as const
  if (of === 'customer') {
    const { name, version } = await db.customer.findUniqueOrThrow({ where: { id }, select })
    return { title: name, version, customerId: id }
  }
  const { name, version } = await db.contact.findUniqueOrThrow({ where: { id }, select })
  return { title: name, version }
}
