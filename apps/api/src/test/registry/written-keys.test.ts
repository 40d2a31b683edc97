/** Every write of the registry: a key that is unknown, derived, hidden or only readable is refused, and nothing changes. */
import { jsonOf, sampleOf, type JsonSchema } from '@rapport/domain/test/samples.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { shapeOf } from '../../http/openapi/refusals.ts'
import { recordSets } from '../../records/all.ts'
import type { Caller } from '../app.ts'
import { useImports } from '../imports.ts'
import { restriction } from '@rapport/domain/features/roles/role-catalogue.ts'
import { watchWrites, type Watch } from '../matrix/watch.ts'
import { allRights, aSubject, cells, withRole } from './subjects.ts'

const test = useImports()
let watch: Watch
let admin: Caller
let limited: Awaited<ReturnType<typeof withRole>>

beforeAll(async () => {
  limited = await withRole(test, allRights('all'))
  admin = await test.as()
  watch = await watchWrites(test.database.pool)
})

const forbidden =
  'id ownerId teamId role roles roleId rights permissions isAdmin admin userId tenantId createdAt createdById updatedAt updatedById deletedAt deletedById deleteBatchId version_ passwordHash tokenHash hash secret key can fieldRules scopes special searchText xmin where data select include __proto__ constructor prototype toString hasOwnProperty'.split(
    ' ',
  )
const writes = cells.filter(({ route }) => route.body && !route.upload)

it('there are writes to walk', () => expect(writes.length).toBeGreaterThan(50))

describe.each(writes.map((cell) => [cell.name, cell] as const))('%s', (_, cell) => {
  it('400 for every key that it does not take, and nothing changes [B4]', async () => {
    const taken = shapeOf(cell.route.body)
    const fields = Object.keys(recordSets()[cell.noun]?.fields ?? {})
    const names = [...new Set([...forbidden, ...fields])].filter((name) => !Object.hasOwn(taken, name))
    const { path, body } = await aSubject(test, cell, admin)
    const before = await watch.count()
    for (const name of names) {
      // Written out, because `__proto__` is no key of an object literal.
      const sent = JSON.parse(`{${JSON.stringify(name)}:"x",${JSON.stringify(body ?? {}).slice(1)}`.replace(',}', '}'))
      const { status } = await admin.call(cell.route.method, path, sent)
      expect({ name, status }).toEqual({ name, status: 400 })
    }
    expect(await watch.count()).toBe(before)
  })
})

/** The keys that are fields of the noun and that a role can be kept from, with a value each would take. */
const ruledKeys = ({ noun, route }: (typeof cells)[number], body: object): [string, unknown][] => {
  const set = recordSets()[noun]
  const json = jsonOf(route.body!)
  return Object.entries(json.properties ?? {}).flatMap(([name, property]): [string, unknown][] => {
    const field = set?.fields[name]
    if (!field || !restriction(name, field).restrictable) return []
    const given = (body as Record<string, unknown>)[name]
    return [[name, given ?? sampleOf({ ...property, $defs: json.$defs } as JsonSchema)]]
  })
}

// No role has rules for what is people's own.
const ruled = writes.filter(
  ({ channel, noun }) => (channel === 'create' || channel === 'update') && !recordSets()[noun]?.personal,
)

describe.each(ruled.map((cell) => [cell.name, cell] as const))('%s', (_, cell) => {
  it('403 for every field that is only read, 400 for every one that is hidden, and nothing changes [B4]', async () => {
    const { path, body } = await aSubject(test, cell, limited.caller)
    const noun = recordSets()[cell.noun]?.noun ?? cell.noun
    await limited.setFieldRules({})
    for (const [name, value] of ruledKeys(cell, body ?? {}))
      for (const [rule, due] of [
        ['read', 403],
        ['masked', 403],
        ['hidden', 400],
      ] as const) {
        await limited.setFieldRules({ [`${noun}.${name}`]: rule })
        const before = await watch.count()
        const { status } = await limited.caller.call(cell.route.method, path, { ...body, [name]: value })
        expect({ name, rule, status }).toEqual({ name, rule, status: due })
        expect(await watch.count()).toBe(before)
      }
  }, 60_000)
})
