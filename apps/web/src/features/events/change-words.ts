/** What changed of a record, in the words of its fields: “City: Changzhou → Suzhou”. */
import type { Address, Email, Field, Fields, Phone } from '@rapport/domain/field/kinds.ts'
import type { Format } from '../../lib/use-format.ts'
import type { Label } from '../../lib/use-language.ts'
import type { Event } from './events.queries.ts'
import { partWords } from './part-words.ts'

type Change = NonNullable<Event['changes']>[number]
/** How the reader is spoken to; `fieldsOf` knows the fields of each noun. */
export type Words = {
  fieldsOf: (entity: string) => Fields | undefined
  format: Format
  textOf: (label: Label | string) => string
  none: string
  yes: string
  no: string
  /** Where everything is told: the names of the lists that hang on records. Also lists are spelt out then, and what commands wrote. */
  parts?: Record<string, string>
}

/** A line of the timeline: the field's name, and both values where they can be said in a few words. */
export type ChangeLine = { field: string; old?: string; new?: string }

/** On a timeline a command says in its sentence what it did; what the system derives follows from what is said. */
export const changeLines = (event: Event, words: Words): ChangeLine[] =>
  (event.action === 'command' && !words.parts ? [] : (event.changes ?? [])).flatMap((change) => {
    const field = words.fieldsOf(event.entity)?.[change.field]
    if (field) return field.derived ? [] : [lineOf(change, field, words)]
    return partLine(`${event.entity}.${change.field}`, change, words)
  })

/** The same in one line. */
export const changedWords = (event: Event, words: Words): string =>
  changeLines(event, words)
    .map(({ field, old, new: next }) => (next === undefined ? field : `${field} ${old} → ${next}`))
    .join(' · ')

function partLine(path: string, change: Change, words: Words): ChangeLine[] {
  const name = words.parts?.[path]
  if (name === undefined) return []
  const [old, next] = [partWords(path, change.old, words), partWords(path, change.new, words)]
  return [old === null || next === null ? { field: name } : { field: name, old, new: next }]
}

function lineOf(change: Change, field: Field, words: Words): ChangeLine {
  const name = words.textOf(field.label)
  const [old, next] = [wordsOf('old', change, field, words), wordsOf('new', change, field, words)]
  const isUnsaid = old === null || next === null || (old === UNNAMED && next === UNNAMED)
  return isUnsaid ? { field: name } : { field: name, old, new: next }
}

// Of a record that the reader may not see, or that has no name any more.
const UNNAMED = '…'
const LONG = 60
const WHOLE = 400
const short = (text: string, long: number) => (text.length > long ? `${text.slice(0, long)}…` : text)

// Null: too much for a line, so only the name is said.
function wordsOf(side: 'old' | 'new', change: Change, field: Field, words: Words): string | null {
  const value = change[side]
  const { format, textOf } = words
  if (value === null || value === undefined || value === '') return words.none
  switch (field.kind) {
    case 'ref':
      return labelWords(change.labels?.[side], textOf) ?? UNNAMED
    case 'label':
      return labelWords(value, textOf)
    case 'choice':
      return textOf(field.choices.find((choice) => choice.value === value)?.label ?? String(value))
    case 'date':
      return format.date(String(value))
    case 'instant':
      return format.dateTime(String(value))
    case 'percent':
      return format.percent(String(value))
    case 'int':
    case 'decimal':
    case 'money':
      return format.number(String(value), 4)
    case 'boolean':
      return value === true ? words.yes : words.no
    case 'tags':
      return Array.isArray(value) && value.length > 0 ? format.list(value.map(String)) : words.none
    case 'text':
    case 'longText':
    case 'identifier':
    case 'currency':
      return typeof value === 'string' ? short(value, words.parts ? WHOLE : LONG) : null
    default:
      return words.parts && Array.isArray(value) ? listWords(value, field, words) : null
  }
}

// Masked values keep their shape, so a masked number is said like any other.
function listWords(value: unknown[], { kind }: Field, { none, format }: Words): string | null {
  if (value.length === 0) return none
  switch (kind) {
    case 'phones':
      return format.list((value as Phone[]).map(({ number }) => number))
    case 'emails':
      return format.list((value as Email[]).map(({ address }) => address))
    case 'addresses':
      return format.list((value as Address[]).map(addressWords))
    default:
      return null
  }
}

const addressWords = ({ region, city, district, street, postcode }: Address): string =>
  [region, city, district, street, postcode].filter(Boolean).join(' ')

const labelWords = (label: unknown, textOf: Words['textOf']): string | null =>
  typeof label === 'string' || (typeof label === 'object' && label !== null) ? textOf(label as Label | string) : null
