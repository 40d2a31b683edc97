/** Sort keys of a list: fields the reader may sort by, always ended by the id so that the order is total. */
import type { Field } from '@rapport/domain/field/kinds.ts'
import { refuse } from '../http/problems.ts'
import { labelOf, type ReadableSet } from './readable-set.ts'
import { join, raw, sql, type Sql } from './record-set.ts'

export type SortKey = { name: string; descending: boolean; nullable: boolean; expression: Sql; cast: string }

const castOf = (field: Field): string => {
  switch (field.kind) {
    case 'int':
      return 'int'
    case 'decimal':
    case 'money':
    case 'percent':
      return 'numeric'
    case 'date':
      return 'date'
    case 'instant':
      return 'timestamptz'
    case 'boolean':
      return 'boolean'
    case 'id':
    case 'ref':
      return 'uuid'
    default:
      return 'text'
  }
}

/** Errors: 400 `sort.field` for a name that is unknown, hidden or not sortable. */
export const sortKeys = (set: ReadableSet, sort: readonly string[] | undefined): SortKey[] => {
  const names = sort ?? set.set.defaultSort
  const keys = names.map((name) => keyOf(set, name))
  if (keys.some((key) => key.name === 'id')) return keys
  return [...keys, idKey(set, keys.at(-1)?.descending ?? false)]
}

const keyOf = (set: ReadableSet, sort: string): SortKey => {
  const descending = sort.startsWith('-')
  const name = descending ? sort.slice(1) : sort
  const field = name.includes('.') ? undefined : set.lookup(name)
  if (name === 'id') return idKey(set, descending)
  if (!field?.sortable) return refuse('sort.field', { field: name })
  const language = set.reader.actor.locale === 'en' ? 'en' : 'zh'
  const plain = set.expression(name)
  const expression =
    field.kind === 'label'
      ? sql`(${plain}->>${raw(`'${language}'`)})`
      : field.kind === 'ref'
        ? (labelOf(set, field) ?? plain)
        : plain
  const cast = field.kind === 'ref' ? 'text' : castOf(field)
  return { name, descending, nullable: !(field.required || field.hasDefault), expression, cast }
}

const idKey = (set: ReadableSet, descending: boolean): SortKey => ({
  name: 'id',
  descending,
  nullable: false,
  expression: set.expression('id'),
  cast: 'uuid',
})

/** The `order by` list; empty values come last in both directions. */
export const orderBy = (keys: readonly SortKey[]): Sql =>
  join(
    keys.map(
      (key) => sql`${key.expression} ${raw(`${key.descending ? 'desc' : 'asc'}${key.nullable ? ' nulls last' : ''}`)}`,
    ),
    ', ',
  )
