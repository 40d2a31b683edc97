import { aCompetitor } from '@rapport/prisma/factories/competitors.ts'
import { aDictionaryItem } from '@rapport/prisma/factories/dictionaries.ts'
import { anOpportunity } from '@rapport/prisma/factories/opportunities.ts'
import { aPipeline } from '@rapport/prisma/factories/pipelines.ts'
import { describe, expect, it } from 'vitest'
import { useApp } from '../../test/app.ts'

const test = useApp()
const world = () => test.database.prisma
const rowOf = (id: string) => world().opportunity.findUniqueOrThrow({ where: { id } })
const lastStay = (opportunityId: string) =>
  world().stageMove.findFirstOrThrow({ where: { opportunityId, leftAt: null } })
const loseReason = async () => (await aDictionaryItem(world(), { of: 'loseReason' })).id

describe('POST /opportunities/:id/win', () => {
  it('200 closes as won: certain, and through the stages that were left out', async () => {
    const admin = await test.as()
    const pipeline = await aPipeline(world())
    const deal = await anOpportunity(world(), {
      pipelineId: pipeline.id,
      amount: '80',
      probability: '0.3',
      probabilityManual: true,
    })
    const { status, body } = await admin.call('POST', `/opportunities/${deal.id}/win`, { version: 1 })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      phase: 'won',
      probability: '1',
      probabilityManual: false,
      weightedBase: '80.00',
      closedInStage: { id: deal.stageId },
      can: { move: false, reopen: true },
    })
    expect(body.closedAt).not.toBeNull()
    const skippedIds = pipeline.stages.slice(1, 3).map(({ id }) => id)
    expect(await lastStay(deal.id)).toMatchObject({ direction: 'close', skippedIds })
  })

  it('422 where winning needs an order, unless somebody with the right says why not', async () => {
    const [rep, admin] = await Promise.all([test.as({ role: 'rep' }), test.as()])
    const pipeline = await aPipeline(world(), { winNeedsOrder: true })
    const deal = await anOpportunity(world(), { pipelineId: pipeline.id, ownerId: rep.userId })
    const path = `/opportunities/${deal.id}/win`
    const { body } = await rep.call('POST', path, { version: 1 })
    expect(body).toMatchObject({
      status: 422,
      code: 'opportunity.win_needs_order',
      params: { unmet: [{ kind: 'order' }] },
    })
    expect((await rep.call('POST', path, { version: 1, override: { reason: 'x' } })).status).toBe(403)
    expect((await admin.call('POST', path, { version: 1, override: { reason: '框架合同' } })).status).toBe(200)
    expect(await lastStay(deal.id)).toMatchObject({ override: { reason: '框架合同', unmet: [{ kind: 'order' }] } })
  })

  it('422 for criteria of stages that were never entered', async () => {
    const admin = await test.as()
    const criteria = [{ side: 'entry', kind: 'fieldFilled', params: { field: 'need' } }]
    const stages = [{}, { criteria }, { phase: 'won', probability: 1 }, { phase: 'lost', probability: 0 }]
    const pipeline = await aPipeline(world(), { stages, winNeedsOrder: true })
    const deal = await anOpportunity(world(), { pipelineId: pipeline.id })
    const { body } = await admin.call('POST', `/opportunities/${deal.id}/win`, { version: 1 })
    expect(body).toMatchObject({ status: 422, code: 'stage.criteria_unmet', params: { count: 2 } })
  })
})

describe('POST /opportunities/:id/lose', () => {
  it('200 keeps reason, note, competitors and when to ask again', async () => {
    const rep = await test.as({ role: 'rep' })
    const [competitor, reasonId] = await Promise.all([aCompetitor(world()), loseReason()])
    const deal = await anOpportunity(world(), { ownerId: rep.userId })
    const { status, body } = await rep.call('POST', `/opportunities/${deal.id}/lose`, {
      reasonId,
      competitorIds: [competitor.id],
      note: '价格高 8%',
      contactAgainAt: '2027-06-01',
      version: 1,
    })
    expect({ status, body }).toMatchObject({
      status: 200,
      body: {
        phase: 'lost',
        probability: '0',
        weightedBase: '0.00',
        reasonId,
        reasonNote: '价格高 8%',
        contactAgainAt: '2027-06-01',
      },
    })
    expect(body.competitors).toMatchObject([{ competitorId: competitor.id }])
    expect(body.closedInStage.id).toBe(deal.stageId)
    const event = await world().event.findFirstOrThrow({ where: { recordId: deal.id, type: 'opportunity.lost' } })
    expect(event.data).toMatchObject({ addedCompetitorIds: [competitor.id] })
    const task = await world().activity.findFirstOrThrow({ where: { opportunityId: deal.id } })
    expect(task).toMatchObject({ kind: 'task', status: 'planned', plannedStart: new Date('2027-06-01T01:00:00Z') })
    expect(body.nextActionAt).toBe('2027-06-01T01:00:00.000Z')
  })

  it('422 without a reason, with one of another dictionary, or an unknown competitor; nothing changes', async () => {
    const admin = await test.as()
    const [other, reasonId] = await Promise.all([aDictionaryItem(world(), { of: 'outcome' }), loseReason()])
    const deal = await anOpportunity(world())
    const lose = async (body: object) =>
      (await admin.call('POST', `/opportunities/${deal.id}/lose`, { ...body, version: 1 })).body
    expect(await lose({})).toMatchObject({ code: 'reason.required', errors: [{ path: 'reasonId' }] })
    expect(await lose({ reasonId: other.id })).toMatchObject({
      code: 'reference.invalid',
      errors: [{ path: 'reasonId' }],
    })
    const competitorIds = ['00000000-0000-7000-8000-000000000009']
    expect(await lose({ reasonId, competitorIds })).toMatchObject({ errors: [{ path: 'competitorIds.0' }] })
    expect(await rowOf(deal.id)).toMatchObject({ phase: 'open', version: 1 })
  })

  it('409 for a deal that is closed already', async () => {
    const admin = await test.as()
    const deal = await anOpportunity(world())
    await admin.call('POST', `/opportunities/${deal.id}/win`, { version: 1 })
    for (const [command, body] of Object.entries({
      lose: { reasonId: await loseReason() },
      win: {},
      move: { stageId: deal.stageId },
    }))
      expect(await admin.call('POST', `/opportunities/${deal.id}/${command}`, { ...body, version: 2 })).toMatchObject({
        status: 409,
        body: { code: 'opportunity.closed' },
      })
  })

  it('200 can be taken back as a whole, competitors included', async () => {
    const admin = await test.as()
    const competitor = await aCompetitor(world())
    const deal = await anOpportunity(world(), { probability: '0.2', probabilityManual: true })
    const lost = await admin.call('POST', `/opportunities/${deal.id}/lose`, {
      reasonId: await loseReason(),
      competitorIds: [competitor.id],
      contactAgainAt: '2027-06-01',
      version: 1,
    })
    const { body } = await admin.call('POST', `/opportunities/${deal.id}/undo-move`, {
      moveId: lost.body.moveId,
      version: 2,
    })
    expect(body).toMatchObject({
      phase: 'open',
      probability: '0.2',
      probabilityManual: true,
      closedAt: null,
      closedInStageId: null,
      reasonId: null,
      contactAgainAt: null,
      competitors: [],
    })
    expect(await lastStay(deal.id)).toMatchObject({ direction: 'reopen', undoesId: lost.body.moveId })
    expect(body.nextActionAt).toBeNull()
  })
})

describe('POST /opportunities/:id/reopen', () => {
  it('200 goes back to the stage it was lost in, and keeps the history', async () => {
    const admin = await test.as()
    const pipeline = await aPipeline(world())
    const deal = await anOpportunity(world(), { pipelineId: pipeline.id, stageId: pipeline.stages[1]?.id ?? '' })
    await admin.call('POST', `/opportunities/${deal.id}/lose`, { reasonId: await loseReason(), version: 1 })
    const path = `/opportunities/${deal.id}/reopen`
    expect((await admin.call('POST', path, { version: 2 })).body.code).toBe('reason.required')
    const { body } = await admin.call('POST', path, { reason: '客户恢复预算', version: 2 })
    expect(body).toMatchObject({
      phase: 'open',
      stageId: pipeline.stages[1]?.id,
      probability: '0.5',
      closedAt: null,
      closedInStageId: null,
      reasonId: null,
    })
    expect(await lastStay(deal.id)).toMatchObject({ direction: 'reopen', reason: '客户恢复预算' })
    expect((await admin.call('POST', path, { reason: 'x', version: 3 })).body.code).toBe('opportunity.open')
    const undone = await admin.call('POST', `/opportunities/${deal.id}/undo-move`, { moveId: body.moveId, version: 3 })
    expect(undone.body).toMatchObject({ phase: 'lost', closedInStageId: pipeline.stages[1]?.id })
  })

  it('200 to another stage asks what a move there asks', async () => {
    const admin = await test.as()
    const criteria = [{ side: 'entry', kind: 'fieldFilled', params: { field: 'need' } }]
    const stages = [{}, { criteria }, { phase: 'won', probability: 1 }, { phase: 'lost', probability: 0 }]
    const pipeline = await aPipeline(world(), { stages })
    const deal = await anOpportunity(world(), { pipelineId: pipeline.id })
    await admin.call('POST', `/opportunities/${deal.id}/lose`, { reasonId: await loseReason(), version: 1 })
    const sent = { stageId: pipeline.stages[1]?.id, reason: 'x', version: 2 }
    const refused = await admin.call('POST', `/opportunities/${deal.id}/reopen`, sent)
    expect(refused.body).toMatchObject({ status: 422, code: 'stage.criteria_unmet' })
  })
})

describe('POST /opportunities/:id/change-pipeline', () => {
  it('200 comes to the other pipeline at the stage named, with its probability', async () => {
    const admin = await test.as()
    const [from, to] = await Promise.all([aPipeline(world()), aPipeline(world(), { publishedVersion: 4 })])
    const deal = await anOpportunity(world(), { pipelineId: from.id })
    const path = `/opportunities/${deal.id}/change-pipeline`
    const sent = { pipelineId: to.id, reason: '转为大客户流程', version: 1 }
    expect((await admin.call('POST', path, sent)).body.code).toBe('stage.mapping_required')
    const { body } = await admin.call('POST', path, { ...sent, stageId: to.stages[1]?.id })
    expect(body).toMatchObject({ pipelineId: to.id, stageId: to.stages[1]?.id, probability: '0.5', version: 2 })
    expect(await lastStay(deal.id)).toMatchObject({ pipelineVersion: 4, reason: '转为大客户流程' })
    const undone = await admin.call('POST', `/opportunities/${deal.id}/undo-move`, { moveId: body.moveId, version: 2 })
    expect(undone.body).toMatchObject({ pipelineId: from.id, stageId: deal.stageId, version: 3 })
  })

  it('422 without a reason, to an archived pipeline, to a stage of a third; 409 to its own', async () => {
    const admin = await test.as()
    const [from, to, old] = await Promise.all([
      aPipeline(world()),
      aPipeline(world()),
      aPipeline(world(), { archivedAt: new Date() }),
    ])
    const deal = await anOpportunity(world(), { pipelineId: from.id })
    const change = async (body: object) =>
      (await admin.call('POST', `/opportunities/${deal.id}/change-pipeline`, { reason: 'x', version: 1, ...body })).body
    const stageId = to.stages[0]?.id
    expect(await change({ pipelineId: to.id, stageId, reason: '' })).toMatchObject({ code: 'reason.required' })
    expect(await change({ pipelineId: old.id, stageId: old.stages[0]?.id })).toMatchObject({
      errors: [{ path: 'pipelineId' }],
    })
    expect(await change({ pipelineId: to.id, stageId: from.stages[1]?.id })).toMatchObject({
      errors: [{ path: 'stageId' }],
    })
    expect(await change({ pipelineId: from.id, stageId: from.stages[1]?.id })).toMatchObject({ status: 409 })
  })
})
