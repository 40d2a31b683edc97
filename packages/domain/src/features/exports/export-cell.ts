/** A value as it is sent → the text of a cell. What its column is read as on the way back says how it is written. */
import type { CsvColumn } from '../../csv.ts'
import { clockIn } from '../../dates.ts'
import type { Field } from '../../field/kinds.ts'
import { joinItems } from '../../items.ts'

/** How a workbook shows the cell; a text file has the same text. */
export type CellKind = CsvColumn | 'money' | 'percent' | 'instant'
export type CellReader = { language: 'zh' | 'en'; timeZone: string }
type Row = Record<string, unknown>

export const cellKindOf = (field: Field): CellKind => {
  switch (field.kind) {
    case 'int':
    case 'decimal':
      return 'number'
    case 'phones':
      return 'phone'
    case 'money':
    case 'percent':
    case 'date':
    case 'instant':
    case 'boolean':
      return field.kind
    default:
      return 'text'
  }
}

/** The text of the field's cell, of this part of it where it has parts; null where there is nothing. */
export const cellText = (name: string, field: Field, part: string | undefined, row: Row, reader: CellReader) => {
  const value = row[name]
  if (value === null || value === undefined) return null
  switch (field.kind) {
    case 'choice':
      return field.choices.find((choice) => choice.value === value)?.label[reader.language] ?? String(value)
    case 'ref':
      return labelText((row[field.as] as { label?: unknown } | null | undefined)?.label, reader.language)
    case 'tags':
      return joinItems(value as string[])
    case 'phones':
    case 'emails':
      return listOf(value as Item[], part)
    case 'addresses':
      return textOrNull((value as Row[])[0]?.[part ?? ''])
    case 'label':
      return textOrNull((value as Row)[part ?? reader.language])
    case 'instant':
      return instantText(String(value), reader.timeZone)
    default:
      return String(value)
  }
}

const textOrNull = (value: unknown): string | null =>
  value === null || value === undefined || value === '' ? null : String(value)

/** What people call a record, in one language where it has names in both. */
export const labelText = (label: unknown, language: 'zh' | 'en'): string | null =>
  textOrNull(typeof label === 'object' && label !== null ? (label as Row)[language] : label)

type Item = { type: string; number?: string; address?: string }
const listOf = (items: readonly Item[], part: string | undefined): string | null =>
  textOrNull(joinItems(items.filter(({ type }) => type === part).map(({ number, address }) => number ?? address ?? '')))

// The clock of the organisation, with its offset: people read the one, and nothing is lost for programs.
const instantText = (iso: string, timeZone: string): string => {
  const at = new Date(iso)
  const clock = clockIn(at, timeZone)
  const minutes = Math.round((clock.getTime() - at.getTime()) / 60_000)
  const offset = new Date(Math.abs(minutes) * 60_000).toISOString().slice(11, 16)
  return `${clock.toISOString().slice(0, -1)}${minutes < 0 ? '-' : '+'}${offset}`
}
