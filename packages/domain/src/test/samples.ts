/** Values for any schema of the contract, read from its JSON schema: a valid one, and those at and around each limit. */
import { z } from 'zod'
import { allRoutes } from '../api.ts'
import type { Route } from '../contract/route.ts'

export type JsonSchema = {
  type?: string
  properties?: Record<string, JsonSchema>
  required?: string[]
  items?: JsonSchema
  anyOf?: JsonSchema[]
  oneOf?: JsonSchema[]
  allOf?: JsonSchema[]
  enum?: unknown[]
  const?: unknown
  examples?: unknown[]
  format?: string
  pattern?: string
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  minItems?: number
  maxItems?: number
  $ref?: string
  $defs?: Record<string, JsonSchema>
}
export type Side = 'params' | 'query' | 'body'
export type Input = { route: Route; side: Side; at: string; schema: z.ZodType; json: JsonSchema }

export const jsonOf = (schema: z.ZodType): JsonSchema =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema

/** Everything that comes in, of all routes. */
export const inputs = (): Input[] =>
  allRoutes.flatMap(({ route }) =>
    (['params', 'query', 'body'] as const).flatMap((side) => {
      const schema = route[side]
      return schema ? [{ route, side, at: `${route.method} ${route.path} ${side}`, schema, json: jsonOf(schema) }] : []
    }),
  )

/** The schema itself, or the branch of a union that is not null. */
export const plain = (json: JsonSchema, root: JsonSchema = json): JsonSchema => {
  if (json.$ref) return plain(root.$defs?.[json.$ref.split('/').at(-1) ?? ''] ?? {}, root)
  const branches = json.anyOf ?? json.oneOf ?? (json.allOf?.length === 1 ? json.allOf : undefined)
  const branch = branches?.find((one) => one.type !== 'null')
  return branch ? plain(branch, root) : json
}

const formats: Record<string, string> = {
  uuid: '01900000-0000-7000-8000-000000000001',
  date: '2026-11-21',
  'date-time': '2026-11-21T08:00:00Z',
  email: 'ann@example.com',
}

const textSample = (json: JsonSchema): string => {
  if (json.format && formats[json.format]) return formats[json.format]!
  if (json.pattern) {
    const long = ['1', 'CNY', '#336699', 'a', 'A1'].filter((one) => one.length >= (json.minLength ?? 0))
    const known = long.find((one) => new RegExp(json.pattern!).test(one))
    if (known !== undefined) return known
  }
  return 'a'.repeat(Math.max(1, json.minLength ?? 1))
}

/** A valid value; optional keys only where `whole`. */
export const sampleOf = (given: JsonSchema, whole = false, root: JsonSchema = given): unknown => {
  const json = plain(given, root)
  if (json.examples?.length) return json.examples[0]
  if (json.enum) return json.enum[0]
  if ('const' in json) return json.const
  switch (json.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(json.properties ?? {})
          .filter(([key]) => whole || json.required?.includes(key))
          .map(([key, part]) => [key, sampleOf(part, whole, root)]),
      )
    case 'array':
      return Array.from({ length: json.minItems ?? 0 }, () => sampleOf(json.items ?? {}, whole, root))
    case 'integer':
      return json.minimum ?? 1
    case 'boolean':
      return true
    case 'string':
      return textSample(json)
    default:
      return null
  }
}

export type Edge = { path: string[]; value: unknown; fits: boolean; limit: string }

const textsOf = (length: number): string[] => {
  const local = Math.min(64, Math.max(1, length - 10))
  const runs = ['a', '5', '中', '😀'].map((char) => char.repeat(Math.max(0, length)))
  const address = `${'a'.repeat(local)}@${'b'.repeat(Math.max(1, length - local - 1))}`
  const link = `https://a.cn/${'b'.repeat(Math.max(0, length - 13))}`
  const names = `${'a'.repeat(100)},`.repeat(length / 101 + 1).slice(0, length)
  return [...runs, address, link, names]
}

/** What stands at, just within and just beyond each limit of the schema, for texts in several forms. */
export const edgesOf = (given: JsonSchema, path: string[] = [], root: JsonSchema = given): Edge[] => {
  const json = plain(given, root)
  const edge = (limit: string, value: unknown, fits: boolean): Edge => ({ path, value, fits, limit })
  if (json.type === 'object') {
    const { required = [], properties = {} } = json
    const missing = required.map((key) => ({ path: [...path, key], value: undefined, fits: false, limit: 'required' }))
    const strange = edge('unknown key', { ...(sampleOf(json, false, root) as object), strange: 1 }, false)
    return [
      strange,
      ...missing,
      ...Object.entries(properties).flatMap(([key, part]) => edgesOf(part, [...path, key], root)),
    ]
  }
  if (json.type === 'array' && json.maxItems !== undefined) {
    const list = (count: number) => Array.from({ length: count }, (_, at) => itemOf(json.items ?? {}, at, root))
    return [edge('items', list(json.maxItems), true), edge('items', list(json.maxItems + 1), false)]
  }
  if (json.type === 'integer') {
    const { minimum = -Number.MAX_SAFE_INTEGER, maximum = Number.MAX_SAFE_INTEGER } = json
    const out = [minimum - 1, maximum + 1].map((value) => edge('range', value, false))
    return [...out, edge('range', minimum, true), edge('range', maximum, true), edge('whole', minimum + 0.5, false)]
  }
  if (json.format === 'date' || json.format === 'date-time') return dayEdges(json.format, edge)
  if (json.type !== 'string' || json.enum || json.maxLength === undefined) return []
  const { maxLength } = json
  const within = [maxLength, maxLength - 1].flatMap((length) =>
    textsOf(length).map((text) => edge(`length ${length}`, text, true)),
  )
  return [...within, ...textsOf(maxLength + 1).map((text) => edge('length', text, false))]
}

const dayEdges = (format: string, edge: (limit: string, value: unknown, fits: boolean) => Edge): Edge[] => {
  const time = format === 'date' ? '' : 'T00:00:00Z'
  const days = { '1900-01-01': true, '2200-12-31': true, '1899-12-31': false, '2201-01-01': false, '2026-02-30': false }
  return Object.entries(days).map(([day, fits]) => edge(`day ${fits ? day : ''}`, `${day}${time}`, fits))
}

// Items of a list must often differ from each other.
const itemOf = (json: JsonSchema, at: number, root: JsonSchema): unknown => {
  const item = plain(json, root)
  if (item.enum) return item.enum[at % item.enum.length]
  if (item.format === 'uuid') return `01900000-0000-7000-8000-${String(at).padStart(12, '0')}`
  if (item.type === 'string' && !item.examples) return `a${at}`
  const sample = sampleOf(json, false, root)
  if (item.type !== 'object') return sample
  const ids = Object.entries(item.properties ?? {}).filter(([, part]) => plain(part, root).format === 'uuid')
  return { ...(sample as object), ...Object.fromEntries(ids.map(([key, part]) => [key, itemOf(part, at, root)])) }
}

/** The sample with the value at the path replaced. */
export const withValue = (sample: unknown, path: readonly string[], value: unknown): unknown => {
  const [key, ...rest] = path
  if (key === undefined) return value
  const object = { ...(sample as Record<string, unknown>) }
  if (rest.length === 0 && value === undefined) delete object[key]
  else object[key] = withValue(object[key] ?? {}, rest, value)
  return object
}
