import { anOpportunity } from '@rapport/prisma/factories/opportunities.ts'
import { aPipeline } from '@rapport/prisma/factories/pipelines.ts'
import { describe, expect, it } from 'vitest'
import { useApp } from '../../test/app.ts'

const test = useApp()
const world = () => test.database.prisma
const stays = (opportunityId: string) =>
  world().stageMove.findMany({ where: { opportunityId }, orderBy: [{ enteredAt: 'asc' }, { id: 'asc' }] })
const rowOf = (id: string) => world().opportunity.findUniqueOrThrow({ where: { id } })

/** The rows must join without gap and exactly one, the last, is open. */
const expectJoined = async (id: string) => {
  const rows = await stays(id)
  expect(rows.filter(({ leftAt }) => leftAt === null)).toHaveLength(1)
  expect(rows.at(-1)?.leftAt).toBeNull()
  rows.slice(1).forEach((row, index) => {
    expect(row.enteredAt).toEqual(rows[index]?.leftAt)
    expect(row.fromStageId).toBe(rows[index]?.toStageId)
  })
  return rows
}

/** The status in the end: 503 says that the server was too busy to try, so a client asks again. */
const insist = async (call: () => Promise<{ status: number }>): Promise<number> => {
  for (let left = 100; ; left--) {
    const { status } = await call()
    if (status !== 503 || left === 0) return status
  }
}

const decider = { side: 'exit', kind: 'contactRole', params: { role: 'decider' } }
const amount = { side: 'entry', kind: 'fieldFilled', params: { field: 'amount' } }
const guarded = () =>
  aPipeline(world(), {
    stages: [
      { probability: '0.1', criteria: [decider] },
      { probability: '0.5', criteria: [amount] },
      { probability: '0.75', phase: 'commit', forecastCategory: 'commit', criteria: [{ ...amount, side: 'exit' }] },
      { probability: '1', phase: 'won' },
      { probability: '0', phase: 'lost' },
    ],
  })

describe('POST /opportunities/:id/move', () => {
  it('200 moves on: stay, deal, probability, sums and event change together', async () => {
    const admin = await test.as()
    const pipeline = await aPipeline(world())
    const entered = new Date(Date.now() - 3 * 86_400_000)
    const deal = await anOpportunity(world(), { pipelineId: pipeline.id, amount: '1000', stageEnteredAt: entered })
    const { status, body } = await admin.call('POST', `/opportunities/${deal.id}/move`, {
      stageId: pipeline.stages[1]?.id,
      version: 1,
    })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      stageId: pipeline.stages[1]?.id,
      probability: '0.5',
      weightedBase: '500.00',
      version: 2,
    })
    const [first, second] = await expectJoined(deal.id)
    expect(first).toMatchObject({ seconds: 3n * 86_400n })
    expect(second).toMatchObject({ direction: 'forward', byId: admin.userId, pipelineVersion: 1, id: body.moveId })
    const event = await world().event.findFirstOrThrow({ where: { recordId: deal.id, type: 'opportunity.moved' } })
    expect(event).toMatchObject({ recordVersion: 2, data: { moveId: body.moveId, to: pipeline.stages[1]?.label } })
  })

  it('200 keeps a probability set by hand, and skips with the skipped stages named', async () => {
    const admin = await test.as()
    const pipeline = await aPipeline(world())
    const deal = await anOpportunity(world(), { pipelineId: pipeline.id, probability: '0.9', probabilityManual: true })
    const { body } = await admin.call('POST', `/opportunities/${deal.id}/move`, {
      stageId: pipeline.stages[2]?.id,
      version: 1,
    })
    expect(body).toMatchObject({
      phase: 'commit',
      probability: '0.9',
      probabilityManual: true,
      forecastCategory: 'commit',
    })
    expect((await stays(deal.id)).at(-1)).toMatchObject({ direction: 'skip', skippedIds: [pipeline.stages[1]?.id] })
  })

  it('422 lists what the stages left, skipped and entered ask, and nothing changes', async () => {
    const rep = await test.as({ role: 'rep' })
    const pipeline = await guarded()
    const deal = await anOpportunity(world(), { pipelineId: pipeline.id, amount: '0', ownerId: rep.userId })
    const sent = { stageId: pipeline.stages[2]?.id, version: 1 }
    const { body } = await rep.call('POST', `/opportunities/${deal.id}/move`, sent)
    expect(body).toMatchObject({ status: 422, code: 'stage.criteria_unmet', params: { count: 2 } })
    expect(body.params.unmet).toMatchObject([
      { stageId: pipeline.stages[0]?.id, kind: 'contactRole', missing: { zh: '还缺 1 位决策人' } },
      { stageId: pipeline.stages[1]?.id, kind: 'fieldFilled', field: 'amount' },
    ])
    expect(await rowOf(deal.id)).toMatchObject({ stageId: deal.stageId, version: 1 })
    expect(await stays(deal.id)).toHaveLength(1)
    const forced = await rep.call('POST', `/opportunities/${deal.id}/move`, { ...sent, override: { reason: 'x' } })
    expect(forced.status).toBe(403)
  })

  it('200 for an override with right and reason, kept with what was unmet; 422 without the reason', async () => {
    const admin = await test.as()
    const pipeline = await guarded()
    const deal = await anOpportunity(world(), { pipelineId: pipeline.id, amount: '5' })
    const sent = { stageId: pipeline.stages[1]?.id, version: 1 }
    const move = (override: object) => admin.call('POST', `/opportunities/${deal.id}/move`, { ...sent, override })
    expect((await move({ reason: ' ' })).body.code).toBe('reason.required')
    expect((await move({ reason: '老客户续单' })).status).toBe(200)
    expect((await stays(deal.id)).at(-1)).toMatchObject({
      reason: '老客户续单',
      override: { byId: admin.userId, reason: '老客户续单', unmet: [{ kind: 'contactRole' }] },
    })
  })

  it('409 for what the stage does not allow: back, a stage not next, won by a move', async () => {
    const admin = await test.as()
    const pipeline = await aPipeline(world(), {
      stages: [{}, { allowBack: false }, {}, { phase: 'won', probability: 1 }, { phase: 'lost', probability: 0 }],
    })
    const [first, second, third, won] = pipeline.stages.map(({ id }) => id)
    await world().stage.update({ where: { id: second ?? '' }, data: { allowedNextIds: [won ?? ''] } })
    const deal = await anOpportunity(world(), { pipelineId: pipeline.id, stageId: second ?? '' })
    const move = async (stageId: string | undefined) =>
      (await admin.call('POST', `/opportunities/${deal.id}/move`, { stageId, version: 1 })).body
    expect(await move(first)).toMatchObject({ status: 409, code: 'stage.transition', params: { why: 'noWayBack' } })
    expect(await move(third)).toMatchObject({ params: { why: 'notAllowed' } })
    expect(await move(won)).toMatchObject({ params: { why: 'closed' } })
    expect(await move(second)).toMatchObject({ params: { why: 'same' } })
  })

  it('412 before 409 for a stale version, 428 without one, 404 for a stranger [C1]', async () => {
    const [admin, stranger] = await Promise.all([test.as(), test.as({ role: 'rep' })])
    const pipeline = await aPipeline(world())
    const deal = await anOpportunity(world(), { pipelineId: pipeline.id })
    const path = `/opportunities/${deal.id}/move`
    expect((await admin.call('POST', path, { stageId: deal.stageId, version: 3 })).status).toBe(412)
    expect((await admin.call('POST', path, { stageId: deal.stageId })).status).toBe(428)
    expect((await stranger.call('POST', path, { stageId: deal.stageId, version: 1 })).status).toBe(404)
  })

  it('200 once per version and 412 for all others of 200 movers at once; the history is the versions [C1] [F19]', async () => {
    const admin = await test.as()
    const pipeline = await aPipeline(world())
    const deal = await anOpportunity(world(), { pipelineId: pipeline.id })
    const [a, b] = pipeline.stages.map(({ id }) => id)
    // Everybody moves from what he saw: the first version, or one that is still to come.
    const tries = Array.from({ length: 200 }, (_, index) => {
      const version = 1 + Math.floor(index / 50)
      const stageId = version % 2 === 1 ? b : a
      return insist(() => admin.call('POST', `/opportunities/${deal.id}/move`, { stageId, version }))
    })
    const statuses = await Promise.all(tries)
    const { version } = await rowOf(deal.id)
    expect(statuses.filter((status) => status === 200)).toHaveLength(version - 1)
    expect(statuses.filter((status) => status === 412)).toHaveLength(200 - (version - 1))
    const rows = await expectJoined(deal.id)
    expect(rows.map(({ toStageId }) => toStageId)).toEqual([a, b, a, b, a].slice(0, version))
    const events = await world().event.findMany({ where: { recordId: deal.id }, orderBy: { recordVersion: 'asc' } })
    expect(events.map(({ recordVersion }) => recordVersion)).toEqual([2, 3, 4, 5].slice(0, version - 1))
  })
})

describe('POST /opportunities/:id/undo-move', () => {
  const moved = async (given: object = {}) => {
    const admin = await test.as()
    const pipeline = await aPipeline(world())
    const entered = new Date(Date.now() - 20 * 86_400_000)
    const deal = await anOpportunity(world(), { pipelineId: pipeline.id, stageEnteredAt: entered, ...given })
    const before = await admin.call('GET', `/opportunities/${deal.id}`)
    const path = `/opportunities/${deal.id}/move`
    const { body } = await admin.call('POST', path, { stageId: pipeline.stages[1]?.id, version: 1 })
    return { admin, deal, pipeline, before: before.body, body, undo: `/opportunities/${deal.id}/undo-move` }
  }

  it('200 brings the deal back as it was; the history keeps both steps', async () => {
    const { admin, deal, before, body, undo } = await moved({ probability: '0.4', probabilityManual: true })
    const { status, body: after } = await admin.call('POST', undo, { moveId: body.moveId, version: 2 })
    expect(status).toBe(200)
    const same = (record: Record<string, unknown>) => ({ ...record, version: 0, updatedAt: '', moveId: '' })
    expect(same(after)).toEqual(same(before))
    expect(after.version).toBe(3)
    const rows = await expectJoined(deal.id)
    expect(rows.map(({ direction }) => direction)).toEqual(['create', 'forward', 'back'])
    expect(rows.at(-1)).toMatchObject({ undoesId: body.moveId })
  })

  it('409 for somebody else, after another change, too late, and for the first stay', async () => {
    const { admin, deal, body, undo } = await moved()
    const [first] = await stays(deal.id)
    const why = async (who: typeof admin, moveId: string | undefined, version: number) => {
      const { status, body: problem } = await who.call('POST', undo, { moveId, version })
      return { status, code: problem.code, why: problem.params?.why }
    }
    const over = { status: 409, code: 'stage.undo_over' }
    expect(await why(await test.as(), body.moveId, 2)).toEqual({ ...over, why: 'other' })
    expect(await why(admin, first?.id, 2)).toEqual({ ...over, why: 'first' })
    await world().stageMove.update({
      where: { id: body.moveId },
      data: { enteredAt: new Date(Date.now() - 601_000) },
    })
    expect(await why(admin, body.moveId, 2)).toEqual({ ...over, why: 'late' })
    await admin.call('PATCH', `/opportunities/${deal.id}`, { name: 'Changed', version: 2 })
    expect(await why(admin, body.moveId, 3)).toEqual({ ...over, why: 'changed' })
  })
})

describe('GET /opportunities/:id/stage-moves', () => {
  it('200 tells the whole way in order, 404 to a stranger', async () => {
    const [admin, stranger] = await Promise.all([test.as({ name: '林一' }), test.as({ role: 'rep' })])
    const pipeline = await aPipeline(world())
    const deal = await anOpportunity(world(), { pipelineId: pipeline.id, amount: '12.5' })
    const path = `/opportunities/${deal.id}`
    await admin.call('POST', `${path}/move`, { stageId: pipeline.stages[1]?.id, reason: 'Met', version: 1 })
    const { body } = await admin.call('GET', `${path}/stage-moves`)
    expect(body.items).toMatchObject([
      { direction: 'create', fromStage: null, leftAt: body.items[1].enteredAt },
      { direction: 'forward', by: { label: '林一' }, amount: '12.50', reason: 'Met', leftAt: null, seconds: null },
    ])
    expect((await stranger.call('GET', `${path}/stage-moves`)).status).toBe(404)
  })
})
