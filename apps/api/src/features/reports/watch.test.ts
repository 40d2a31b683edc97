import { addDays, dateIn } from '@rapport/domain/dates.ts'
import { addMoney } from '@rapport/domain/money.ts'
import { anOpportunity } from '@rapport/prisma/factories/opportunities.ts'
import { aPipeline } from '@rapport/prisma/factories/pipelines.ts'
import { aTeam } from '@rapport/prisma/factories/teams.ts'
import { describe, expect, it } from 'vitest'
import { useApp, type Caller } from '../../test/app.ts'

const test = useApp()
const today = dateIn(new Date(), 'Asia/Shanghai')
const day = (offset: number) => new Date(`${addDays(today, offset)}T00:00:00Z`)
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000)

/** Ada's deals at the edges of each definition, one of Bob's, and closed ones that belong to none. */
const aWorld = async () => {
  const { prisma } = test.database
  const teamId = (await aTeam(prisma)).id
  const [ada, bob] = [await test.as({ role: 'rep', teamId }), await test.as({ role: 'rep' })]
  const pipeline = await aPipeline(prisma)
  const [first, , , won] = pipeline.stages
  await prisma.stage.update({ where: { id: first?.id ?? '' }, data: { maxDays: 10 } })
  const deal = (owner: Caller, amount: string, more: object = {}, stage = first) =>
    anOpportunity(prisma, { pipelineId: pipeline.id, stageId: stage?.id ?? '', ownerId: owner.userId, amount, ...more })
  await deal(ada, '200000')
  await deal(ada, '199999.99', { stageEnteredAt: daysAgo(12) })
  await deal(ada, '10', { expectedCloseAt: day(-1) })
  await deal(ada, '20', { expectedCloseAt: day(0) })
  await deal(ada, '40', { expectedCloseAt: day(30), pushCount: 1 })
  await deal(bob, '300000', { stageEnteredAt: daysAgo(9), expectedCloseAt: day(-9), pushCount: 2 })
  await deal(ada, '900000', { expectedCloseAt: day(-30), pushCount: 3, stageEnteredAt: daysAgo(40) }, won)
  return { ada, bob, path: `/reports/watch?pipelineId=${pipeline.id}` }
}

const behind = async (caller: Caller, drill: unknown) => {
  const filter = encodeURIComponent(JSON.stringify(drill))
  const { body } = await caller.call('GET', `/opportunities?filter=${filter}&total=exact`)
  const amounts = body.items.map((deal: { baseAmount: string }) => deal.baseAmount)
  return { count: body.total.value, value: Number(addMoney('0', ...amounts)) }
}

describe('GET /reports/watch', () => {
  it('200 counts large, stuck and slipping deals, each figure its rows [B3] [B6]', async () => {
    const { ada, bob, path } = await aWorld()
    const expected = new Map([
      [await test.as(), { large: [2, 500_000], stuck: [1, 199_999.99], slipping: [3, 300_050] }],
      [ada, { large: [1, 200_000], stuck: [1, 199_999.99], slipping: [2, 50] }],
      [bob, { large: [1, 300_000], stuck: [0, 0], slipping: [1, 300_000] }],
    ])
    for (const [caller, figures] of expected) {
      const { status, body } = await caller.call('GET', path)
      expect(status).toBe(200)
      const told = body.rows.map((row: { watch: string; count: number; value: string }) => [
        row.watch,
        [row.count, Number(row.value)],
      ])
      expect(Object.fromEntries(told)).toEqual(figures)
      for (const { drill, count, value } of body.rows)
        expect(await behind(caller, drill)).toEqual({ count, value: Number(value) })
    }
  })

  it('200 without what rests on a hidden field, and without amounts that may not be read [B12]', async () => {
    const { path } = await aWorld()
    const rules = { rights: { reports: ['read'], opportunities: ['read'] }, scopes: { opportunities: 'all' } }
    const told = async (fieldRules: Record<string, string>) =>
      (await (await test.as({ rules: { ...rules, fieldRules } })).call('GET', path)).body.rows
    expect(await told({ 'opportunities.amount': 'hidden' })).toMatchObject([{ watch: 'stuck' }, { watch: 'slipping' }])
    expect(await told({ 'opportunities.baseAmount': 'hidden' })).toMatchObject([{ value: null }, { value: null }])
    const blind = await told({
      'opportunities.baseAmount': 'hidden',
      'opportunities.stageId': 'hidden',
      'opportunities.pushCount': 'hidden',
    })
    expect(blind).toEqual([])
  })

  it('200 follows the limit in the settings, which only an administrator sets', async () => {
    const { ada, path } = await aWorld()
    const admin = await test.as()
    await test.database.prisma.setting.create({ data: { key: 'organisation', value: { name: 'Acme' } } })
    const { body: before } = await admin.call('GET', '/settings')
    const set = (by: Caller, largeDealAmount: string, version: number) =>
      by.call('PATCH', '/settings', { largeDealAmount, version })
    expect((await set(ada, '1', before.version)).status).toBe(403)
    expect((await set(admin, '-1', before.version)).status).toBe(400)
    const changed = await set(admin, '40', before.version)
    expect(changed).toMatchObject({ status: 200, body: { largeDealAmount: '40' } })
    expect((await ada.call('GET', path)).body.rows[0]).toMatchObject({ watch: 'large', count: 3 })
  })
})
