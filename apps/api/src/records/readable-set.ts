/** A record set as one actor may use it: fields hidden from him do not exist on any channel. */
import type { Actor } from '@rapport/domain/access/actor.ts'
import { may, scopeOf } from '@rapport/domain/access/actor.ts'
import type { Noun, Permission } from '@rapport/domain/access/permissions.ts'
import { isClear, readableFields, readsLabel } from '@rapport/domain/access/readable.ts'
import type { Field, Fields } from '@rapport/domain/field/kinds.ts'
import type { FieldLookup } from '@rapport/domain/filter/resolve.ts'
import { column, expressionOf, sql, type Part, type Reader, type RecordSet, type Sql } from './record-set.ts'

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
  const lookup = (path: string): Field | undefined => {
    const [name = '', rest, ...more] = path.split('.')
    if (rest === undefined) return Object.hasOwn(fields, path) ? fields[path] : undefined
    const related = more.length === 0 ? relatedSet(set, name, reader.actor) : undefined
    return related && relatedField(related, rest, reader.actor)
  }
  const expression = (path: string): Sql => {
    const [name = '', rest] = path.split('.')
    if (rest === undefined) return expressionOf(set, path, reader)
    const related = set.related?.[name]?.()
    if (!related) throw new Error(`no related set ${name}`)
    const inner = expressionOf({ ...related, alias: name }, rest, reader)
    return scopeOf(reader.actor, related.noun as Noun) === 'all'
      ? inner
      : sql`(case when ${visibleAs(related, name, reader)} then ${inner} end)`
  }
  return { set, reader, fields, parts: readableParts(set, reader), lookup, expression }
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

const relatedSet = (set: RecordSet, name: string, actor: Actor): RecordSet | undefined => {
  if (!set.related || !Object.hasOwn(set.related, name)) return undefined
  const related = set.related[name]?.()
  return related && may(actor, `${related.noun}.read` as Permission) ? related : undefined
}

// Computed fields of a related noun may rest on joins that are not here, so only its plain columns are reached.
const relatedField = (related: RecordSet, name: string, actor: Actor): Field | undefined => {
  const fields = readableFields(actor, related.noun, related.fields)
  if (!Object.hasOwn(fields, name)) return undefined
  return related.computed && Object.hasOwn(related.computed({ now: new Date(0), actor }), name)
    ? undefined
    : fields[name]
}

// The related record's own visibility, asked by id: a field of a record one may not see answers nothing. The outer id stands
// before the subquery, because inside it the same alias would mean the inner table.
const visibleAs = (related: RecordSet, alias: string, { actor }: Reader): Sql =>
  sql`${column(alias, 'id')} in (select ${column(related.alias, 'id')} from ${related.from} where ${related.visibleTo(actor)})`
