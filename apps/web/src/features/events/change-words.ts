/** What changed of a record, in the words of its fields: “City: Changzhou → Suzhou”. */
import type { Field, Fields } from '@rapport/domain/field/kinds.ts'
import type { Format } from '../../lib/use-format.ts'
import type { Label } from '../../lib/use-language.ts'
import type { Event } from './events.queries.ts'

type Change = NonNullable<Event['changes']>[number]
/** How the reader is spoken to; `fieldsOf` knows the fields of each noun. */
export type Words = {
  fieldsOf: (entity: string) => Fields | undefined
  format: Format
  textOf: (label: Label | string) => string
  none: string
  yes: string
  no: string
}

/** A line of the timeline: the field's name, and both values where they can be said in a few words. */
export type ChangeLine = { field: string; old?: string; new?: string }

/** A command says in its sentence what it did, and what the system derives follows from what is said. */
export const changeLines = (event: Event, words: Words): ChangeLine[] =>
  (event.action === 'command' ? [] : (event.changes ?? [])).flatMap((change) => {
    const field = words.fieldsOf(event.entity)?.[change.field]
    return field && !field.derived ? [lineOf(change, field, words)] : []
  })

function lineOf(change: Change, field: Field, words: Words): ChangeLine {
  const name = words.textOf(field.label)
  const [old, next] = [wordsOf('old', change, field, words), wordsOf('new', change, field, words)]
  return old === null || next === null ? { field: name } : { field: name, old, new: next }
}

const LONG = 60
const short = (text: string) => (text.length > LONG ? `${text.slice(0, LONG)}…` : text)

// Null: too much for a line (addresses, lists), so only the name is said.
function wordsOf(side: 'old' | 'new', change: Change, field: Field, words: Words): string | null {
  const value = change[side]
  const { format, textOf } = words
  if (value === null || value === undefined || value === '') return words.none
  switch (field.kind) {
    case 'ref':
      return labelWords(change.labels?.[side], textOf)
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
      return typeof value === 'string' ? short(value) : null
    default:
      return null
  }
}

const labelWords = (label: unknown, textOf: Words['textOf']): string | null =>
  typeof label === 'string' || (typeof label === 'object' && label !== null) ? textOf(label as Label | string) : null
