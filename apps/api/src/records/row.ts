/** Columns of a select, and a raw row → the record as it is sent. Only this file sees values as the driver gives them. */
import { fieldAccess, mask } from '@rapport/domain/access/readable.ts'
import type { Field, Fields } from '@rapport/domain/field/kinds.ts'
import { minorUnitOf } from '@rapport/domain/money.ts'
import { labelOf, type ReadableSet } from './readable-set.ts'
import { join, raw, sql, type Part, type RowView, type Sql } from './record-set.ts'

/** A column of a select list under the name a field or part has. */
export const named = (expression: Sql, name: string): Sql => sql`${expression} as ${raw(`"${name}"`)}`

/** What of a record is read: fields and parts. */
export type Selection = { fields: Fields; parts: Record<string, Part> }

/** The select list of this selection, with the labels of references and what `can` needs. */
export const selectList = (set: ReadableSet, { fields, parts }: Selection): Sql => {
  const columns = Object.entries(fields).flatMap(([name, field]) => {
    const value = set.expression(name)
    const own = named(field.kind === 'date' ? sql`${value}::text` : value, name)
    const label = labelOf(set, field)
    return label ? [own, named(label, `${name}:label`)] : [own]
  })
  const facts = Object.entries(set.set.facts?.(set.reader) ?? {}).map(([name, value]) => named(value, `fact:${name}`))
  const selected = Object.entries(parts).map(([name, { value }]) => named(value, name))
  return join([...columns, ...selected, ...facts], ', ')
}

/** The record as sent: exact decimals, ISO instants, masked values masked, references as `{ id, label }`, and `can`. */
export const present = (set: ReadableSet, { fields, parts }: Selection, row: RowView): Record<string, unknown> => {
  const { actor } = set.reader
  const sent: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(fields)) {
    const value = valueOf(field, row[name], row)
    const access = fieldAccess(actor, set.set.noun, name)
    if (access === 'masked' && !canMask(field)) continue
    sent[name] = access === 'masked' ? mask(value) : value
    if (field.kind === 'ref' && access !== 'masked')
      sent[field.as] = value === null ? null : { id: value, label: row[`${name}:label`] ?? '' }
  }
  for (const name of Object.keys(parts)) sent[name] = row[name] ?? null
  const facts = Object.fromEntries(
    Object.keys(set.set.facts?.(set.reader) ?? {}).map((name) => [name, row[`fact:${name}`]]),
  )
  sent.can = set.set.can(actor, { ...row, ...facts })
  return sent
}

const maskable = new Set(['text', 'longText', 'identifier', 'phones', 'emails'])
const canMask = (field: Field) => maskable.has(field.kind)

const valueOf = (field: Field, value: unknown, row: RowView): unknown => {
  if (value === null || value === undefined) return null
  switch (field.kind) {
    case 'instant':
      return (value as Date).toISOString()
    case 'money':
      return (value as { toFixed: (digits: number) => string }).toFixed(digitsOf(field.currencyField, row))
    case 'decimal':
    case 'percent':
      return String(value)
    case 'int':
      return Number(value)
    default:
      return value
  }
}

const digitsOf = (currencyField: string, row: RowView): number => {
  const currency = row[currencyField] ?? row['fact:baseCurrency']
  return typeof currency === 'string' ? minorUnitOf(currency) : 2
}
