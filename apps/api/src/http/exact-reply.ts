/**
 * What is sent is exactly what its contract names. Most replies are that already, which is seen without making anything: zod
 * makes the whole reply anew, and that was nearly half of what a page of a list leaves to the garbage collector. What does
 * not fit at first sight is left to zod, which cuts off what has no name and refuses what is wrong. Names and types are looked at
 * here; limits and patterns bind what is written, and what is stored is sent as it is.
 */
import type { FastifySerializerCompiler } from 'fastify/types/schema.js'
import { serializerCompiler } from 'fastify-type-provider-zod'
import type { z } from 'zod'

/** Fastify's serializer: the reply as JSON text. Errors: 500 for what does not fit its contract. */
export const exactSerializer: FastifySerializerCompiler<z.ZodType> = (route) => {
  const remake = serializerCompiler(route)
  const shape = shapeOf(route.schema)
  return (reply) => (fits(shape, reply) ? JSON.stringify(reply) : remake(reply))
}

/** What fits: values of these types, and those that `also` takes. As data, because a call for each value would cost more than the rest. */
type Shape = { types: number; also: ((value: unknown) => boolean) | null }

const TEXT = 1
const NUMBER = 2
const BOOLEAN = 4
const NULL = 8
const ABSENT = 16
const ANYTHING = 31

/** Whether a value is sent as it is. */
export const fits = ({ types, also }: Shape, value: unknown): boolean =>
  (types & typeOf(value)) !== 0 || (also !== null && also(value))

const typeOf = (value: unknown): number => {
  switch (typeof value) {
    case 'string':
      return TEXT
    case 'number':
      return Number.isFinite(value) ? NUMBER : 0
    case 'boolean':
      return BOOLEAN
    case 'undefined':
      return ABSENT
    default:
      return value === null ? NULL : 0
  }
}

const known = new WeakMap<z.core.$ZodType, Shape>()

/** What a schema takes without a change; nothing where its kind changes values. */
export const shapeOf = (schema: z.core.$ZodType): Shape => {
  const made = known.get(schema)
  if (made) return made
  const shape: Shape = { types: 0, also: null }
  known.set(schema, shape) // before its parts are made: a schema may hold itself
  return Object.assign(shape, make(schema as z.core.$ZodTypes))
}

const plain = (types: number): Shape => ({ types, also: null })
const composed = (also: (value: unknown) => boolean): Shape => ({ types: 0, also })

const make = (schema: z.core.$ZodTypes): Shape => {
  const { def } = schema._zod
  switch (def.type) {
    case 'object':
      return composed(objectOf(def))
    case 'array':
      return composed(arrayOf(shapeOf(def.element)))
    case 'record':
      return composed(recordOf(shapeOf(def.keyType), shapeOf(def.valueType)))
    case 'union':
      return composed(anyOf(def.options.map(shapeOf)))
    case 'optional':
      return or(ABSENT, shapeOf(def.innerType))
    case 'nullable':
      return or(NULL, shapeOf(def.innerType))
    case 'lazy':
      return composed((value) => fits(shapeOf(def.getter()), value))
    default:
      return scalarOf(def)
  }
}

const scalarOf = (def: z.core.$ZodTypes['_zod']['def']): Shape => {
  switch (def.type) {
    case 'string':
      return plain(TEXT)
    case 'number':
      return plain(NUMBER)
    case 'boolean':
      return plain(BOOLEAN)
    case 'null':
      return plain(NULL)
    case 'literal':
      return composed(among(def.values))
    case 'enum':
      return composed(among(Object.values(def.entries)))
    case 'any':
    case 'unknown':
      return { types: ANYTHING, also: () => true }
    default:
      return plain(0)
  }
}

const or = (absent: number, { types, also }: Shape): Shape => ({ types: types | absent, also })

const among = (values: readonly unknown[]) => {
  const all = new Set(values)
  return (value: unknown) => all.has(value)
}

const arrayOf = (element: Shape) => (value: unknown) => {
  if (!Array.isArray(value)) return false
  for (const one of value) if (!fits(element, one)) return false
  return true
}

const anyOf = (options: readonly Shape[]) => (value: unknown) => options.some((shape) => fits(shape, value))

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !('toJSON' in value)

const recordOf = (key: Shape, one: Shape) => (value: unknown) =>
  isPlain(value) && Object.entries(value).every(([name, held]) => fits(key, name) && fits(one, held))

const objectOf = ({ shape, catchall }: z.core.$ZodObjectDef) => {
  const parts = Object.keys(shape).map((name) => ({ name, shape: shapeOf(shape[name]!) }))
  const names = new Set(Object.keys(shape))
  const rest = catchall ? shapeOf(catchall) : plain(0)
  // What is undefined is not sent, and needs no name.
  const restFits = (value: Record<string, unknown>) =>
    Object.entries(value).every(([name, one]) => names.has(name) || one === undefined || fits(rest, one))
  return (value: unknown) => {
    if (!isPlain(value)) return false
    let named = 0
    for (const part of parts) {
      const one = value[part.name]
      if (!fits(part.shape, one)) return false
      if (one !== undefined) named++
    }
    return sizeOf(value) === named || restFits(value)
  }
}

// Object.keys would make a list of each.
const sizeOf = (value: object): number => {
  let size = 0
  for (const _name in value) size++
  return size
}
