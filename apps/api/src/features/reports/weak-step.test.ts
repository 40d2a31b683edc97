import { anOpportunity } from '@rapport/prisma/factories/opportunities.ts'
import { aPipeline } from '@rapport/prisma/factories/pipelines.ts'
import { describe, expect, it } from 'vitest'
import { useApp, type Caller } from '../../test/app.ts'

const test = useApp()
const noon = (text: string) => new Date(`${text}T04:00:00Z`) // in Shanghai

/** Deals that entered the first stage on a day: so many went on, the rest were lost from there. */
const enter = async (owner: Caller, pipeline: Awaited<ReturnType<typeof aPipeline>>, day: string, forward: number) => {
  const { prisma } = test.database
  const [first, second, , , lost] = pipeline.stages.map(({ id }) => id)
  const left = new Date(noon(day).getTime() + 10 * 86_400_000)
  const ids: string[] = []
  for (let at = 0; at < 24; at++) {
    const given = { pipelineId: pipeline.id, stageId: first ?? '', ownerId: owner.userId, amount: '100' }
    ids.push((await anOpportunity(prisma, { ...given, stageEnteredAt: noon(day) })).id)
  }
  await prisma.stageMove.updateMany({ where: { opportunityId: { in: ids } }, data: { leftAt: left } })
  await prisma.stageMove.createMany({
    data: ids.map((opportunityId, at) => ({
      opportunityId,
      fromStageId: first ?? null,
      toStageId: (at < forward ? second : lost) ?? '',
      enteredAt: left,
      direction: at < forward ? 'forward' : 'close',
      pipelineVersion: 1,
    })),
  })
  return ids
}

describe('GET /reports/funnel', () => {
  it('200 points at the step that fell, with what is at stake, to who sees its deals [B3]', async () => {
    const { prisma } = test.database
    const [admin, ada, bob] = [await test.as(), await test.as({ role: 'rep' }), await test.as({ role: 'rep' })]
    const pipeline = await aPipeline(prisma)
    await enter(ada, pipeline, '2025-11-10', 20)
    const now = await enter(ada, pipeline, '2026-02-10', 8)
    await prisma.opportunity.updateMany({
      where: { id: { in: now.slice(0, 3) } },
      data: { phase: 'won', closedAt: noon('2026-03-01') },
    })
    await prisma.opportunity.updateMany({
      where: { id: { in: now.slice(3, 4) } },
      data: { phase: 'lost', closedAt: noon('2026-03-01') },
    })
    const path = `/reports/funnel?pipelineId=${pipeline.id}`
    const quarter = `${path}&from=2026-01-01&to=2026-03-31`
    const stageId = pipeline.stages[0]?.id
    for (const caller of [admin, ada]) {
      const { body } = await caller.call('GET', quarter)
      expect(body.compared).toEqual({ from: '2025-10-01', to: '2025-12-31' })
      expect(body.stages[0]).toMatchObject({ conversion: { k: 8, n: 24 }, conversionBefore: { k: 20, n: 24 } })
      expect(body.weak).toEqual([{ stageId, p: expect.closeTo(0.0004, 4), atStake: '900.00' }])
      expect(body.comparable).toBe(1)
    }
    expect((await bob.call('GET', quarter)).body).toMatchObject({ weak: [], comparable: 0 })
    const rights = { reports: ['read'], opportunities: ['read'] }
    const fieldRules = { 'opportunities.baseAmount': 'hidden' }
    const blind = await test.as({ rules: { rights, scopes: { opportunities: 'all' }, fieldRules } })
    expect((await blind.call('GET', quarter)).body.weak).toMatchObject([{ stageId, atStake: null }])
    expect((await admin.call('GET', path)).body).toMatchObject({ compared: null, weak: [], comparable: 0 })
    const turned = await admin.call('GET', `${path}&from=2025-10-01&to=2025-12-31`)
    expect(turned.body).toMatchObject({ weak: [], comparable: 0 })
  })
})
