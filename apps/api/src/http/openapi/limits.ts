/** Limits that hold for everything: whoever generates a client or a test from the document knows how much may come. */

type Json = Record<string, unknown>

const INT32 = 2_147_483_647
// What the longest field takes, and what no list within a record reaches.
const LONGEST = 20_000
const MOST = 100_000
const lengths: Record<string, number> = { uuid: 36, date: 10, 'date-time': 40, email: 254 }

/** Adds to every text, list and number of a schema what is true of all of them and not said yet. */
export const limit = (node: unknown, io: 'input' | 'output'): unknown => {
  if (Array.isArray(node)) return node.map((part) => limit(part, io))
  if (typeof node !== 'object' || node === null) return node
  const { $schema: _dialect, ...given } = node as Json
  const parts = Object.entries(given).map(([key, part]) => [key, limitPart(key, part, io)])
  return { ...Object.fromEntries(parts), ...more(given, io) }
}

// Values, not schemas; and maps of schemas, whose keys are names and no words of JSON Schema.
const literal = new Set(['enum', 'const', 'examples', 'default', 'required'])
const named = new Set(['properties', '$defs', 'patternProperties'])

const limitPart = (key: string, part: unknown, io: 'input' | 'output'): unknown => {
  if (literal.has(key)) return part
  if (!named.has(key)) return limit(part, io)
  return Object.fromEntries(Object.entries(part as Json).map(([name, schema]) => [name, limit(schema, io)]))
}

const more = (node: Json, io: 'input' | 'output'): Json => ({
  ...(is(node, 'string') && { ...textLimit(node, io), ...textForm(node, io) }),
  ...(is(node, 'array') && io === 'output' && node.maxItems === undefined && { maxItems: MOST }),
  ...(is(node, 'integer') && { format: isLarge(node) ? 'int64' : 'int32' }),
})

const is = ({ type }: Json, wanted: string) => type === wanted || (Array.isArray(type) && type.includes(wanted))
const isLarge = ({ maximum, minimum }: Json) => Number(maximum) > INT32 || Number(minimum) < -INT32 - 1

const isClosed = (node: Json) => node.enum !== undefined || node.const !== undefined

// What comes in without a limit is an oversight that `lint:api` shall find; what is sent was limited when it came in.
const textLimit = (node: Json, io: 'input' | 'output'): Json => {
  if (isClosed(node) || node.maxLength !== undefined) return {}
  const known = lengths[String(node.format)]
  if (known !== undefined) return { maxLength: known }
  return io === 'output' ? { maxLength: LONGEST } : {}
}

const textForm = (node: Json, io: 'input' | 'output'): Json =>
  isClosed(node) || node.format !== undefined || node.pattern !== undefined || io === 'input'
    ? {}
    : { pattern: '^[^\\u0000]*$' }
