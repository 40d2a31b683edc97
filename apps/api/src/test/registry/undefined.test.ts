/** Every route of the registry: what is missing, empty or an operator of the database never stands for everything. */
import { jsonOf, plain } from '@rapport/domain/test/samples.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { shapeOf } from '../../http/openapi/refusals.ts'
import type { Caller } from '../app.ts'
import { useImports } from '../imports.ts'
import { watchWrites, type Watch } from '../matrix/watch.ts'
import { aSubject, cells } from './subjects.ts'

const test = useImports()
let watch: Watch
let admin: Caller

beforeAll(async () => {
  watch = await watchWrites(test.database.pool)
  admin = await test.as()
})

const strangeIds = ['undefined', 'null', '*', '%25', '{}', '[object%20Object]', 'true', '0', '%7B%22not%22%3Anull%7D']
const about = cells.filter(({ channel, route }) => route.path.includes(':id') && channel !== 'feed')

it.each(about.map((cell) => [cell.name, cell] as const))('400 %s for an id that is none [B10]', async (_, cell) => {
  const { id, path, body } = await aSubject(test, cell, admin)
  const before = await watch.count()
  for (const strange of strangeIds) {
    const { status } = await admin.call(cell.route.method, path.replace(id, strange), body)
    expect({ strange, status }).toEqual({ strange, status: 400 })
  }
  expect(await watch.count()).toBe(before)
})

const filtered = cells.filter(({ route, channel }) => 'filter' in shapeOf(route.query) && channel !== 'feed')
const malformed = [
  '{}',
  '[]',
  'null',
  '""',
  '{"field":"id","op":"eq"}',
  '{"field":"id","op":"eq","value":{"not":null}}',
]
const none = ['{"or":[]}', '{"field":"id","op":"in","value":[]}', '{"not":{"and":[]}}']

it.each(filtered.map((cell) => [cell.name, cell] as const))(
  '400 or no row %s for a filter that says nothing [B10]',
  async (_, { route }) => {
    const ask = (filter: string) => admin.call('GET', `${route.path}?filter=${encodeURIComponent(filter)}`)
    for (const filter of malformed)
      expect({ filter, status: (await ask(filter)).status }).toEqual({ filter, status: 400 })
    for (const filter of none) {
      const { status, body } = await ask(filter)
      const rows =
        body.items?.length ?? body.groups?.reduce((all: number, one: { values: number[] }) => all + one.values[0]!, 0)
      expect({ filter, found: status === 400 ? 0 : (rows ?? 0) }).toEqual({ filter, found: 0 })
    }
  },
)

const writes = cells.filter(({ route }) => route.body && !route.upload)
const operators = [{ not: null }, { set: 'x' }, { equals: 'x' }, { increment: 1 }, { connect: {} }, { in: [] }]

describe.each(writes.map((cell) => [cell.name, cell] as const))('%s', (_, cell) => {
  it('400 for an operator in the place of any value [B10]', async () => {
    const json = jsonOf(cell.route.body!)
    const places = Object.entries(json.properties ?? {}).filter(([, property]) => {
      const { type, properties } = plain(property, json)
      return type !== undefined && type !== 'object' && properties === undefined
    })
    const { path, body } = await aSubject(test, cell, admin)
    const before = await watch.count()
    for (const [name] of places)
      for (const operator of operators) {
        const { status } = await admin.call(cell.route.method, path, { ...body, [name]: operator })
        expect({ name, operator, status }).toEqual({ name, operator, status: 400 })
      }
    expect(await watch.count()).toBe(before)
  })
})
