import type { WinLossReport } from '@rapport/domain/features/reports/win-loss.ts'
import { addMoney } from '@rapport/domain/money.ts'
import { aCompetitor } from '@rapport/prisma/factories/competitors.ts'
import { aDictionaryItem } from '@rapport/prisma/factories/dictionaries.ts'
import { anOpportunity } from '@rapport/prisma/factories/opportunities.ts'
import { aPipeline } from '@rapport/prisma/factories/pipelines.ts'
import { aTeam } from '@rapport/prisma/factories/teams.ts'
import { describe, expect, it } from 'vitest'
import { useApp, type Caller } from '../../test/app.ts'

const test = useApp()
const noon = (text: string) => new Date(`${text}T04:00:00Z`) // in Shanghai

/** Closed in March and, before that, in February: Ada's deals and Bob's, by two reasons, two stages and two competitors. */
const aWorld = async () => {
  const { prisma } = test.database
  const office = await aTeam(prisma)
  const [north, south] = [await aTeam(prisma, { parentId: office.id }), await aTeam(prisma, { parentId: office.id })]
  const [ada, bob] = [
    await test.as({ role: 'rep', teamId: north.id }),
    await test.as({ role: 'rep', teamId: south.id }),
  ]
  const manager = await test.as({ role: 'salesManager', teamId: north.id })
  const pipeline = await aPipeline(prisma)
  const [price, timing] = [
    (await aDictionaryItem(prisma, { of: 'loseReason' })).id,
    (await aDictionaryItem(prisma, { of: 'loseReason' })).id,
  ]
  const [lanyu, shuofeng] = [(await aCompetitor(prisma)).id, (await aCompetitor(prisma)).id]
  const [first, second, , won, lost] = pipeline.stages
  const close = (
    to: { id: string } | undefined,
    by: { owner: Caller; teamId: string },
    amount: string,
    day: string,
    more: { reasonId?: string; closedInStageId?: string; met?: string[] } = {},
  ) => {
    const { met = [], ...columns } = more
    return anOpportunity(prisma, {
      pipelineId: pipeline.id,
      stageId: to?.id ?? '',
      ownerId: by.owner.userId,
      teamId: by.teamId,
      amount,
      stageEnteredAt: noon(day),
      competitors: { create: met.map((competitorId) => ({ competitorId })) },
      ...columns,
    })
  }
  const [hers, his] = [
    { owner: ada, teamId: north.id },
    { owner: bob, teamId: south.id },
  ]
  const [at1, at2] = [{ closedInStageId: first?.id ?? '' }, { closedInStageId: second?.id ?? '' }]
  await close(lost, hers, '100', '2026-03-01', { reasonId: price, ...at1, met: [lanyu] })
  await close(lost, hers, '200', '2026-03-31', { reasonId: price, ...at2, met: [lanyu, shuofeng] })
  await close(lost, his, '400', '2026-03-15', { reasonId: timing, ...at2, met: [shuofeng] })
  await close(lost, his, '800', '2026-03-16')
  await close(won, hers, '1600', '2026-03-17', { ...at2, met: [lanyu] })
  await close(won, his, '3200', '2026-03-18', at2)
  await close(lost, his, '6400', '2026-02-28', { reasonId: price, ...at1, met: [lanyu] })
  await close(won, hers, '12800', '2026-02-01', { ...at2, met: [lanyu] })
  await close(lost, hers, '25600', '2026-01-31', { reasonId: price, ...at1 })
  await close(lost, hers, '51200', '2026-04-01', { reasonId: price, ...at1 })
  return { ada, bob, manager, pipeline, price, timing, lanyu, shuofeng, stages: { first, second } }
}

type World = Awaited<ReturnType<typeof aWorld>>
const march = ({ pipeline }: World) => `/reports/win-loss?pipelineId=${pipeline.id}&from=2026-03-01&to=2026-03-31`
type Report = WinLossReport
type Loss = NonNullable<Report['reasons']>[number]
type Row = Loss | NonNullable<Report['competitors']>[number]
const byKey = (rows: Row[]) => Object.fromEntries(rows.map((row) => [row.key, row]))

const list = async (caller: Caller, drill: unknown) => {
  const filter = encodeURIComponent(JSON.stringify(drill))
  const { status, body } = await caller.call('GET', `/opportunities?filter=${filter}&total=exact`)
  expect(status).toBe(200)
  const amounts = body.items.map((deal: { baseAmount: string }) => deal.baseAmount)
  return { count: body.total.value, sum: Number(addMoney(...amounts)) }
}

/** Every figure of the report against the list its filter opens, read by the same person. Returns how many were compared. */
const everyFigureIsItsRows = async (caller: Caller, report: Report) => {
  let compared = 0
  const { total, reasons, stages, competitors } = report
  for (const { now, before } of [...(reasons ?? []), ...(stages ?? [])])
    for (const { lost, lostValue, drill } of before ? [now, before] : [now]) {
      expect(await list(caller, drill)).toEqual({ count: lost, sum: Number(lostValue) })
      compared++
    }
  for (const { now, before } of [total, ...(competitors ?? [])])
    for (const { won, lost, lostValue, drill } of before ? [now, before] : [now]) {
      expect(await list(caller, drill.lost)).toEqual({ count: lost, sum: Number(lostValue) })
      expect((await list(caller, drill.won)).count).toBe(won)
      expect((await list(caller, drill.closed)).count).toBe(won + lost)
      compared++
    }
  return compared
}

describe('GET /reports/win-loss', () => {
  it('200 tells reason, stage and competitor apart, beside the month before', async () => {
    const world = await aWorld()
    const admin = await test.as()
    const { status, body } = await admin.call('GET', march(world))
    expect(status).toBe(200)
    expect(body.compared).toEqual({ from: '2026-02-01', to: '2026-02-28' })
    expect(body.total.now).toMatchObject({ won: 2, lost: 4, lostValue: '1500.00', winRate: { k: 2, n: 6 } })
    expect(body.total.before).toMatchObject({ won: 1, lost: 1, lostValue: '6400.00' })
    const reasons = byKey(body.reasons)
    expect(reasons[world.price]).toMatchObject({
      now: { lost: 2, lostValue: '300.00' },
      before: { lost: 1, lostValue: '6400.00' },
    })
    expect(reasons[world.timing]).toMatchObject({ now: { lost: 1, lostValue: '400.00' }, before: { lost: 0 } })
    expect(reasons.null).toMatchObject({ now: { lost: 1, lostValue: '800.00' }, label: null })
    expect(body.stages.map(({ key, now }: Row) => [key, now.lost])).toEqual([
      [world.stages.first?.id, 1],
      [world.stages.second?.id, 2],
      [null, 1],
    ])
    const competitors = byKey(body.competitors)
    expect(competitors[world.lanyu]).toMatchObject({
      now: { won: 1, lost: 2, lostValue: '300.00', winRate: { k: 1, n: 3 } },
      before: { won: 1, lost: 1, lostValue: '6400.00' },
    })
    expect(competitors[world.shuofeng]).toMatchObject({ now: { won: 0, lost: 2, lostValue: '600.00' } })
    expect(competitors.null).toMatchObject({ now: { won: 1, lost: 1 }, before: { won: 0, lost: 0 } })
  })

  it('200 opens exactly the rows of every figure, for whoever asks [B6]', async () => {
    const world = await aWorld()
    const lost: number[] = []
    for (const caller of [await test.as(), world.manager, world.ada, world.bob]) {
      const { body } = await caller.call('GET', march(world))
      lost.push(body.total.now.lost)
      expect(await everyFigureIsItsRows(caller, body)).toBeGreaterThan(10)
    }
    expect(lost).toEqual([4, 2, 2, 2])
  })

  it('200 compares nothing without a first day, and takes all', async () => {
    const world = await aWorld()
    const admin = await test.as()
    const { body } = await admin.call('GET', `/reports/win-loss?pipelineId=${world.pipeline.id}`)
    expect(body).toMatchObject({ compared: null, total: { now: { won: 3, lost: 7 }, before: null } })
    expect(await everyFigureIsItsRows(admin, body)).toBe(10)
  })

  it('200 leaves out what the reader may not know [B3]', async () => {
    const world = await aWorld()
    const rights = { reports: ['read'], opportunities: ['read'], competitors: ['read'] }
    const as = (fieldRules: object, more: object = rights) =>
      test.as({ rules: { rights: more, scopes: { opportunities: 'all' }, fieldRules } })
    const blind = await (await as({ 'opportunities.baseAmount': 'hidden' })).call('GET', march(world))
    expect(blind.body.total.now).toMatchObject({ lost: 4, lostValue: null })
    expect(JSON.stringify(blind.body)).not.toContain('1500')
    const reasonless = await as({ 'opportunities.reasonId': 'hidden', 'opportunities.stageId': 'masked' })
    expect((await reasonless.call('GET', march(world))).body).toMatchObject({ reasons: null, stages: null })
    const { competitors, ...fewer } = rights
    expect(competitors).toEqual(['read'])
    const apart = await as({}, fewer)
    expect((await apart.call('GET', march(world))).body.competitors).toBeNull()
    const asking = encodeURIComponent(JSON.stringify({ field: 'competitorIds', op: 'hasAny', value: [world.lanyu] }))
    expect((await apart.call('GET', `/opportunities?filter=${asking}`)).body.items).toEqual([])
    const alone = await as({ 'opportunities.competitors': 'hidden' })
    expect((await alone.call('GET', march(world))).body.competitors).toBeNull()
    expect((await alone.call('GET', `/opportunities?filter=${asking}`)).status).toBe(400)
    const timeless = await as({ 'opportunities.closedAt': 'hidden' })
    expect((await timeless.call('GET', march(world))).status).toBe(400)
  })
})
