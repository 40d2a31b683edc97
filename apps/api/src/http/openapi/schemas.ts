/** zod → JSON Schema as OpenAPI 3.1 takes it: what has a name stands once under `components`, and everything has its limits. */
import { filterSchema, filterTree } from '@rapport/domain/filter/schema.ts'
import { z } from 'zod'
import { limit } from './limits.ts'

export type Json = Record<string, unknown>
export type Schemas = {
  components: Record<string, Json>
  /** The schema of what comes in or of what is sent, in the words of JSON Schema. */
  of: (schema: z.ZodType, io: 'input' | 'output') => Json
}

const COMPONENTS = '#/components/schemas/'

export const createSchemas = (): Schemas => {
  const components: Record<string, Json> = {}
  const of: Schemas['of'] = (schema, io) => {
    // Within a list, because a schema with a name is only taken out where something else refers to it.
    const made = z.toJSONSchema(z.array(schema), { io, override: showFilter, unrepresentable: 'any' })
    const { items, $defs = {} } = limit(made, io) as { items: Json; $defs?: Record<string, Json> }
    const names = new Map(Object.entries($defs).map(([name, part]) => [name, nameOf(components, name, part)]))
    for (const [name, part] of Object.entries($defs)) components[names.get(name) as string] = point(part, names)
    return point(items, names)
  }
  of(filterTree, 'input')
  return { components, of }
}

// It checks the depth before the shape, so that by itself it would say nothing about the shape.
const showFilter = ({ zodSchema, jsonSchema }: { zodSchema: unknown; jsonSchema: object }) => {
  if (zodSchema !== filterSchema) return
  for (const key of Object.keys(jsonSchema)) delete (jsonSchema as Json)[key]
  Object.assign(jsonSchema, { $ref: `${COMPONENTS}Filter` })
}

// What is sent may differ from what comes in under the same name.
const nameOf = (components: Record<string, Json>, name: string, part: Json): string => {
  if (name.startsWith('__')) throw new Error('a schema that contains itself needs a name: .meta({ id })')
  const known = components[name]
  const alone = new Map([[name, name]])
  return known === undefined || JSON.stringify(known) === JSON.stringify(point(part, alone)) ? name : `${name}Input`
}

/** The same with its references led to the components, and without the name inside. */
const point = (part: Json, names: Map<string, string>): Json => {
  const { id: _name, ...rest } = part
  const text = JSON.stringify(typeof _name === 'string' ? rest : part)
  return JSON.parse(
    text.replaceAll(/"#\/\$defs\/([^"]+)"/g, (_, name: string) => `"${COMPONENTS}${names.get(name) ?? name}"`),
  ) as Json
}
