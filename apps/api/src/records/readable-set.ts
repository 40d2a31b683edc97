/** A record set as one actor may use it: fields hidden from him do not exist on any channel. */
import type { Actor } from '@rapport/domain/access/actor.ts'
import { may, scopeOf } from '@rapport/domain/access/actor.ts'
import type { Noun, Permission } from '@rapport/domain/access/permissions.ts'
import { isClear, readableFields, readsLabel } from '@rapport/domain/access/readable.ts'
import type { Field, Fields } from '@rapport/domain/field/kinds.ts'
import type { FieldLookup } from '@rapport/domain/filter/resolve.ts'
import { fromFor } from './from.ts'
import { column, expressionsOf, sql, type Part, type Reader, type RecordSet, type Sql } from './record-set.ts'

/** Made once a request; what it makes itself, it makes once. */
export type ReadableSet = {
  set: RecordSet
  reader: Reader
  fields: Fields
  parts: Record<string, Part>
  lookup: FieldLookup
  /** SQL of a field or of a related one (`customer.tier`); only for paths that `lookup` knows. */
  expression: (path: string) => Sql
}

export const readable = (set: RecordSet, reader: Reader): ReadableSet => {
  const fields = readableFields(reader.actor, set.noun, set.fields)
  const own = expressionsOf(set, reader)
  const related = once((name: string) => relatedSet(set, name, reader))
  const lookup = (path: string): Field | undefined => {
    const [name = '', rest, ...more] = path.split('.')
    if (rest === undefined) return Object.hasOwn(fields, path) ? fields[path] : undefined
    const found = more.length === 0 ? related(name)?.fields : undefined
    return found && Object.hasOwn(found, rest) ? found[rest] : undefined
  }
  const expression = (path: string): Sql => {
    const [name = '', rest] = path.split('.')
    if (rest === undefined) return own(path)
    const condition = related(name)?.condition
    const inner = column(name, rest)
    return condition ? sql`(case when ${condition} then ${inner} end)` : inner
  }
  return { set, reader, fields, parts: readableParts(set, reader), lookup, expression }
}

const once = <T>(make: (name: string) => T): ((name: string) => T) => {
  const made = new Map<string, T>()
  return (name) => {
    if (!made.has(name)) made.set(name, make(name))
    return made.get(name) as T
  }
}

/** Every path `lookup` knows: the own fields, then those of related nouns. */
export const fieldPaths = ({ set, fields, lookup }: ReadableSet): string[] => {
  const related = Object.entries(set.related ?? {}).flatMap(([name, of]) =>
    Object.keys(of().fields).map((rest) => `${name}.${rest}`),
  )
  return [...Object.keys(fields), ...related.filter((path) => lookup(path) !== undefined)]
}

// A part has no mask: who sees it masked does not see it.
const readableParts = (set: RecordSet, reader: Reader): Record<string, Part> =>
  Object.fromEntries(
    Object.entries(set.parts?.(reader) ?? {}).filter(([name]) => isClear(reader.actor, set.noun, name)),
  )

/** What people call the record behind a reference, unless the reader may not read that of its noun. */
export const labelOf = ({ set, reader }: ReadableSet, field: Field): Sql | undefined =>
  field.kind === 'ref' && readsLabel(reader.actor, field.to) ? set.labels[field.as] : undefined

type Related = {
  fields: Fields
  /** The related record's own visibility; null for who sees all of them. */
  condition: Sql | null
}

// Computed fields of a related noun may rest on joins that are not here, so only its plain columns are reached.
const relatedSet = (set: RecordSet, name: string, { actor }: Reader): Related | undefined => {
  if (!set.related || !Object.hasOwn(set.related, name)) return undefined
  const related = set.related[name]?.()
  if (!related || !may(actor, `${related.noun}.read` as Permission)) return undefined
  const computed = related.computed?.({ now: new Date(0), actor }) ?? {}
  const fields = readableFields(actor, related.noun, related.fields)
  return {
    fields: Object.fromEntries(Object.entries(fields).filter(([field]) => !Object.hasOwn(computed, field))),
    condition: scopeOf(actor, related.noun as Noun) === 'all' ? null : visibleAs(related, name, actor),
  }
}

// The related record's own visibility, asked by id: a field of a record one may not see answers nothing. The outer id stands
// before the subquery, because inside it the same alias would mean the inner table.
const visibleAs = (related: RecordSet, alias: string, actor: Actor): Sql => {
  const [own, visible] = [column(related.alias, 'id'), related.visibleTo(actor)]
  return sql`${column(alias, 'id')} in (select ${own} from ${fromFor(related, own, visible)} where ${visible})`
}
