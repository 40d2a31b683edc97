/** What comes in, of all routes: strict, limited, and neither filled in nor changed on the way. */
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { allRoutes } from '../api.ts'
import { text } from './text.ts'

type Schema = z.core.$ZodType
type Fault = `${string}: ${string}`

const FILLS_IN = ['default', 'prefault', 'catch']

/** Walks a schema that takes input and names what is wrong in it. */
function faultsOf(schema: Schema, at: string, seen = new Set<Schema>()): Fault[] {
  if (seen.has(schema)) return []
  seen.add(schema)
  const def = schema._zod.def as z.core.$ZodTypeDef & Record<string, never>
  if (FILLS_IN.includes(def.type)) return [`${at}: fills in a value (${def.type})`]
  if (def.type === 'transform') return [`${at}: changes the value (transform)`]
  if ('coerce' in def) return [`${at}: coerces`]
  return [...ownFaults(schema, at), ...partsOf(schema).flatMap(([key, part]) => faultsOf(part, `${at}${key}`, seen))]
}

function ownFaults(schema: Schema, at: string): Fault[] {
  if (schema instanceof z.ZodObject && schema._zod.def.catchall?._zod.def.type !== 'never')
    return [`${at}: takes unknown keys`]
  if (schema instanceof z.ZodNumber && !schema._zod.def.checks?.length && !('format' in schema._zod.def))
    return [`${at}: takes any number`]
  if (schema instanceof z.ZodArray && limitOf(schema) === undefined) return [`${at}: takes a list of any length`]
  if (schema instanceof z.ZodString && schema.format === null && limitOf(schema) === undefined && !fixes(schema))
    return [`${at}: takes a text of any length`]
  return []
}

// A pattern that holds a bound for everything, such as ^\d{1,9}$, limits as well as a length.
const fixes = (schema: z.ZodString) => !schema.safeParse('1'.repeat(10_000)).success

const limitOf = (schema: z.ZodArray | z.ZodString): unknown => {
  const checks = schema._zod.def.checks?.map((check) => check._zod.def) ?? []
  const max = checks.find(({ check }) => check === 'max_length' || check === 'length_equals')
  return max ?? schema.meta()?.maxLength
}

function partsOf(schema: Schema): [key: string, part: Schema][] {
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape as Record<string, Schema>).map(([key, part]) => [`.${key}`, part])
  if (schema instanceof z.ZodArray) return [['[]', schema.element]]
  if (schema instanceof z.ZodUnion) return schema.options.map((part, index) => [`|${index}`, part])
  if (schema instanceof z.ZodPipe)
    return [
      ['', schema.in],
      ['', schema.out],
    ]
  if (schema instanceof z.ZodLazy) return [['', schema._zod.innerType]]
  if (schema instanceof z.ZodRecord) return [['{}', schema.valueType]]
  if (schema instanceof z.ZodTuple) return schema.def.items.map((part, index) => [`[${index}]`, part])
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return [['', schema.unwrap()]]
  return []
}

/** The texts a body takes, each with its place. */
function textsOf(schema: Schema, at: string, seen = new Set<Schema>()): [string, z.ZodString][] {
  if (seen.has(schema)) return []
  seen.add(schema)
  if (schema instanceof z.ZodString) return [[at, schema]]
  return partsOf(schema).flatMap(([key, part]) => textsOf(part, `${at}${key}`, seen))
}

const inputs = allRoutes.flatMap(({ route }) =>
  (['params', 'query', 'body'] as const).flatMap((side) => {
    const schema = route[side]
    return schema ? [{ at: `${route.method} ${route.path} ${side}`, side, schema: schema as Schema }] : []
  }),
)

describe('what comes in', () => {
  it('is strict and limited on every route, and nothing is filled in or changed [D1] [D3]', () => {
    expect(inputs.length).toBeGreaterThan(10)
    expect(inputs.flatMap(({ at, schema }) => faultsOf(schema, at))).toEqual([])
  })

  it('refuses NUL and lone surrogates in every text of every body [D2]', () => {
    const texts = inputs.filter(({ side }) => side === 'body').flatMap(({ at, schema }) => textsOf(schema, at))
    const careless = texts.filter(
      ([, schema]) => schema.safeParse('a\u0000b').success || schema.safeParse('\ud800').success,
    )
    expect(texts.length).toBeGreaterThan(5)
    expect(careless.map(([at]) => at)).toEqual([])
  })

  it.each([
    ['an object that drops unknown keys', z.strictObject({ a: z.object({}) })],
    ['a default', z.strictObject({ a: z.string().max(5).default('a') })],
    ['a transform', z.strictObject({ a: z.string().max(5).transform(Number) })],
    ['coercion', z.strictObject({ a: z.coerce.boolean() })],
    ['a text without a limit', z.strictObject({ a: z.array(z.string()).max(3) })],
    ['a list without a limit', z.strictObject({ a: z.array(z.boolean()).optional() })],
    ['a bare number', z.strictObject({ a: z.union([z.boolean(), z.number()]) })],
  ])('planted: %s is found [D3]', (_, schema) => expect(faultsOf(schema, 'body')).toHaveLength(1))

  it('a careful schema passes', () => {
    expect(
      faultsOf(z.strictObject({ a: text(5), b: z.uuid(), c: z.int().max(3), d: z.array(z.uuid()).max(2) }), 'body'),
    ).toEqual([])
  })
})
