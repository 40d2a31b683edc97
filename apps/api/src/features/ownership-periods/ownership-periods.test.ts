import { readFile } from 'node:fs/promises'
import { aCustomer } from '@rapport/prisma/factories/customers.ts'
import { aSource } from '@rapport/prisma/factories/sources.ts'
import { aUser } from '@rapport/prisma/factories/users.ts'
import { unique } from '@rapport/prisma/factories/world.ts'
import { describe, expect, it } from 'vitest'
import type { Caller } from '../../test/app.ts'
import { useImports } from '../../test/imports.ts'

const test = useImports()
const world = () => test.database.prisma
type Period = { id: string; ownerId: string | null; from: string; to: string | null; reason: string }

const periodsOf = async (caller: Caller, id: string, query = ''): Promise<Period[]> => {
  const { status, body } = await caller.call('GET', `/customers/${id}/ownership-periods${query}`)
  expect(status).toBe(200)
  return body.items
}
const create = async (caller: Caller, more: object = {}) => {
  const draft = { kind: 'company', name: unique(), sourceId: (await aSource(world())).id, ...more }
  return (await caller.call('POST', '/customers', draft)).body
}

/** Hands a new customer through these people. */
const handedThrough = async (admin: Caller, owners: readonly string[]): Promise<string> => {
  const { id, version } = await create(admin)
  let at = version
  for (const ownerId of owners) {
    const { body } = await admin.call('POST', `/customers/${id}/transfer`, { ownerId, version: at })
    at = body.version
  }
  return id
}

describe('GET /customers/:id/ownership-periods', () => {
  it('200 joins the owners from creation to now, newest first, with who handed over', async () => {
    const admin = await test.as({ name: 'Shen' })
    const heir = await aUser(world(), { name: 'Lin' })
    const id = await handedThrough(admin, [heir.id])
    const [last, first] = await periodsOf(admin, id)
    const by = { id: admin.userId, label: 'Shen' }
    expect(last).toMatchObject({ owner: { label: 'Lin' }, to: null, reason: 'transferred', by })
    expect(first).toMatchObject({ ownerId: admin.userId, to: last?.from, reason: 'assigned', by })
    const { body: customer } = await admin.call('GET', `/customers/${id}`)
    expect([customer.createdAt, customer.ownedSince]).toEqual([first?.from, last?.from])
  })

  it('200 in pages that neither repeat nor skip; 400 for an altered cursor [D11]', async () => {
    const admin = await test.as()
    const people = await Promise.all([aUser(world()), aUser(world()), aUser(world()), aUser(world())])
    const id = await handedThrough(
      admin,
      people.map((person) => person.id),
    )
    const path = `/customers/${id}/ownership-periods?limit=2`
    const found: Period[] = []
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body } = await admin.call('GET', cursor === '' ? path : `${path}&cursor=${cursor}`)
      found.push(...body.items)
      cursor = body.nextCursor
    }
    expect(found.map(({ ownerId }) => ownerId)).toEqual([...people.map((one) => one.id).toReversed(), admin.userId])
    expect((await admin.call('GET', `${path}&cursor=abc.def`)).status).toBe(400)
  })

  it('200 begins with what an import says of the past', async () => {
    const admin = await test.as({ name: unique('Owner ') })
    const { code } = await aSource(world())
    const name = unique('Imported ')
    const csv = `name,kind,source,owner,createdAt\n${name},company,${code},${(await admin.call('GET', '/session')).body.user.email},2020-03-01 08:00\n`
    const columns = { name: 'name', kind: 'kind', source: 'sourceId', owner: 'ownerId', createdAt: 'createdAt' }
    const mapping = Object.entries(columns).map(([column, target]) => ({ column, target }))
    const done = await test.bringIn(admin, 'customers', csv, { mapping, history: true, timeZone: 'UTC' })
    expect([done.created, done.problems]).toEqual([1, []])
    const { id } = await world().customer.findFirstOrThrow({ where: { name } })
    expect(await periodsOf(admin, id)).toMatchObject([
      { ownerId: admin.userId, from: '2020-03-01T08:00:00.000Z', to: null, reason: 'imported' },
    ])
  })

  it('200 with nothing for who may not read the owner, without names for who may not read those [B3]', async () => {
    const admin = await test.as({ name: unique('Canary ') })
    const { id } = await create(admin)
    const rules = { rights: { customers: ['read'] }, scopes: { customers: 'all' } }
    for (const name of ['ownerId', 'ownedSince']) {
      const blind = await test.as({ rules: { ...rules, fieldRules: { [`customers.${name}`]: 'hidden' } } })
      const { body } = await blind.call('GET', `/customers/${id}/ownership-periods`)
      expect(body).toEqual({ items: [], nextCursor: null, total: { value: 0, exact: true } })
    }
    const nameless = await test.as({ rules: { ...rules, fieldRules: { 'users.name': 'hidden' } } })
    expect(JSON.stringify(await periodsOf(nameless, id))).not.toContain('Canary')
  })

  it('404 for a customer one does not see, 403 without the right to read customers [B5]', async () => {
    const { id } = await aCustomer(world())
    const [rep, nothing] = [await test.as({ role: 'rep' }), await test.as({ rules: { rights: {} } })]
    expect((await rep.call('GET', `/customers/${id}/ownership-periods`)).status).toBe(404)
    expect((await nothing.call('GET', `/customers/${id}/ownership-periods`)).status).toBe(403)
  })
})

describe('a change of owner', () => {
  it('409 or 412 leaves no period, and of many at once one alone counts [C1] [C4]', async () => {
    const admin = await test.as()
    const heirs = await Promise.all(Array.from({ length: 8 }, () => aUser(world())))
    const { id, version } = await create(admin)
    const answers = await Promise.all(
      heirs.map(({ id: ownerId }) => admin.call('POST', `/customers/${id}/transfer`, { ownerId, version })),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    const periods = await periodsOf(admin, id)
    expect(periods).toHaveLength(2)
    expect(periods.filter(({ to }) => to === null)).toHaveLength(1)
  })

  it('of a customer from before the periods were kept begins with the owner it has', async () => {
    const admin = await test.as()
    const ownedSince = new Date('2024-05-01T00:00:00Z')
    const { id } = await aCustomer(world(), { ownerId: admin.userId, ownedSince })
    const folder = new URL('../../../../../prisma/migrations/20261124020000_ownership_periods/', import.meta.url)
    const sql = await readFile(new URL('migration.sql', folder), 'utf8')
    const backfill = sql
      .slice(sql.indexOf('INSERT INTO "ownership_periods"'))
      .replace(/;\s*$/, ` WHERE c."id" = '${id}'`)
    await test.database.pool.query(backfill)
    expect(await periodsOf(admin, id)).toMatchObject([
      { ownerId: admin.userId, from: ownedSince.toISOString(), to: null, reason: 'assigned' },
    ])
  })
})
