/** The limits of everything that comes in, generated from the contracts: at the limit it passes, one further it does not. */
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { edgesOf, inputs, jsonOf, sampleOf, withValue, type Edge, type JsonSchema } from '../test/samples.ts'

const isTaken = (schema: z.ZodType, sample: unknown, { path, value }: Edge) =>
  schema.safeParse(withValue(sample, path, value)).success

/** What is wrong with the limits of a schema; a text must pass at its limit in at least one of the forms tried. */
const faultsOf = (at: string, schema: z.ZodType, json: JsonSchema): string[] => {
  const sample = sampleOf(json, true)
  if (!schema.safeParse(sample).success) return [`${at}: the sample is refused: ${JSON.stringify(sample)}`]
  const edges = edgesOf(json)
  const tooFar = edges.filter((edge) => !edge.fits && isTaken(schema, sample, edge))
  const within = Map.groupBy(
    edges.filter(({ fits, path }) => fits && !isChosen(json, path)),
    (edge) => `${edge.path.join('.')} ${edge.limit}`,
  )
  const tooStrict = [...within].filter(([, group]) => !group.some((edge) => isTaken(schema, sample, edge)))
  return [
    ...tooFar.map(({ path, limit }) => `${at} ${path.join('.')}: takes more than its ${limit} allows`),
    ...tooStrict.map(([name]) => `${at} ${name}: refuses what stands at its limit`),
  ]
}

// What has an example is chosen from a closed set (a time zone), or follows a grammar that the forms tried do not.
const isChosen = (json: JsonSchema, path: string[]) => {
  const leaf = path.reduce<JsonSchema | undefined>(
    (node, key) =>
      [node, ...(node?.anyOf ?? [])].find((one) => one?.properties?.[key])?.properties?.[key] ?? node?.anyOf?.[0],
    json,
  )
  return leaf?.examples !== undefined || leaf?.anyOf?.some(({ examples }) => examples) === true
}

describe('limits', () => {
  const all = inputs()

  it('hold at the limit and one beyond it, for every value of every route [D1]', () => {
    const edges = all.flatMap(({ json }) => edgesOf(json))
    expect(edges.length).toBeGreaterThan(150)
    expect(all.flatMap(({ at, schema, json }) => faultsOf(at, schema, json))).toEqual([])
  })

  it.each([
    ['a limit that is only declared', z.strictObject({ a: z.string().meta({ maxLength: 5 }) })],
    ['a limit that is one too low', z.strictObject({ a: z.string().max(4).meta({ maxLength: 5 }) })],
    ['unknown keys', z.strictObject({ a: z.object({ b: z.int() }) })],
  ])('planted: %s is found [D1]', (_, schema) => expect(faultsOf('body', schema, jsonOf(schema))).not.toEqual([]))
})
