import { anOpportunity } from '@rapport/prisma/factories/opportunities.ts'
import { aPipeline } from '@rapport/prisma/factories/pipelines.ts'
import { addMoney } from '@rapport/domain/money.ts'
import { aTeam } from '@rapport/prisma/factories/teams.ts'
import { describe, expect, it } from 'vitest'
import { useApp, type Caller } from '../../test/app.ts'

const test = useApp()
const day = (text: string) => new Date(`${text}T04:00:00Z`) // noon in Shanghai

/** Two sellers in two teams of one office: won 100 and 300, lost 50, open 80 (commit, 75 %) and 40 (open, 10 %). */
const aWorld = async () => {
  const { prisma } = test.database
  const office = await aTeam(prisma)
  const [north, south] = [await aTeam(prisma, { parentId: office.id }), await aTeam(prisma, { parentId: office.id })]
  const admin = await test.as()
  const [ada, bob] = [
    await test.as({ role: 'rep', teamId: north.id }),
    await test.as({ role: 'rep', teamId: south.id }),
  ]
  const pipeline = await aPipeline(prisma)
  const [first, , third, won, lost] = pipeline.stages
  const deal = (
    stage: { id: string } | undefined,
    owner: Caller,
    teamId: string,
    amount: string,
    at: string,
    more = {},
  ) =>
    anOpportunity(prisma, {
      pipelineId: pipeline.id,
      stageId: stage?.id ?? '',
      ownerId: owner.userId,
      teamId,
      amount,
      stageEnteredAt: day(at),
      ...more,
    })
  await deal(won, ada, north.id, '100', '2026-03-31', { startedAt: day('2026-03-21') })
  await deal(won, bob, south.id, '300', '2026-04-01', { startedAt: day('2026-03-12') })
  await deal(lost, ada, north.id, '50', '2026-04-10')
  await deal(third, bob, south.id, '80', '2026-05-01', { expectedCloseAt: day('2026-06-15') })
  await deal(first, ada, north.id, '40', '2026-05-02')
  return { admin, ada, bob, office, north, south, pipeline }
}

const list = async (caller: Caller, drill: unknown) => {
  const filter = encodeURIComponent(JSON.stringify(drill))
  const { status, body } = await caller.call('GET', `/opportunities?filter=${filter}&total=exact`)
  expect(status).toBe(200)
  const amounts = body.items.map((deal: { baseAmount: string }) => deal.baseAmount)
  return { count: body.total.value, sum: Number(addMoney(...amounts)) }
}

describe('GET /reports/sales', () => {
  it('200 adds up owners, and each figure opens exactly its rows [B6]', async () => {
    const { admin, ada, bob, pipeline } = await aWorld()
    const { status, body } = await admin.call('GET', `/reports/sales?by=owner&pipelineId=${pipeline.id}`)
    expect(status).toBe(200)
    const rows = Object.fromEntries(body.rows.map((row: { key: string }) => [row.key, row]))
    expect(rows[ada.userId]).toMatchObject({ won: 1, lost: 1, wonValue: '100.00', winRate: { k: 1, n: 2, value: 0.5 } })
    expect(rows[bob.userId]).toMatchObject({ won: 1, lost: 0, wonValue: '300.00' })
    expect(body.total).toMatchObject({ won: 2, lost: 1, wonValue: '400.00', cycle: { wonMean: 15, wonMedian: 15 } })
    for (const row of [...body.rows, body.total]) {
      expect(await list(admin, row.drill.won)).toEqual({ count: row.won, sum: Number(row.wonValue) })
      expect((await list(admin, row.drill.closed)).count).toBe(row.won + row.lost)
    }
  })

  it('200 rolls teams up to the office', async () => {
    const { admin, office, north, pipeline } = await aWorld()
    const { body } = await admin.call('GET', `/reports/sales?by=team&pipelineId=${pipeline.id}`)
    const rows = Object.fromEntries(body.rows.map((row: { key: string }) => [row.key, row]))
    expect(rows[office.id]).toMatchObject({ won: 2, lost: 1, wonValue: '400.00', parentKey: null })
    expect(rows[north.id]).toMatchObject({ won: 1, lost: 1, wonValue: '100.00', parentKey: office.id })
    expect(await list(admin, rows[office.id].drill.won)).toEqual({ count: 2, sum: 400 })
  })

  it.each(['month', 'source', 'industry', 'pipeline', 'product'])('200 by %s opens its rows', async (by) => {
    const { admin, pipeline } = await aWorld()
    const { status, body } = await admin.call(
      'GET',
      `/reports/sales?by=${by}&pipelineId=${pipeline.id}&from=2026-03-01&to=2026-04-30`,
    )
    expect(status).toBe(200)
    for (const row of body.rows) expect((await list(admin, row.drill.closed)).count).toBe(row.won + row.lost)
  })

  it('200 by month names the first day of each', async () => {
    const { admin, pipeline } = await aWorld()
    const { body } = await admin.call('GET', `/reports/sales?by=month&pipelineId=${pipeline.id}`)
    expect(body.rows.map((row: { key: string }) => row.key)).toEqual(['2026-03-01', '2026-04-01'])
  })

  it('200 by month has a row for a month between two in which nothing was closed', async () => {
    const { admin, ada, north, pipeline } = await aWorld()
    const won = pipeline.stages.at(-2)
    await anOpportunity(test.database.prisma, {
      pipelineId: pipeline.id,
      stageId: won?.id ?? '',
      ownerId: ada.userId,
      teamId: north.id,
      amount: '7',
      stageEnteredAt: day('2026-06-02'),
    })
    const { body } = await admin.call('GET', `/reports/sales?by=month&pipelineId=${pipeline.id}`)
    const rows = body.rows.map(({ key, won, lost, wonValue }: Record<string, unknown>) => [key, won, lost, wonValue])
    expect(rows.slice(2)).toEqual([
      ['2026-05-01', 0, 0, '0.00'],
      ['2026-06-01', 1, 0, '7.00'],
    ])
    expect(await list(admin, body.rows[2].drill.closed)).toEqual({ count: 0, sum: 0 })
  })

  it('200 shows a rep his own deals alone [B3]', async () => {
    const { ada, pipeline } = await aWorld()
    const { body } = await ada.call('GET', `/reports/sales?by=owner&pipelineId=${pipeline.id}`)
    expect(body.rows).toHaveLength(1)
    expect(body.total).toMatchObject({ won: 1, lost: 1 })
  })

  it('200 leaves sums out where amounts are hidden [B3]', async () => {
    const { pipeline } = await aWorld()
    const rights = { reports: ['read'], opportunities: ['read'] }
    const rules = { rights, scopes: { opportunities: 'all' }, fieldRules: { 'opportunities.baseAmount': 'hidden' } }
    const blind = await test.as({ rules })
    const { body } = await blind.call('GET', `/reports/sales?by=owner&pipelineId=${pipeline.id}`)
    expect(body.total).toMatchObject({ won: 2, wonValue: null })
    expect(JSON.stringify(body)).not.toContain('400')
  })

  it('400 for a day that does not exist and an unknown slice', async () => {
    const admin = await test.as()
    expect((await admin.call('GET', '/reports/sales?by=owner&from=2026-02-30')).status).toBe(400)
    expect((await admin.call('GET', '/reports/sales?by=colour')).status).toBe(400)
  })

  it('403 without the right to read reports or opportunities', async () => {
    const onlyReports = await test.as({ rules: { rights: { reports: ['read'] } } })
    expect((await onlyReports.call('GET', '/reports/sales?by=owner')).status).toBe(403)
    const none = await test.as({ rules: { rights: { opportunities: ['read'] } } })
    expect((await none.call('GET', '/reports/sales?by=owner')).status).toBe(403)
  })
})

describe('GET /reports/pipeline and /reports/forecast', () => {
  it('200 weighs open deals by stage, and each stage opens its rows', async () => {
    const { admin, pipeline } = await aWorld()
    const { body } = await admin.call('GET', `/reports/pipeline?pipelineId=${pipeline.id}`)
    expect(body.stages.map((stage: { value: string; weighted: string }) => [stage.value, stage.weighted])).toEqual([
      ['40.00', '4.00'],
      ['80.00', '60.00'],
    ])
    expect(body.total).toMatchObject({ count: 2, value: '120.00', weighted: '64.00' })
    for (const stage of body.stages)
      expect(await list(admin, stage.drill)).toEqual({ count: stage.count, sum: Number(stage.value) })
  })

  it('200 puts open deals into the month they should close and won ones into the month they did', async () => {
    const { admin, pipeline } = await aWorld()
    const { body } = await admin.call('GET', `/reports/forecast?pipelineId=${pipeline.id}`)
    const figures = body.months.map((one: Record<string, unknown>) => [
      one.month,
      one.count,
      one.weighted,
      one.wonValue,
    ])
    expect(figures).toEqual([
      ['2026-03-01', 0, '0.00', '100.00'],
      ['2026-04-01', 0, '0.00', '300.00'],
      ['2026-06-01', 1, '60.00', '0.00'],
      [null, 1, '4.00', '0.00'],
    ])
    for (const month of body.months) {
      expect((await list(admin, month.drill)).count).toBe(month.count)
      expect((await list(admin, month.drillWon)).sum).toBe(Number(month.wonValue))
    }
  })
})

describe('GET /reports/funnel', () => {
  it('200 tells forward, lost and open apart, and opens the deals behind each', async () => {
    const { prisma } = test.database
    const { admin, ada, pipeline } = await aWorld()
    const [first, second, , , lost] = pipeline.stages
    const gone = async (next: { id: string } | undefined, direction: string) => {
      const at = day('2026-01-10')
      const deal = await anOpportunity(prisma, {
        pipelineId: pipeline.id,
        stageId: first?.id ?? '',
        ownerId: ada.userId,
        amount: '10',
        stageEnteredAt: day('2026-01-01'),
      })
      await prisma.stageMove.updateMany({ where: { opportunityId: deal.id }, data: { leftAt: at } })
      await prisma.stageMove.create({
        data: {
          opportunityId: deal.id,
          fromStageId: first?.id ?? '',
          toStageId: next?.id ?? '',
          enteredAt: at,
          direction,
          pipelineVersion: 1,
        },
      })
    }
    await gone(second, 'forward')
    await gone(second, 'forward')
    await gone(lost, 'close')
    const query = `pipelineId=${pipeline.id}`
    const { body } = await admin.call('GET', `/reports/funnel?${query}`)
    const [stage] = body.stages
    expect(stage).toMatchObject({
      entered: 4,
      forward: 2,
      lost: 1,
      back: 0,
      open: 1,
      conversion: { k: 2, n: 3 },
      medianDays: 9,
    })
    const behind = async (which: string) =>
      (await admin.call('GET', `/reports/funnel/deals?${query}&stageId=${stage.stageId}${which}`)).body
    for (const outcome of ['forward', 'lost', 'back', 'open'] as const)
      expect((await behind(`&outcome=${outcome}`)).total.value).toBe(stage[outcome])
    expect((await behind('&outcome=left')).total.value).toBe(stage.conversion.n)
    expect(await behind('')).toMatchObject({ total: { value: stage.entered }, enteredValue: stage.enteredValue })
  })
})

describe('GET /metrics', () => {
  it('200 says in both languages what each figure means', async () => {
    const admin = await test.as()
    const { body } = await admin.call('GET', '/metrics')
    expect(body.items.length).toBeGreaterThan(8)
    for (const metric of body.items)
      expect(metric.formula).toEqual({ zh: expect.stringMatching(/./), en: expect.stringMatching(/./) })
  })
})
