/** Whoever may not read where deals stand, or since when, learns it from no board, no report and no history of stages. */
import { anOpportunity } from '@rapport/prisma/factories/opportunities.ts'
import { aPipeline } from '@rapport/prisma/factories/pipelines.ts'
import { describe, expect, it } from 'vitest'
import { useApp } from '../../test/app.ts'

const test = useApp()

/** A deal that stays too long in its stage, and who reads everything but what the rule hides. */
const aWorld = async (rule: string) => {
  const { prisma } = test.database
  const pipeline = await aPipeline(prisma)
  const [stage] = pipeline.stages
  await prisma.stage.update({ where: { id: stage?.id ?? '' }, data: { maxDays: 1 } })
  const long = new Date(Date.now() - 90 * 86_400_000)
  const of = { pipelineId: pipeline.id, stageId: stage?.id ?? '', stageEnteredAt: long }
  const deal = await anOpportunity(prisma, of)
  const rights = { reports: ['read'], opportunities: ['read'], customers: ['read'], pipelines: ['read'] }
  const scopes = { reports: 'all', opportunities: 'all', customers: 'all' }
  const reader = await test.as({ rules: { rights, scopes, fieldRules: { [rule]: 'hidden' } } })
  return { reader, deal, within: `pipelineId=${pipeline.id}`, stageId: stage?.id ?? '' }
}

const asked = async (rule: string) => {
  const { reader, deal, within, stageId } = await aWorld(rule)
  const ask = async (path: string) => {
    const { status, body } = await reader.call('GET', path)
    return status === 200 ? 200 : (body.code as string)
  }
  return {
    board: await ask(`/opportunities/board?${within}`),
    stages: await ask('/reports/pipeline'),
    funnel: await ask(`/reports/funnel?${within}`),
    deals: await ask(`/reports/funnel/deals?${within}&stageId=${stageId}`),
    moves: await ask(`/opportunities/${deal.id}/stage-moves`),
    record: await ask(`/opportunities/${deal.id}`),
  }
}

describe('a role that hides where deals stand', () => {
  const hidden = 'fields.hidden'
  const all = { board: 200, stages: 200, funnel: 200, deals: 200, moves: 200, record: 200 }
  const way = { funnel: hidden, deals: hidden, moves: hidden }

  it.each([
    ['opportunities.need', all],
    ['opportunities.pipelineId', { ...all, ...way, board: hidden, stages: hidden }],
    ['opportunities.stageId', { ...all, ...way, board: hidden, stages: hidden }],
    ['opportunities.closedAt', { ...all, board: hidden }],
    ['opportunities.stageEnteredAt', { ...all, ...way }],
  ])('403 fields.hidden for all that rests on %s, and for nothing else [B3]', async (rule, answers) => {
    expect(await asked(rule)).toEqual(answers)
  })
})

describe('a role that hides since when deals stand where they are', () => {
  it('counts none of those that stay too long, on no board, in no list and in no report [B3]', async () => {
    const told = async (rule: string) => {
      const { reader, within } = await aWorld(rule)
      const { body } = await reader.call('GET', `/opportunities/board?${within}`)
      const watched = await reader.call('GET', `/reports/watch?${within}`)
      const filter = encodeURIComponent(JSON.stringify({ field: 'rotting', op: 'eq', value: true }))
      const listed = await reader.call('GET', `/opportunities?filter=${filter}`)
      const counted = await reader.call('GET', '/opportunities/aggregate?measures=count:stageEnteredAt')
      const { rotting, rottingBase, count } = body.columns[0]
      return {
        column: { rotting, rottingBase, count },
        watched: watched.body.rows.map(({ watch }: { watch: string }) => watch).includes('stuck'),
        codes: [listed, counted].map(({ body: { code } }) => code),
      }
    }
    expect(await told('opportunities.need')).toMatchObject({ column: { rotting: 1, count: 1 }, watched: true })
    expect(await told('opportunities.stageEnteredAt')).toEqual({
      column: { rotting: null, rottingBase: null, count: 1 },
      watched: false,
      codes: ['filter.field', 'measure.unknown'],
    })
  })
})

describe('GET /reports/sales', () => {
  it.each([
    ['owner', 'opportunities.ownerId'],
    ['team', 'opportunities.teamId'],
    ['source', 'opportunities.sourceId'],
    ['pipeline', 'opportunities.pipelineId'],
    ['product', 'opportunities.productIds'],
    ['industry', 'opportunities.customerId'],
    ['industry', 'customers.industryId'],
  ])('403 by %s for whom %s is hidden [B3]', async (by, rule) => {
    const { reader } = await aWorld(rule)
    const { status, body } = await reader.call('GET', `/reports/sales?by=${by}`)
    expect([status, body.code]).toEqual([403, 'fields.hidden'])
    expect((await reader.call('GET', '/reports/sales?by=month')).status).toBe(200)
  })
})
