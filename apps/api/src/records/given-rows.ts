/**
 * Rows of our own making on their way into a statement: one array per column, which PostgreSQL reads several times faster
 * than JSON, and a single value for a column that is the same in all of them.
 */
import { binaryArray, takesDates } from './binary-arrays.ts'
import { join, raw, sql, type Sql } from './record-set.ts'

/** `type` is PostgreSQL's; names and types come from our own code and are never what a request brought. */
export type GivenColumn = { name: string; type: string; values: readonly unknown[] }

/** A relation with these columns in this order; undefined is null. There is at least one row, and all columns are as long. */
export const givenRows = (columns: readonly GivenColumn[]): Sql => {
  const written = columns.map(writtenOf)
  const varying = written.filter(({ array }) => array !== null)
  const chosen = written.map((one) => (one.array === null ? constant(one) : taken(one)))
  return sql`(select ${join(chosen, ', ')} from ${varying.length > 0 ? unnested(varying) : counted(columns)})`
}

/** `array` is null where `first` stands in all rows. */
type Written = { name: string; type: string; first: string | null; array: Buffer | string | null }

const writtenOf = ({ name, type, values }: GivenColumn): Written => {
  const column = { name, type, first: textOf(values[0], type) }
  if (isOne(values)) return { ...column, array: null }
  const dates = takesDates(type) ? binaryArray(type, values) : null
  if (dates) return { ...column, array: dates }
  const texts = textsOf(values, type)
  if (isOne(texts)) return { ...column, array: null }
  return { ...column, array: binaryArray(elementOf(type), texts) ?? arrayText(texts, type) }
}

const isOne = (values: readonly unknown[]) => values.every((one) => one === values[0])

const taken = ({ name, type }: Written): Sql => raw(`given."${name}"::${type} as "${name}"`)
const constant = ({ name, type, first }: Written): Sql => sql`${first}::${raw(`${type} as "${name}"`)}`

const unnested = (columns: readonly Written[]): Sql => {
  const arrays = columns.map(({ type, array }) => sql`${array}::${raw(elementOf(type))}[]`)
  const names = columns.map(({ name }) => raw(`"${name}"`))
  return sql`unnest(${join(arrays, ', ')}) as given(${join(names, ', ')})`
}

const counted = ([first]: readonly GivenColumn[]): Sql => sql`generate_series(1, ${first?.values.length ?? 0}::int)`

// An array of arrays would have to be a matrix, so inner ones travel as text.
const elementOf = (type: string) => (type.endsWith('[]') ? 'text' : type)

// An object that stands in several rows is written out once.
const textsOf = (values: readonly unknown[], type: string): (string | null)[] => {
  const written = new Map<unknown, string | null>()
  return values.map((value) => {
    if (typeof value !== 'object' || value === null) return textOf(value, type)
    const text = written.get(value) ?? textOf(value, type)
    written.set(value, text)
    return text
  })
}

const textOf = (value: unknown, type: string): string | null => {
  if (value === null || value === undefined) return null
  if (typeof value === 'string' && type !== 'jsonb') return value
  if (type === 'jsonb') return JSON.stringify(value)
  if (Array.isArray(value)) return arrayText(textsOf(value, elementTypeOf(type)), elementTypeOf(type))
  return value instanceof Date ? value.toISOString() : String(value)
}

const elementTypeOf = (type: string) => type.replace(/\[\]$/, '')

// What these types are written with means nothing to an array.
const bare = /^(?:uuid|int|integer|bigint|numeric|boolean|date|timestamp)\b[a-z ]*$/

const arrayText = (texts: readonly (string | null)[], type: string): string => {
  const write = bare.test(type) ? (text: string) => text : quoted
  return `{${texts.map((text) => (text === null ? 'NULL' : write(text))).join(',')}}`
}

const quoted = (text: string): string => (/["\\]/.test(text) ? `"${text.replace(/["\\]/g, '\\$&')}"` : `"${text}"`)
