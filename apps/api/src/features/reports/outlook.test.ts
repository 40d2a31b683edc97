import { addDays, dateIn } from '@rapport/domain/dates.ts'
import { outlookDays } from '@rapport/domain/features/reports/outlook.ts'
import { addMoney } from '@rapport/domain/money.ts'
import { anOpportunity } from '@rapport/prisma/factories/opportunities.ts'
import { aPipeline } from '@rapport/prisma/factories/pipelines.ts'
import { aTeam } from '@rapport/prisma/factories/teams.ts'
import { describe, expect, it } from 'vitest'
import { useApp, type Caller } from '../../test/app.ts'

const test = useApp()
const noon = (day: string) => new Date(`${day}T04:00:00Z`) // in Shanghai
const [month, quarter, year] = outlookDays(dateIn(new Date(), 'Asia/Shanghai'))

/** Ada's and Bob's deals: won at the edges of this month and of the one before, open within this month and outside it. */
const aWorld = async () => {
  const { prisma } = test.database
  const teamId = (await aTeam(prisma)).id
  const [ada, bob] = [await test.as({ role: 'rep', teamId }), await test.as({ role: 'rep' })]
  const pipeline = await aPipeline(prisma)
  const [first, , , won] = pipeline.stages
  const deal = (owner: Caller, amount: string, stage: { id: string } | undefined, more: object) =>
    anOpportunity(prisma, { pipelineId: pipeline.id, stageId: stage?.id ?? '', ownerId: owner.userId, amount, ...more })
  await deal(ada, '100', won, { stageEnteredAt: noon(month?.from ?? '') })
  await deal(bob, '200', won, { stageEnteredAt: noon(month?.before.to ?? '') })
  await deal(ada, '400', won, { stageEnteredAt: noon(year?.before.from ?? '') })
  await deal(ada, '1000', first, { expectedCloseAt: noon(month?.to ?? '') })
  await deal(bob, '2000', first, { expectedCloseAt: noon(month?.from ?? '') })
  await deal(bob, '4000', first, { expectedCloseAt: noon(addDays(year?.to ?? '', 1)) })
  await deal(ada, '8000', first, {})
  return { ada, bob, path: `/reports/outlook?pipelineId=${pipeline.id}` }
}

const list = async (caller: Caller, drill: unknown, measure: 'baseAmount' | 'weightedBase') => {
  const filter = encodeURIComponent(JSON.stringify(drill))
  const { body } = await caller.call('GET', `/opportunities?filter=${filter}&total=exact`)
  const amounts = body.items.map((deal: Record<string, string>) => deal[measure])
  return { count: body.total.value, value: Number(addMoney(...amounts)) }
}

describe('GET /reports/outlook', () => {
  it('200 puts what is won and what should come beside the period before, each figure its rows [B3] [B6]', async () => {
    const { ada, bob, path } = await aWorld()
    const due = new Map([
      [await test.as(), { won: 100, open: 300, before: 200 }],
      [ada, { won: 100, open: 100, before: 0 }],
      [bob, { won: 0, open: 200, before: 200 }],
    ])
    for (const [caller, sums] of due) {
      const { status, body } = await caller.call('GET', path)
      expect(status).toBe(200)
      const [first] = body.periods
      expect(first).toMatchObject({ period: 'month', from: month?.from, to: month?.to, before: month?.before })
      expect({
        won: Number(first.won.value),
        open: Number(first.open.value),
        before: Number(first.before.value),
      }).toEqual(sums)
      expect(first.expected.value).toBe(`${sums.won + sums.open}.00`)
      expect(body.periods.map(({ from }: { from: string }) => from)).toEqual([month?.from, quarter?.from, year?.from])
      for (const { won, open, expected, before } of body.periods)
        for (const [figure, measure] of [
          [won, 'baseAmount'],
          [open, 'weightedBase'],
          [expected, 'weightedBase'],
          [before, 'baseAmount'],
        ] as const)
          expect(await list(caller, figure.drill, measure)).toEqual({
            count: figure.count,
            value: Number(figure.value),
          })
    }
    const rules = { rights: { reports: ['read'], opportunities: ['read'] }, scopes: { opportunities: 'all' } }
    const blind = await test.as({ rules: { ...rules, fieldRules: { 'opportunities.baseAmount': 'hidden' } } })
    expect((await blind.call('GET', path)).body.periods[0]).toMatchObject({
      expected: { value: null },
      won: { value: null },
    })
  })
})
