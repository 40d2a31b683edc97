/** Rows that change records: all together, and each as a person's command would have changed it. */
import { aContact } from '@rapport/prisma/factories/contacts.ts'
import { aCustomer } from '@rapport/prisma/factories/customers.ts'
import { aDictionaryItem } from '@rapport/prisma/factories/dictionaries.ts'
import { anOpportunity } from '@rapport/prisma/factories/opportunities.ts'
import { aPipeline } from '@rapport/prisma/factories/pipelines.ts'
import { aProduct } from '@rapport/prisma/factories/products.ts'
import { aSource } from '@rapport/prisma/factories/sources.ts'
import { unique } from '@rapport/prisma/factories/world.ts'
import pg from 'pg'
import pino from 'pino'
import { describe, expect, it, vi } from 'vitest'
import { loadActor } from '../../access/actor.queries.ts'
import { transact } from '../../db/transact.ts'
import { jobCtx } from '../../jobs/job-ctx.ts'
import type { Caller } from '../../test/app.ts'
import { useImports } from '../../test/imports.ts'
import { changeRecords, type Changing } from './batch/change-rows.commands.ts'
import { importerOf } from './importers/importers.ts'

const test = useImports()
const update = { mode: 'update', fill: 'all' }
const csv = (...lines: (readonly string[])[]) => lines.map((line) => `${line.join(',')}\n`).join('')

type Known = { id: string; key: string }
type Noun = 'customers' | 'contacts' | 'opportunities' | 'products'

const numbered = () => ({ number: unique('CUS-').toUpperCase() })

const twinDeals = async (): Promise<[Known, Known]> => {
  const { prisma } = test.database
  const pipeline = await aPipeline(prisma)
  const make = async () => {
    const number = unique('OPP-').toUpperCase()
    const { id } = await anOpportunity(prisma, { pipelineId: pipeline.id, number, name: '旧商机' })
    return { id, key: number }
  }
  return [await make(), await make()]
}

/** Two records that are alike but for what they are found by, and what both are to become. */
const cases: Record<string, () => Promise<{ key: string; twins: [Known, Known]; body: object; cells: object }>> = {
  customers: async () => {
    const { prisma } = test.database
    const industry = await aDictionaryItem(prisma, { of: 'industry' })
    const { id: sourceId } = await aSource(prisma)
    const make = async () => {
      const { id, number } = await aCustomer(prisma, { ...numbered(), sourceId, name: 'Same Name Ltd' })
      return { id, key: number }
    }
    const website = `https://${unique()}.example`
    const same = { shortName: 'Same', website, city: '苏州' }
    return {
      key: 'number',
      twins: [await make(), await make()],
      body: { ...same, employees: 12, industryId: industry.id, phones: [{ type: 'work', number: '0512-6666 0001' }] },
      cells: { ...same, employees: '12', industryId: industry.code, 'phones.work': '0512-6666 0001' },
    }
  },
  contacts: async () => {
    const make = async () => {
      const key = `${unique()}@people.example`
      const { id } = await aContact(test.database.prisma, { name: '王芳', emails: [{ type: 'work', address: key }] })
      return { id, key }
    }
    const same = { name: '王小芳', wechat: unique('wx') }
    return { key: 'emails.work', twins: [await make(), await make()], body: same, cells: same }
  },
  opportunities: async () => {
    const source = await aSource(test.database.prisma)
    const same = { name: '新商机', need: 'Quieter pumps' }
    return {
      key: 'number',
      twins: await twinDeals(),
      body: { ...same, tags: ['重点'], sourceId: source.id },
      cells: { ...same, tags: '重点', sourceId: source.code },
    }
  },
  'opportunities, with what follows from an amount': async () => {
    const same = { amount: '250.00' }
    return { key: 'number', twins: await twinDeals(), body: same, cells: same }
  },
  'opportunities, with what follows from a date of close': async () => {
    const same = { expectedCloseAt: '2027-01-31' }
    return { key: 'number', twins: await twinDeals(), body: same, cells: same }
  },
  products: async () => {
    const make = async () => {
      const { id, code } = await aProduct(test.database.prisma, { label: { zh: '净水器', en: 'Filter' } })
      return { id, key: code }
    }
    const same = { listPrice: '1200.5', series: 'Home' }
    const label = { zh: '滤芯', en: 'Cartridge' }
    const cells = { ...same, 'label.zh': label.zh, 'label.en': label.en }
    return { key: 'code', twins: [await make(), await make()], body: { ...same, label }, cells }
  },
}

/** All that is kept of a record, with what stands for itself alone called by one word. */
const keptOf = async (noun: Noun, { id, key }: Known): Promise<unknown> => {
  const { pool } = test.database
  const rows = async (query: string) => (await pool.query<{ row: object }>(query, [id])).rows.map(({ row }) => row)
  const kept = [
    await rows(
      `select to_jsonb(t) - '{createdAt,updatedAt,stageEnteredAt}'::text[] as row from ${noun} t where id = $1`,
    ),
    await rows(`select to_jsonb(k) - 'id' as row from identity_keys k where "recordId" = $1 order by kind, value`),
    await rows(`select jsonb_build_object('type', type, 'title', title, 'version', "recordVersion", 'customer', "customerId", 'data', data,
      'changes', (select jsonb_agg(c order by c->>'field') from jsonb_array_elements(changes) c)) as row
      from events where "recordId" = $1 order by id`),
    await rows(`select to_jsonb(p) - '{id,eventId}'::text[] as row from event_personal_values p join events e on e.id = p."eventId"
      where e."recordId" = $1 order by field`),
    await rows(`select to_jsonb(c) - '{id,at}'::text[] as row from close_date_changes c where "opportunityId" = $1`),
  ]
  return JSON.parse(JSON.stringify(kept).replaceAll(id, 'ID').replaceAll(new RegExp(key, 'gi'), 'KEY')) as unknown
}

describe('rows that change records', () => {
  it.each(Object.keys(cases))(
    'leave %s as a person’s command does: row, keys to recognise it by, event and values kept apart; and go back',
    async (what) => {
      const [noun, make] = [what.split(',')[0] as Noun, cases[what] as (typeof cases)[string]]
      const admin = await test.as()
      const { key, twins, body, cells } = await make()
      const [byHand, byFile] = twins
      const values = async () => {
        const { body: now } = await admin.call('GET', `/${noun}/${byFile.id}`)
        return Object.fromEntries(Object.keys(body).map((name) => [name, now[name]]))
      }
      const before = await values()
      expect((await admin.call('PATCH', `/${noun}/${byHand.id}`, { ...body, version: 1 })).status).toBe(200)
      const columns = [key, ...Object.keys(cells)]
      const done = await test.bringIn(admin, noun, csv(columns, [byFile.key, ...Object.values(cells)]), {
        ...update,
        mapping: columns.map((column) => ({ column, target: column })),
        matchKeys: [key.split('.')[0]],
      })
      expect(done).toMatchObject({ updated: 1, failed: 0 })
      const kept = await keptOf(noun, byFile)
      expect(kept).toEqual(await keptOf(noun, byHand))
      expect(JSON.stringify(kept)).toMatch(/"type":"\w+\.updated"/)
      await admin.call('POST', `/imports/${done.id}/undo`, { version: done.version })
      await test.work()
      expect(await values()).toEqual(before)
    },
  )

  it('are refused each for itself, for what its command would refuse it; the others are changed', async () => {
    const { prisma } = test.database
    const late = new Date(Date.now() - 7 * 24 * 3_600_000)
    const archived = await aSource(prisma, { archivedAt: new Date() })
    const own = await test.as({ role: 'rep' })
    const customer = async (given: object = {}) =>
      (await aCustomer(prisma, { ownerId: own.userId, createdById: own.userId, ...given })).id
    const changes: [Changing, string | undefined, string?][] = [
      [{ id: await customer(), patch: { city: '苏州' }, version: 1 }, undefined],
      [{ id: await customer({ version: 2 }), patch: { city: '苏州' }, version: 1 }, 'version.stale'],
      [{ id: await customer({ deletedAt: late }), patch: { city: '苏州' }, version: 1 }, 'record.notFound'],
      [{ id: await customer({ createdAt: late }), patch: { sourceId: archived.id }, version: 1 }, 'access.denied'],
      [{ id: await customer(), patch: { sourceId: archived.id }, version: 1 }, 'reference.invalid', 'sourceId'],
      [{ id: await customer(), patch: { parentId: archived.id }, version: 1 }, 'reference.invalid', 'parentId'],
      [{ id: await customer(), patch: { city: '无锡', employees: 3 }, version: 1 }, undefined],
    ]
    const { services } = test.app
    const actor = await loadActor(services, own.userId, null)
    const ctx = jobCtx(services, actor as NonNullable<typeof actor>, pino({ level: 'silent' }))
    const all = changes.map(([change]) => change)
    const refused = await transact(ctx, (tx) => changeRecords(tx, importerOf('customers'), all))
    const found = all.map(({ id }) => [refused.get(id)?.code, refused.get(id)?.field ?? undefined])
    expect(found).toEqual(changes.map(([, code, field]) => [code, field]))
    const rows = await prisma.customer.findMany({ where: { id: { in: all.map(({ id }) => id) }, version: { gt: 1 } } })
    expect(rows.map(({ city, version }) => [city, version])).toEqual(
      expect.arrayContaining([
        ['苏州', 2],
        ['无锡', 2],
        [null, 2],
      ]), // the last is the one that somebody else had changed
    )
    expect(rows).toHaveLength(3)
  })

  it('of one record follow one another, and are taken back to what it was [C10]', async () => {
    const admin = await test.as()
    const [twice, once] = await Promise.all(
      [1, 2].map(() => aCustomer(test.database.prisma, { ...numbered(), city: '南京', employees: 1 })),
    )
    const lines = [
      [String(twice?.number), '苏州', '1'],
      [String(once?.number), '扬州', '1'],
      [String(twice?.number), '无锡', '2'],
    ]
    const content = csv(['number', 'city', 'employees'], ...lines)
    const done = await test.bringIn(admin, 'customers', content, { ...update, matchKeys: ['number'] })
    expect(done).toMatchObject({ updated: 3, failed: 0 })
    const now = (id = '') => test.database.prisma.customer.findUniqueOrThrow({ where: { id } })
    expect(await now(twice?.id)).toMatchObject({ city: '无锡', employees: 2, version: 3 })
    await test.database.prisma.customer.update({ where: { id: once?.id ?? '' }, data: { city: '他改', version: 3 } })
    await admin.call('POST', `/imports/${done.id}/undo`, { version: done.version })
    await test.work()
    expect((await admin.call('GET', `/imports/${done.id}`)).body).toMatchObject({ undone: 2, kept: 1 })
    expect(await now(twice?.id)).toMatchObject({ city: '南京', employees: 1, version: 5 })
    expect(await now(once?.id)).toMatchObject({ city: '他改', version: 3 })
  })

  it('cost as many statements for many rows as for few of the same batches', async () => {
    const admin = await test.as()
    const costs: number[] = []
    for (const count of [250, 750]) {
      const codes = Array.from({ length: count }, () => unique())
      await bringProducts(admin, codes, '1')
      const spy = vi.spyOn(pg.Client.prototype, 'query')
      expect(await bringProducts(admin, codes, '2')).toMatchObject({ updated: count, failed: 0 })
      costs.push(spy.mock.calls.length)
      spy.mockRestore()
    }
    // Three times as many rows are checked, in batches of 500, and read: a hundred more would be one for every fifth row.
    expect((costs[1] ?? 0) - (costs[0] ?? 0)).toBeLessThan(30)
  })
})

const bringProducts = (admin: Caller, codes: readonly string[], price: string) =>
  test.bringIn(admin, 'products', csv(['code', 'label', 'listPrice'], ...codes.map((code) => [code, 'P', price])), {
    mode: 'upsert',
    fill: 'all',
    matchKeys: ['code'],
  })
