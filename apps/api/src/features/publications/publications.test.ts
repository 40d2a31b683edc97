import { anOpportunity } from '@rapport/prisma/factories/opportunities.ts'
import { aPipeline } from '@rapport/prisma/factories/pipelines.ts'
import { unique } from '@rapport/prisma/factories/world.ts'
import { describe, expect, it } from 'vitest'
import { useApp, type Caller } from '../../test/app.ts'

const test = useApp()
const world = () => test.database.prisma
const nobodysId = '00000000-0000-7000-8000-000000000009'
const sentStages = () => [
  { label: { zh: '初步接触', en: 'First contact' }, phase: 'open', probability: '0.1', maxDays: 14 },
  { label: { zh: '方案报价', en: 'Proposal' }, phase: 'open', probability: '0.5' },
  { label: { zh: '赢单', en: 'Won' }, phase: 'won' },
  { label: { zh: '输单', en: 'Lost' }, phase: 'lost' },
]
const create = async (admin: Caller) => {
  const name = unique('Pipeline ')
  return (await admin.call('POST', '/pipelines', { label: { zh: name, en: name } })).body
}
const stagesOf = async (admin: Caller, id: string) => (await admin.call('GET', `/pipelines/${id}`)).body.stages
const rowOf = (id: string) => world().opportunity.findUniqueOrThrow({ where: { id } })

describe('POST /pipelines/:id/save-draft', () => {
  it('200 keeps the draft, gives ids to what is new, and changes nothing for deals', async () => {
    const admin = await test.as()
    const { id } = await create(admin)
    const criteria = [{ side: 'exit', kind: 'contactRole', params: { role: 'decider' } }]
    const stages = [{ ...sentStages()[0], criteria }, ...sentStages().slice(1)]
    const { status, body } = await admin.call('POST', `/pipelines/${id}/save-draft`, { draft: { stages }, version: 1 })
    expect(status).toBe(200)
    expect(body).toMatchObject({ version: 2, publishedVersion: 0, stages: [], draftBy: { id: admin.userId } })
    const [first] = body.draft.stages
    expect(first).toMatchObject({
      color: 'stage-2',
      criteria: [{ label: { zh: '联系人中至少 1 位决策人' }, blocking: true }],
    })
    const again = await admin.call('POST', `/pipelines/${id}/save-draft`, { draft: body.draft, version: 2 })
    expect(again.body.draft).toEqual(body.draft)
  })

  it('200 tells the feed once of the pauses of one person, and again of another', async () => {
    const [admin, other] = [await test.as(), await test.as()]
    const { id } = await create(admin)
    const save = (who: Caller, version: number) =>
      who.call('POST', `/pipelines/${id}/save-draft`, { draft: { stages: sentStages() }, version })
    const told = () =>
      world().event.findMany({
        where: { recordId: id, type: 'pipeline.draftSaved' },
        orderBy: { id: 'asc' },
        select: { actorId: true },
      })
    for (const version of [1, 2, 3]) expect((await save(admin, version)).status).toBe(200)
    expect(await told()).toEqual([{ actorId: admin.userId }])
    await save(other, 4)
    await save(admin, 5)
    expect((await told()).map(({ actorId }) => actorId)).toEqual([admin.userId, other.userId, admin.userId])
  })

  it('200 tells the feed again after half an hour', async () => {
    const admin = await test.as()
    const { id } = await create(admin)
    const about = {
      type: 'pipeline.draftSaved',
      action: 'update',
      entity: 'pipelines',
      recordId: id,
      actorType: 'user',
    }
    const told = () => world().event.count({ where: { recordId: id, type: about.type } })
    const save = async (minutesAgo: number) => {
      const at = new Date(Date.now() - minutesAgo * 60_000)
      await world().event.create({ data: { ...about, actorId: admin.userId, at } })
      const { version } = (await admin.call('GET', `/pipelines/${id}`)).body
      await admin.call('POST', `/pipelines/${id}/save-draft`, { draft: { stages: sentStages() }, version })
      return told()
    }
    expect(await save(29)).toBe(1)
    expect(await save(31)).toBe(3)
  })

  it('422 for criteria that can never be checked, naming each; nothing is kept', async () => {
    const admin = await test.as()
    const { id } = await create(admin)
    const criteria = [
      { side: 'entry', kind: 'document', params: {} },
      { side: 'entry', kind: 'fieldFilled', params: { field: 'secretField' } },
      { side: 'entry', kind: 'fieldCompare', params: { filter: { field: 'ownerId', op: 'eq', value: { me: true } } } },
      { side: 'entry', kind: 'fieldFilled', params: { field: 'customer.industryId' } },
    ]
    const stages = [{ ...sentStages()[0], criteria }, ...sentStages().slice(1)]
    const { body } = await admin.call('POST', `/pipelines/${id}/save-draft`, { draft: { stages }, version: 1 })
    expect(body).toMatchObject({ status: 422, code: 'stage.criterion_invalid' })
    expect(body.errors.map(({ path, code }: { path: string; code: string }) => [path, code])).toEqual([
      ['draft.stages.0.criteria.0.kind', 'criterion.kind'],
      ['draft.stages.0.criteria.1.params.field', 'criterion.field'],
      ['draft.stages.0.criteria.2.params.filter', 'criterion.personal'],
    ])
    expect(await world().pipeline.findUniqueOrThrow({ where: { id } })).toMatchObject({ draft: null, version: 1 })
  })

  it('422 for the id of another pipeline’s stage, 400 for what is malformed, 403 without the right', async () => {
    const [admin, manager, other] = await Promise.all([
      test.as(),
      test.as({ role: 'salesManager' }),
      aPipeline(world()),
    ])
    const { id } = await create(admin)
    const save = (who: Caller, stages: object[]) =>
      who.call('POST', `/pipelines/${id}/save-draft`, { draft: { stages }, version: 1 })
    const foreign = await save(admin, [{ ...sentStages()[0], id: other.stages[0]?.id }])
    expect(foreign.body).toMatchObject({ code: 'reference.invalid', errors: [{ path: 'draft.stages.0.id' }] })
    const malformed = await save(admin, [
      { ...sentStages()[0], colour: 'red' },
      { ...sentStages()[2], probability: '0.4' },
    ])
    expect(malformed.body).toMatchObject({ status: 400 })
    expect((await save(manager, sentStages())).status).toBe(403)
  })
})

describe('POST /pipelines/:id/publish', () => {
  it('200 makes a version, who and when, and keeps ids over versions', async () => {
    const admin = await test.as({ name: '沈以宁' })
    const { id } = await create(admin)
    await admin.call('POST', `/pipelines/${id}/save-draft`, { draft: { stages: sentStages() }, version: 1 })
    const first = await admin.call('POST', `/pipelines/${id}/publish`, { version: 2 })
    expect(first.body).toMatchObject({ publishedVersion: 1, draft: null, version: 3, can: { publish: false } })
    const [a, b, won, lost] = first.body.stages
    const draft = { stages: [b, { ...a, probability: '0.2' }, won, lost] }
    const saved = await admin.call('POST', `/pipelines/${id}/save-draft`, { draft, version: 3 })
    const second = await admin.call('POST', `/pipelines/${id}/publish`, { version: saved.body.version, reason: '调整' })
    expect(second.body.stages.map((stage: { id: string }) => stage.id)).toEqual([b.id, a.id, won.id, lost.id])
    expect(second.body.stages[1]).toMatchObject({ probability: '0.2', maxDays: 14 })
    const { body } = await admin.call('GET', `/pipelines/${id}/versions`)
    expect(body.items).toMatchObject([
      { pipelineVersion: 2, by: { label: '沈以宁' }, reason: '调整' },
      { pipelineVersion: 1, reason: null },
    ])
    const events = await world().event.findMany({
      where: { recordId: id, type: 'pipeline.published' },
      orderBy: { id: 'asc' },
    })
    expect(events.map(({ data }) => data)).toMatchObject([{ version: 1 }, { version: 2 }])
  })

  it('422 without won and lost, 409 without a draft, and nothing changes', async () => {
    const admin = await test.as()
    const { id } = await create(admin)
    expect((await admin.call('POST', `/pipelines/${id}/publish`, { version: 1 })).body.code).toBe('pipeline.no_draft')
    await admin.call('POST', `/pipelines/${id}/save-draft`, { draft: { stages: sentStages().slice(0, 3) }, version: 1 })
    const { body } = await admin.call('POST', `/pipelines/${id}/publish`, { version: 2 })
    expect(body).toMatchObject({ status: 422, code: 'stage.phase_missing', params: { won: 1, lost: 0, open: 2 } })
    expect(await world().stage.count({ where: { pipelineId: id } })).toBe(0)
  })

  it('422 for a vanishing stage with deals; with a mapping they move, with history and event, also those in the trash', async () => {
    const admin = await test.as()
    const pipeline = await aPipeline(world())
    const [, second] = pipeline.stages
    const given = { pipelineId: pipeline.id, stageId: second?.id ?? '', amount: '1000' }
    const deals = await Promise.all([
      anOpportunity(world(), given),
      anOpportunity(world(), { ...given, probability: '0.9', probabilityManual: true }),
      anOpportunity(world(), { ...given, deletedAt: new Date() }),
    ])
    const stages = await stagesOf(admin, pipeline.id)
    const kept = stages.filter(({ id }: { id: string }) => id !== second?.id)
    const path = `/pipelines/${pipeline.id}`
    await admin.call('POST', `${path}/save-draft`, { draft: { stages: kept }, version: 1 })
    const refused = await admin.call('POST', `${path}/publish`, { version: 2 })
    expect(refused.body).toMatchObject({ status: 422, code: 'stage.mapping_required' })
    expect(refused.body.errors).toMatchObject([{ path: `draft.mapping.${second?.id}`, params: { deals: 3 } }])
    const mapping = { [second?.id ?? '']: kept[1].id }
    await admin.call('POST', `${path}/save-draft`, { draft: { stages: kept, mapping }, version: 2 })
    expect((await admin.call('POST', `${path}/publish`, { version: 3 })).status).toBe(200)
    const [plain, byHand, trashed] = await Promise.all(deals.map(({ id }) => rowOf(id)))
    expect(plain).toMatchObject({ stageId: kept[1].id, phase: 'commit', version: 2 })
    expect(String(plain?.weightedBase)).toBe('750')
    expect(String(byHand?.probability)).toBe('0.9')
    expect(trashed).toMatchObject({ stageId: kept[1].id })
    const moves = await world().stageMove.findMany({
      where: { opportunityId: plain?.id ?? '' },
      orderBy: { id: 'asc' },
    })
    expect(moves).toMatchObject([
      { leftAt: moves[1]?.enteredAt },
      { direction: 'forward', fromStageId: second?.id, toStageId: kept[1].id, leftAt: null, pipelineVersion: 2 },
    ])
    const events = await world().event.findMany({ where: { recordId: plain?.id ?? '' } })
    expect(events).toMatchObject([{ type: 'opportunity.moved', recordVersion: 2, data: { moveId: moves[1]?.id } }])
    expect(events[0]?.changes).toContainEqual({ field: 'probability', old: '0.5', new: '0.75' })
  })

  it('200 lets deals follow what their stage says now, but for a probability set by hand', async () => {
    const admin = await test.as()
    const pipeline = await aPipeline(world())
    const [deal, byHand] = await Promise.all([
      anOpportunity(world(), { pipelineId: pipeline.id, amount: '99.99' }),
      anOpportunity(world(), { pipelineId: pipeline.id, probability: '0.5', probabilityManual: true }),
    ])
    const stages = await stagesOf(admin, pipeline.id)
    const draft = { stages: [{ ...stages[0], probability: '0.333' }, ...stages.slice(1)] }
    await admin.call('POST', `/pipelines/${pipeline.id}/save-draft`, { draft, version: 1 })
    await admin.call('POST', `/pipelines/${pipeline.id}/publish`, { version: 2 })
    const row = await rowOf(deal.id)
    expect([String(row.probability), String(row.weightedBase), row.version]).toEqual(['0.333', '33.3', 2])
    expect(await rowOf(byHand.id)).toMatchObject({ version: 1 })
  })

  it('412 for a stale version, 428 without one [C1]', async () => {
    const admin = await test.as()
    const { id } = await create(admin)
    await admin.call('POST', `/pipelines/${id}/save-draft`, { draft: { stages: sentStages() }, version: 1 })
    expect((await admin.call('POST', `/pipelines/${id}/publish`, { version: 1 })).status).toBe(412)
    expect((await admin.call('POST', `/pipelines/${id}/publish`, {})).status).toBe(428)
  })
})

describe('POST /pipelines/:id/discard-draft', () => {
  it('200 throws the draft away; 409 when there is none', async () => {
    const admin = await test.as()
    const { id } = await create(admin)
    await admin.call('POST', `/pipelines/${id}/save-draft`, { draft: { stages: sentStages() }, version: 1 })
    const { body } = await admin.call('POST', `/pipelines/${id}/discard-draft`, { version: 2 })
    expect(body).toMatchObject({ draft: null, draftAt: null, version: 3 })
    expect((await admin.call('POST', `/pipelines/${id}/discard-draft`, { version: 3 })).status).toBe(409)
  })
})

describe('POST /pipelines/:id/preview', () => {
  it('200 counts what moves, sums before and after, tells the changes, and writes nothing', async () => {
    const admin = await test.as()
    const pipeline = await aPipeline(world())
    const [first, second, third] = pipeline.stages
    const at = (stageId: string | undefined, amount: string) =>
      anOpportunity(world(), { pipelineId: pipeline.id, stageId: stageId ?? '', amount })
    await Promise.all([at(first?.id, '100'), at(second?.id, '33.33'), at(second?.id, '10'), at(third?.id, '5')])
    const stages = await stagesOf(admin, pipeline.id)
    const kept = [{ ...stages[0], probability: '0.2' }, ...stages.slice(2)]
    const path = `/pipelines/${pipeline.id}/preview`
    const { status, body } = await admin.call('POST', path, {
      draft: { stages: kept, mapping: { [second?.id ?? '']: first?.id } },
    })
    expect(status).toBe(200)
    expect(body.moves).toEqual([{ fromId: second?.id, toId: first?.id, count: 2, baseAmount: '43.33' }])
    expect(body.stages.find(({ stageId }: { stageId: string }) => stageId === first?.id)).toEqual({
      stageId: first?.id,
      before: { count: 1, baseAmount: '100.00', weightedBase: '10.00' },
      after: { count: 3, baseAmount: '143.33', weightedBase: '28.67' },
    })
    expect(body.problems).toEqual([])
    expect(body.changes.map(({ kind }: { kind: string }) => kind)).toEqual(['changed', 'removed'])
    const unmapped = await admin.call('POST', path, { draft: { stages: kept } })
    expect(unmapped.body).toMatchObject({
      moves: [{ toId: null, count: 2 }],
      problems: [{ code: 'stage.mapping_required' }],
    })
    expect(await world().pipeline.findUniqueOrThrow({ where: { id: pipeline.id } })).toMatchObject({
      draft: null,
      version: 1,
    })
  })

  it('404 for an unknown pipeline, 409 without any draft', async () => {
    const admin = await test.as()
    const { id } = await create(admin)
    expect((await admin.call('POST', `/pipelines/${nobodysId}/preview`, {})).status).toBe(404)
    expect((await admin.call('POST', `/pipelines/${id}/preview`, {})).body.code).toBe('pipeline.no_draft')
  })
})
