/** Columns of a select, and a raw row → the record as it is sent. Only this file sees values as the driver gives them. */
import { fieldAccess, mask } from '@rapport/domain/access/readable.ts'
import type { Field, Fields } from '@rapport/domain/field/kinds.ts'
import { decimal, minorUnitOf } from '@rapport/domain/money.ts'
import { blankRow } from '../db/blank-row.ts'
import { labelOf, type ReadableSet } from './readable-set.ts'
import { join, raw, sql, type Part, type RowView, type Sql } from './record-set.ts'

/** A column of a select list under the name a field or part has. */
export const named = (expression: Sql, name: string): Sql => sql`${expression} as ${raw(`"${name}"`)}`

// What a driver would make objects of, only for us to write them out again.
const asText = new Set(['date', 'instant', 'money', 'decimal', 'percent'])

/** What of a record is read: fields and parts. */
export type Selection = { fields: Fields; parts: Record<string, Part> }

/** The fields and parts of these names that the reader has, with id, version and what their amounts are rounded by. */
export const chosenFrom = ({ fields, parts }: ReadableSet, names: readonly string[]): Selection => {
  const wanted = new Set(['id', 'version', ...names])
  for (const name of names) {
    const field = fields[name]
    if (field?.kind === 'money') wanted.add(field.currencyField)
  }
  const among = <T>(all: Record<string, T>) =>
    Object.fromEntries(Object.entries(all).filter(([name]) => wanted.has(name)))
  return { fields: among(fields), parts: among(parts) }
}

/** The select list of this selection, with the labels of references and what `can` needs. */
export const selectList = (set: ReadableSet, { fields, parts }: Selection): Sql => {
  const columns = Object.entries(fields).flatMap(([name, field]) => {
    const value = set.expression(name)
    const own = named(asText.has(field.kind) ? sql`(${value})::text` : value, name)
    const label = labelOf(set, field)
    return label ? [own, named(label, `${name}:label`)] : [own]
  })
  const facts = Object.entries(set.set.facts?.(set.reader) ?? {}).map(([name, value]) => named(value, `fact:${name}`))
  const selected = Object.entries(parts).map(([name, { value }]) => named(value, name))
  return join([...columns, ...selected, ...facts], ', ')
}

/** Turns a row of this selection into the record as it is sent. */
export type Presenter = (row: RowView) => Record<string, unknown>

/**
 * Exact decimals, ISO instants, masked values masked, references as `{ id, label }`, and `can`. What holds for every row of
 * a page is worked out here, once.
 */
export const presenter = (set: ReadableSet, { fields, parts }: Selection): Presenter => {
  const { actor } = set.reader
  const cells = Object.entries(fields).flatMap(([name, field]) => {
    const masked = fieldAccess(actor, set.set.noun, name) === 'masked'
    return masked && !canMask(field) ? [] : [{ name, field, masked, label: `${name}:label` }]
  })
  const partNames = Object.keys(parts)
  const facts = Object.keys(set.set.facts?.(set.reader) ?? {}).map((name) => ({ name, column: `fact:${name}` }))
  const blankFacts = blankRow(facts.map(({ name }) => name))
  const references = cells.flatMap(({ field, masked }) => (field.kind === 'ref' && !masked ? [field.as] : []))
  const blank = blankRow([...cells.map(({ name }) => name), ...references, ...partNames, 'can'])
  return (row) => {
    const sent = { ...blank }
    for (const { name, field, masked, label } of cells) {
      const value = valueOf(field, row[name], row)
      sent[name] = masked ? mask(value) : value
      if (field.kind === 'ref' && !masked)
        sent[field.as] = value === null ? null : { id: value, label: row[label] ?? '' }
    }
    for (const name of partNames) sent[name] = row[name] ?? null
    const known = { ...blankFacts }
    for (const { name, column } of facts) known[name] = row[column]
    sent.can = set.set.can(actor, known)
    return sent
  }
}

const maskable = new Set(['text', 'longText', 'identifier', 'phones', 'emails'])
const canMask = (field: Field) => maskable.has(field.kind)

const valueOf = (field: Field, value: unknown, row: RowView): unknown => {
  if (value === null || value === undefined) return null
  switch (field.kind) {
    case 'instant':
      return isoOf(String(value))
    case 'money':
      return moneyOf(String(value), digitsOf(field.currencyField, row))
    case 'decimal':
    case 'percent':
      return trimmed(String(value))
    case 'int':
      return Number(value)
    default:
      return value
  }
}

// '2026-11-21 21:05:43.95+00' is how PostgreSQL writes an instant where the zone is UTC, as on all our connections.
const isoOf = (text: string): string =>
  text.endsWith('+00') && text[10] === ' '
    ? `${text.slice(0, 10)}T${text.slice(11, 19)}.${text.slice(20, -3).slice(0, 3).padEnd(3, '0')}Z`
    : new Date(text).toISOString()

// Amounts are stored with four places and rounded to their currency: what is cut off is zeros, or else it is rounded.
const moneyOf = (text: string, digits: number): string => {
  const end = text.indexOf('.') + 1 + digits
  if (end === digits || end > text.length || /[1-9]/.test(text.slice(end))) return decimal(text).toFixed(digits)
  return text.slice(0, digits === 0 ? end - 1 : end)
}

const trimmed = (text: string): string => {
  if (!text.includes('.')) return text
  let end = text.length
  while (text[end - 1] === '0') end--
  return text.slice(0, text[end - 1] === '.' ? end - 1 : end)
}

const digitsOf = (currencyField: string, row: RowView): number => {
  const currency = row[currencyField] ?? row['fact:baseCurrency']
  return typeof currency === 'string' ? minorUnitOf(currency) : 2
}
