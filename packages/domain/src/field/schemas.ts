/**
 * Fields → zod. The one place where schemas of records are made: strict for what comes in (an unknown key is refused),
 * and exact for what goes out (what the reply does not name is not sent).
 */
import { z } from 'zod'
import { isDate } from '../dates.ts'
import { emailAddress, identifier, text } from '../contract/text.ts'
import type { Field, Fields } from './kinds.ts'
import type { DraftOf, PatchOf, RecordOf } from './values.ts'

const decimalText = /^-?(0|[1-9]\d{0,14})(\.\d{1,8})?$/

/** A decimal number as text, within NUMERIC(19,4)'s range, with at most `scale` digits after the point. */
export const decimalString = (options: { scale?: number; min?: string; max?: string } = {}) => {
  const { scale = 4, min, max } = options
  return z
    .string()
    .max(25)
    .refine((value) => decimalText.test(value), { error: 'number.malformed' })
    .refine((value) => (value.split('.')[1] ?? '').length <= scale, {
      error: 'number.scale',
      params: { scale },
    })
    .refine((value) => min === undefined || Number(value) >= Number(min), {
      error: 'number.range',
      params: { min, max },
    })
    .refine((value) => max === undefined || Number(value) <= Number(max), {
      error: 'number.range',
      params: { min, max },
    })
    .meta({ pattern: decimalText.source, examples: [max === undefined ? '12345.60' : max] })
}

export const dateString = () =>
  z.string().max(10).refine(isDate, { error: 'date.malformed' }).meta({
    format: 'date',
    maxLength: 10,
    pattern: '^(19\\d\\d|20\\d\\d|21\\d\\d|2200)-\\d\\d-\\d\\d$',
  })

const instantText = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d)$/
/** True for an existing instant with its offset, as ISO 8601 writes it. */
export const isInstant = (value: string): boolean =>
  instantText.test(value) && isDate(value.slice(0, 10)) && !Number.isNaN(Date.parse(value))

export const instantString = () =>
  z
    .string()
    .max(40)
    .refine(isInstant, { error: 'instant.malformed' })
    .meta({ format: 'date-time', pattern: instantText.source })

export const idString = () => z.uuid()
export const currencyCode = () =>
  z
    .string()
    .regex(/^[A-Z]{3}$/, { error: 'currency.malformed' })
    .meta({ maxLength: 3, examples: ['CNY'] })

/** A text in both languages; both must be filled. */
export const labelText = (max = 100) => z.strictObject({ zh: text(max, 1), en: text(max, 1) })

const phoneTypes = ['mobile', 'work', 'home', 'fax', 'other'] as const
const phoneIn = () => z.strictObject({ type: z.enum(phoneTypes), number: text(40, 3) })
const phoneOut = () =>
  z.object({
    type: z.enum(phoneTypes),
    number: z.string(),
    e164: z.string().nullable(),
    valid: z.boolean(),
  })
const email = () => z.strictObject({ type: z.enum(['work', 'home', 'other']), address: emailAddress() })
const emailOut = () => z.object({ type: z.enum(['work', 'home', 'other']), address: z.string() })
const addressTypes = ['office', 'delivery', 'invoice', 'home', 'other'] as const
const part = () => text(200).nullable()
const address = () =>
  z.strictObject({
    type: z.enum(addressTypes),
    country: part(),
    region: part(),
    city: part(),
    district: part(),
    street: part(),
    postcode: part(),
  })

const values = (choices: readonly { value: string }[]) =>
  z.enum(choices.map((choice) => choice.value) as [string, ...string[]])

const unique = (items: string[]) => new Set(items).size === items.length

/** The schema of one field as it comes in. */
export const inSchema = (field: Field): z.ZodType => {
  switch (field.kind) {
    case 'text':
      return text(field.max ?? 200, field.required ? 1 : 0)
    case 'longText':
      return text(field.max ?? 20_000)
    case 'identifier':
      return identifier(field.max ?? 100)
    case 'label':
      return labelText()
    case 'int':
      return z
        .int()
        .min(field.min ?? -2_147_483_648)
        .max(field.max ?? 2_147_483_647)
    case 'decimal':
      return decimalString(field)
    case 'money':
      return decimalString({ scale: 4, ...(field.min !== undefined && { min: field.min }) })
    case 'percent':
      return decimalString({ scale: 4, min: '0', max: field.max ?? '1' })
    case 'currency':
      return currencyCode()
    case 'date':
      return dateString()
    case 'instant':
      return instantString()
    case 'boolean':
      return z.boolean()
    case 'choice':
      return values(field.choices)
    case 'ref':
    case 'id':
      return idString()
    default:
      return listInSchema(field.kind)
  }
}

const listInSchema = (kind: 'refs' | 'tags' | 'phones' | 'emails' | 'addresses'): z.ZodType => {
  switch (kind) {
    case 'refs':
      return z.array(idString()).max(200).refine(unique, { error: 'list.doubled' })
    case 'tags':
      return z.array(text(50, 1)).max(50).refine(unique, { error: 'list.doubled' })
    case 'phones':
      return z.array(phoneIn()).max(20)
    case 'emails':
      return z.array(email()).max(20)
    case 'addresses':
      return z.array(address()).max(20)
  }
}

// How long the text of a field can be: said to the reader, not checked, for it was checked when it came in.
const lengthOf = (field: Field): { maxLength?: number } => {
  if (field.derived) return {}
  if (field.kind === 'text') return { maxLength: field.max ?? 200 }
  if (field.kind === 'identifier') return { maxLength: field.max ?? 100 }
  return field.kind === 'currency' ? { maxLength: 3 } : {}
}

/** The schema of one field as it is sent; no refinements, the database is trusted. */
export const outSchema = (field: Field): z.ZodType => {
  switch (field.kind) {
    case 'label':
      return z.object({ zh: z.string(), en: z.string() })
    case 'int':
      return z.int()
    case 'boolean':
      return z.boolean()
    case 'choice':
      return values(field.choices)
    case 'ref':
    case 'id':
      return z.string().meta({ format: 'uuid' })
    case 'date':
      return z.string().meta({ format: 'date' })
    case 'instant':
      return z.string().meta({ format: 'date-time' })
    case 'refs':
      return z.array(z.string().meta({ format: 'uuid' }))
    case 'tags':
      return z.array(z.string().meta({ maxLength: 50 })).meta({ maxItems: 50 })
    case 'phones':
      return z.array(phoneOut()).meta({ maxItems: 20 })
    case 'emails':
      return z.array(emailOut()).meta({ maxItems: 20 })
    case 'addresses':
      return z.array(address()).meta({ maxItems: 20 })
    default:
      return z.string().meta(lengthOf(field))
  }
}

const reference = z
  .object({
    id: z.string(),
    label: z.union([z.string(), z.object({ zh: z.string(), en: z.string() })]),
  })
  .meta({ id: 'Reference' })
/** A reference to another record in a reply. */
export const refSchema = () => reference

type Shape = Record<string, z.ZodType>

const shape = (fields: Fields, make: (field: Field) => z.ZodType | null): Shape =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([key, field]) => {
      const schema = make(field)
      return schema ? [[key, schema]] : []
    }),
  )

const orNull = (field: Field, schema: z.ZodType) => (field.required || field.hasDefault ? schema : schema.nullable())

/** What a POST of this noun takes; `extra` adds what is not a field (lines, contacts …). */
export const draftSchema = <F extends Fields, X extends z.ZodRawShape = {}>(fields: F, extra: X = {} as X) =>
  z.strictObject({
    ...shape(fields, (one) => {
      if (one.derived) return null
      return one.required ? inSchema(one) : orNull(one, inSchema(one)).optional()
    }),
    ...extra,
  }) as unknown as z.ZodType<DraftOf<F> & Extra<X>, DraftOf<F> & Extra<X>>

type Extra<X extends z.ZodRawShape> = keyof X extends never ? unknown : z.output<z.ZodObject<X>>

/** What a PATCH of this noun takes: any subset of what may change, plus the version it is based on. */
export const patchSchema = <F extends Fields, X extends z.ZodRawShape = {}>(fields: F, extra: X = {} as X) =>
  z.strictObject({
    ...shape(fields, (one) => (one.derived || one.fixed ? null : orNull(one, inSchema(one)).optional())),
    ...extra,
    version: z.int().min(1).optional(),
  }) as unknown as z.ZodType<PatchOf<F> & Extra<X> & Versioned, PatchOf<F> & Extra<X> & Versioned>

/** The version the caller last saw; `If-Match` carries it as well. */
export type Versioned = { version?: number | undefined }

/** `can`: which verbs this reader may use on this record; the browser decides nothing by itself. */
export type Can<V extends string> = Record<V, boolean>

/**
 * A record as it is sent. Every key may be absent: a field hidden from the reader by his role, or not asked for by
 * `fields`, is left out rather than emptied.
 */
export const recordSchema = <F extends Fields, const V extends string, X extends z.ZodRawShape = {}>(
  name: string,
  fields: F,
  verbs: readonly V[],
  extra: X = {} as X,
) => {
  const refs = Object.values(fields).flatMap((one) =>
    one.kind === 'ref' ? [[one.as, (one.required ? refSchema() : refSchema().nullable()).optional()]] : [],
  )
  const can = Object.fromEntries(verbs.map((verb) => [verb, z.boolean()]))
  const made = z.object({
    ...shape(fields, (one) => optionalOut(one)),
    ...Object.fromEntries(refs),
    // A part is left out like a field: by a rule of the role, or because `fields` did not ask for it.
    ...Object.fromEntries(Object.entries(extra).map(([key, part]) => [key, z.optional(part as z.ZodType)])),
    can: z.object(can).optional(),
  })
  return made.meta({ id: name }) as unknown as z.ZodType<RecordOf<F> & Extra<X> & { can: Can<V> }>
}

const always = new Set(['id', 'version'])
const optionalOut = (one: Field) => {
  const schema = orNull(one, outSchema(one))
  return always.has(one.label.en.toLowerCase()) ? schema : schema.optional()
}
