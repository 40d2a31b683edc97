/** Every question by which a value could be felt: what a reader may ask about a noun, with one field in mind. */
import { operatorsOf } from '@rapport/domain/filter/operators.ts'
import type { Operator } from '@rapport/domain/filter/filter.ts'
import { searchTypes } from '@rapport/domain/features/search/search.ts'
import type { Field } from '@rapport/domain/field/kinds.ts'
import { recordSets } from '../../records/all.ts'
import type { Pair } from './values.ts'

/** With a body it is a POST that changes nothing. */
export type Question = { channel: string; path: string; body?: object }

const encode = (value: unknown) => encodeURIComponent(JSON.stringify(value))

const operand = (op: Operator, value: unknown): unknown => {
  if (op === 'empty' || op === 'notEmpty') return undefined
  if (op === 'between') return { from: value, to: value }
  return ['in', 'notIn', 'hasAny', 'hasAll'].includes(op) ? [value].flat() : value
}

const scalarOf = (field: Field, value: unknown): unknown =>
  field.kind === 'label' ? (value as { zh: string }).zh : Array.isArray(value) ? value[0] : value

// The higher value alone: a world that holds the lower one answers each of these differently.
const filters = (path: string, channel: string, name: string, field: Field, [, high]: Pair): Question[] =>
  operatorsOf[field.kind].map((op) => {
    const given = operand(op, scalarOf(field, high))
    const filter = { field: name, op, ...(given !== undefined && { value: given }) }
    return { channel, path: `${path}${path.includes('?') ? '&' : '?'}filter=${encode(filter)}` }
  })

const searches = (path: string, pair: Pair): Question[] =>
  pair.flatMap((value) => {
    const text = typeof value === 'string' ? value : JSON.stringify(value)
    const parts = [text, text.slice(0, 6), text.slice(-6)].map((part) => part.replaceAll(/[^\w@.-]/g, ' ').trim())
    return [...new Set(parts)].filter(Boolean).flatMap((part) => {
      const words = encodeURIComponent(part.slice(0, 60))
      const everywhere = { channel: 'search everywhere', path: `/search?q=${words}&types=${path.slice(1)}&limit=50` }
      return [
        { channel: 'search', path: `${path}?search=${words}&limit=50&fields=id` },
        ...((searchTypes as readonly string[]).includes(path.slice(1)) ? [everywhere] : []),
      ]
    })
  })

/** Other nouns that reach this one in one step, by the name under which they do. */
const relatedTo = (noun: string): [noun: string, alias: string][] =>
  Object.entries(recordSets()).flatMap(([from, set]) =>
    Object.entries(set.related ?? {}).flatMap(([alias, to]): [string, string][] =>
      to().noun === noun ? [[from, alias]] : [],
    ),
  )

const compared = new Set(
  'name shortName phones emails wechat taxNo registryNo website birthDate city addresses customerIds'.split(' '),
)
const duplicateChecks = (noun: string, name: string, pair: Pair): Question[] =>
  !['customers', 'contacts'].includes(noun) || !compared.has(name)
    ? []
    : ['company', 'person'].flatMap((kind) =>
        pair.map((value) => ({
          channel: 'duplicate check',
          path: '/duplicates/check',
          body: { recordType: noun.slice(0, -1), record: { kind, [name]: value } },
        })),
      )

/** The questions about `noun` whose answers could depend on the field's value in the record `id`. */
export const questionsOf = (
  noun: string,
  id: string,
  name: string,
  field: Field,
  pair: Pair,
  served: Set<string>,
): Question[] => {
  const path = `/${noun}`
  const list = [
    { channel: 'list', path: `${path}?limit=100&total=exact` },
    { channel: 'fields', path: `${path}?limit=50&fields=${name}` },
    { channel: 'sort', path: `${path}?limit=50&fields=id&sort=${name}` },
    { channel: 'sort', path: `${path}?limit=50&fields=id&sort=-${name}` },
    ...(field.kind === 'ref' ? [{ channel: 'sort', path: `${path}?limit=50&fields=id&sort=${field.as}` }] : []),
    ...filters(`${path}?limit=50&fields=id`, 'filter', name, field, pair),
    ...searches(path, pair),
  ]
  const aggregate = [
    { channel: 'group', path: `${path}/aggregate?groupBy=${name}` },
    { channel: 'group', path: `${path}/aggregate?groupBy=${name}:month` },
    ...['count', 'sum', 'avg', 'min', 'max'].map((measure) => ({
      channel: 'aggregate',
      path: `${path}/aggregate?measures=${measure}:${name}`,
    })),
    ...filters(`${path}/aggregate`, 'aggregate', name, field, pair).slice(0, 1),
  ]
  const related = relatedTo(noun).flatMap(([from, alias]) => [
    ...filters(`/${from}?limit=50&fields=id`, 'related', `${alias}.${name}`, field, pair),
    { channel: 'related', path: `/${from}/aggregate?groupBy=${alias}.${name}` },
    { channel: 'related', path: `/${from}?limit=50&sort=${alias}` },
  ])
  const parts = [...served]
    .filter((one) => one.startsWith(`GET ${path}/:id`))
    .map((one) => ({ channel: one.endsWith(':id') ? 'read' : 'part', path: one.slice(4).replace(':id', id) }))
  const feed = { channel: 'feed', path: `/events?filter=${encode({ field: 'recordId', op: 'eq', value: id })}` }
  const checks = duplicateChecks(noun, name, pair)
  return [...parts, feed, ...checks, ...list, ...(served.has(`GET ${path}/aggregate`) ? aggregate : []), ...related]
}
