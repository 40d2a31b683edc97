import { aCustomer } from '@rapport/prisma/factories/customers.ts'
import { anOpportunity } from '@rapport/prisma/factories/opportunities.ts'
import { aPipeline } from '@rapport/prisma/factories/pipelines.ts'
import { aProduct } from '@rapport/prisma/factories/products.ts'
import { unique } from '@rapport/prisma/factories/world.ts'
import { describe, expect, it } from 'vitest'
import { useApp } from '../../test/app.ts'

const test = useApp()
const world = () => test.database.prisma
const rowOf = (id: string) => world().opportunity.findUniqueOrThrow({ where: { id } })
const nobodysId = '00000000-0000-7000-8000-000000000009'

describe('POST /opportunities', () => {
  it('201 begins at the first open stage of the pipeline named, with number, owner, team, move row and event', async () => {
    const admin = await test.as()
    const [pipeline, customer] = await Promise.all([aPipeline(world()), aCustomer(world())])
    const { status, body } = await admin.call('POST', '/opportunities', {
      name: '喷涂车间除尘改造',
      customerId: customer.id,
      pipelineId: pipeline.id,
      amount: '380000',
      expectedCloseAt: '2027-01-15',
    })
    expect(status).toBe(201)
    const [first] = pipeline.stages
    expect(body).toMatchObject({
      amount: '380000.00',
      baseAmount: '380000.00',
      weightedBase: '38000.00',
      currency: 'CNY',
      probability: '0.1',
      phase: 'open',
      stageId: first?.id,
      ownerId: admin.userId,
      daysInStage: 0,
      rotting: false,
      pushCount: 0,
      expectedCloseAt: '2027-01-15',
      version: 1,
      customer: { id: customer.id, label: customer.name },
      lines: [],
      contacts: [],
      competitors: [],
      criteria: [],
      closeDateChanges: [],
      can: {
        edit: true,
        move: true,
        close: true,
        reopen: false,
        override: true,
        transfer: true,
        share: true,
        delete: true,
      },
    })
    expect(body.number).toMatch(/^OPP-\d{4}-\d{6}$/)
    const moves = await world().stageMove.findMany({ where: { opportunityId: body.id } })
    expect(moves).toMatchObject([{ direction: 'create', fromStageId: null, leftAt: null, byId: admin.userId }])
    expect(await world().event.findMany({ where: { recordId: body.id } })).toMatchObject([
      { type: 'opportunity.created', customerId: customer.id, recordVersion: 1, title: '喷涂车间除尘改造' },
    ])
  })

  it('201 sums the lines: net of each, amount, margin, products', async () => {
    const admin = await test.as()
    const pipeline = await aPipeline(world())
    const [pump, filter] = await Promise.all([aProduct(world(), { cost: 60 }), aProduct(world(), { cost: 1 })])
    const lines = [
      { productId: pump.id, quantity: '3', unitPrice: '99.995', discount: '0.1' },
      { productId: filter.id, unitPrice: '10', description: 'F7' },
    ]
    const { body } = await admin.call('POST', '/opportunities', { name: 'Lines', pipelineId: pipeline.id, lines })
    expect(body.lines).toMatchObject([
      { productId: pump.id, quantity: '3', unitPrice: '99.995', discount: '0.1', net: '269.99' },
      { productId: filter.id, quantity: '1', discount: '0', net: '10.00', description: 'F7' },
    ])
    expect(body).toMatchObject({ amount: '279.99', margin: '98.99', productIds: [pump.id, filter.id] })
  })

  it('400 without a pipeline, for derived and unknown keys, and for an amount against the lines [B4]', async () => {
    const admin = await test.as()
    const [pipeline, product] = await Promise.all([aPipeline(world()), aProduct(world())])
    const sent = { name: unique('x'), pipelineId: pipeline.id }
    const faultsOf = async (body: object) => (await admin.call('POST', '/opportunities', body)).body
    expect(await faultsOf({ name: 'x' })).toMatchObject({ status: 400, errors: [{ path: 'pipelineId' }] })
    for (const key of ['phase', 'baseAmount', 'number', 'stageEnteredAt', 'version', 'nextActionAt', 'teamId'])
      expect(await faultsOf({ ...sent, [key]: '1' })).toMatchObject({ status: 400, errors: [{ path: key }] })
    const lines = [{ productId: product.id, unitPrice: '10' }]
    expect(await faultsOf({ ...sent, lines, amount: '11' })).toMatchObject({
      errors: [{ path: 'amount', code: 'field.derived' }],
    })
    expect(await world().opportunity.count({ where: { name: sent.name } })).toBe(0)
  })

  it('403 for giving it to somebody beyond one’s reach', async () => {
    const [rep, other, pipeline] = await Promise.all([
      test.as({ role: 'rep' }),
      test.as({ role: 'rep' }),
      aPipeline(world()),
    ])
    const sent = { name: 'x', pipelineId: pipeline.id, ownerId: other.userId }
    expect((await rep.call('POST', '/opportunities', sent)).status).toBe(403)
  })

  it('409 for a stage where no deal begins, 422 for a stage of another pipeline or one that is archived', async () => {
    const admin = await test.as()
    const [pipeline, other, old] = await Promise.all([
      aPipeline(world()),
      aPipeline(world()),
      aPipeline(world(), { archivedAt: new Date() }),
    ])
    const post = async (body: object) => (await admin.call('POST', '/opportunities', { name: 'x', ...body })).body
    expect(await post({ pipelineId: pipeline.id, stageId: pipeline.stages[3]?.id })).toMatchObject({
      status: 409,
      code: 'stage.transition',
      params: { why: 'closed' },
    })
    expect(await post({ pipelineId: pipeline.id, stageId: other.stages[0]?.id })).toMatchObject({
      status: 422,
      code: 'reference.invalid',
      errors: [{ path: 'stageId' }],
    })
    expect(await post({ pipelineId: old.id })).toMatchObject({ status: 422, errors: [{ path: 'pipelineId' }] })
  })

  it('422 for what cannot be referred to, and for an inactive product by its line', async () => {
    const admin = await test.as()
    const [pipeline, inactive] = await Promise.all([aPipeline(world()), aProduct(world(), { active: false })])
    const post = async (body: object) =>
      (await admin.call('POST', '/opportunities', { name: 'x', pipelineId: pipeline.id, ...body })).body
    const unknown = { customerId: nobodysId, sourceId: nobodysId }
    for (const [key, id] of Object.entries(unknown))
      expect(await post({ [key]: id })).toMatchObject({ code: 'reference.invalid', errors: [{ path: key }] })
    expect(await post({ contacts: [{ contactId: nobodysId, buyingRole: 'user' }] })).toMatchObject({
      errors: [{ path: 'contacts.0.contactId', code: 'reference.invalid' }],
    })
    expect(await post({ competitors: [{ competitorId: nobodysId }] })).toMatchObject({
      errors: [{ path: 'competitors.0.competitorId', code: 'reference.invalid' }],
    })
    const lines = [{ productId: inactive.id, unitPrice: '1' }]
    expect(await post({ lines })).toMatchObject({
      status: 422,
      code: 'product.inactive',
      errors: [{ path: 'lines.0.productId' }],
    })
    expect(await post({ currency: 'USD', amount: '1' })).toMatchObject({ status: 422, code: 'rate.missing' })
  })

  it('422 for a later stage whose criteria are not met, 201 when they are [B4]', async () => {
    const criteria = [{ side: 'entry', kind: 'fieldFilled', params: { field: 'amount' } }]
    const pipeline = await aPipeline(world(), {
      stages: [{}, { criteria }, { phase: 'won', probability: 1 }, { phase: 'lost', probability: 0 }],
    })
    const admin = await test.as()
    const sent = { name: unique('late '), pipelineId: pipeline.id, stageId: pipeline.stages[1]?.id }
    const { body } = await admin.call('POST', '/opportunities', sent)
    expect(body).toMatchObject({ status: 422, code: 'stage.criteria_unmet', params: { count: 1 } })
    expect(body.params.unmet).toMatchObject([{ kind: 'fieldFilled', field: 'amount', stageId: pipeline.stages[1]?.id }])
    expect(await world().opportunity.count({ where: { name: sent.name } })).toBe(0)
    expect((await admin.call('POST', '/opportunities', { ...sent, amount: '5' })).status).toBe(201)
  })
})

describe('GET /opportunities/:id', () => {
  it('404 for a stranger, 200 through the customer, by collaboration and for the owner [B1]', async () => {
    const [owner, host, helper, stranger] = await Promise.all(Array.from({ length: 4 }, () => test.as({ role: 'rep' })))
    const customer = await aCustomer(world(), { ownerId: host?.userId ?? null })
    const deal = await anOpportunity(world(), { ownerId: owner?.userId ?? null, customerId: customer.id })
    await world().collaborator.create({
      data: { recordType: 'opportunity', recordId: deal.id, userId: helper?.userId ?? '', access: 'read' },
    })
    const read = async (who: typeof owner) => (await who?.call('GET', `/opportunities/${deal.id}`))?.body
    expect(await read(stranger)).toMatchObject({ status: 404 })
    expect(await read(owner)).toMatchObject({ id: deal.id, can: { edit: true, delete: true } })
    expect(await read(host)).toMatchObject({ id: deal.id, can: { edit: true, delete: false } })
    expect(await read(helper)).toMatchObject({ id: deal.id, can: { edit: false, move: false } })
  })

  it('200 shows what the way to the next stage still asks', async () => {
    const pipeline = await aPipeline(world(), {
      stages: [
        { maxDays: 10, criteria: [{ side: 'exit', kind: 'contactRole', params: { role: 'decider', atLeast: 1 } }] },
        { criteria: [{ side: 'entry', kind: 'fieldFilled', params: { field: 'amount' } }] },
        { phase: 'won', probability: 1 },
        { phase: 'lost', probability: 0 },
      ],
    })
    const stageEnteredAt = new Date(Date.now() - 11 * 86_400_000 - 60_000)
    const deal = await anOpportunity(world(), { pipelineId: pipeline.id, stageEnteredAt })
    const admin = await test.as()
    const { body } = await admin.call('GET', `/opportunities/${deal.id}`)
    expect(body).toMatchObject({ daysInStage: 11, rotting: true })
    expect(body.criteria).toMatchObject([
      { side: 'exit', kind: 'contactRole', met: false, missing: { en: '1 decider missing' } },
      { side: 'entry', kind: 'fieldFilled', met: true, missing: null, stageId: pipeline.stages[1]?.id },
    ])
  })
})

describe('PATCH /opportunities/:id', () => {
  const patch = async (id: string, body: object) =>
    (await (await test.as()).call('PATCH', `/opportunities/${id}`, body)).body

  it('200 changes what was sent; stage and owner have commands of their own', async () => {
    const deal = await anOpportunity(world(), { amount: '100' })
    expect(await patch(deal.id, { name: 'New', amount: '250.5', version: 1 })).toMatchObject({
      name: 'New',
      amount: '250.50',
      baseAmount: '250.50',
      weightedBase: '25.05',
      version: 2,
    })
    for (const key of ['stageId', 'ownerId', 'pipelineId'])
      expect(await patch(deal.id, { [key]: nobodysId, version: 2 })).toMatchObject({
        status: 400,
        errors: [{ path: key }],
      })
    const event = await world().event.findFirstOrThrow({ where: { recordId: deal.id, type: 'opportunity.updated' } })
    expect(event.changes).toContainEqual({ field: 'amount', old: '100.00', new: '250.50' })
  })

  it('200 counts only later close dates as pushes and keeps each change', async () => {
    const deal = await anOpportunity(world(), { expectedCloseAt: new Date('2026-12-01') })
    await patch(deal.id, { expectedCloseAt: '2026-12-11', version: 1 })
    await patch(deal.id, { expectedCloseAt: '2026-12-05', version: 2 })
    const after = await patch(deal.id, { expectedCloseAt: '2027-01-05', version: 3 })
    expect(after).toMatchObject({ pushCount: 2, pushedDays: 41 })
    expect(after.closeDateChanges).toMatchObject([
      { from: '2026-12-01', to: '2026-12-11' },
      { from: '2026-12-11', to: '2026-12-05' },
      { from: '2026-12-05', to: '2027-01-05' },
    ])
  })

  it('200 keeps a probability set by hand until it is reset', async () => {
    const deal = await anOpportunity(world(), { amount: '1000' })
    expect(await patch(deal.id, { probability: '0.333', version: 1 })).toMatchObject({
      probability: '0.333',
      probabilityManual: true,
      weightedBase: '333.00',
    })
    expect(await patch(deal.id, { amount: '2000', version: 2 })).toMatchObject({ weightedBase: '666.00' })
    expect(await patch(deal.id, { resetProbability: true, version: 3 })).toMatchObject({
      probability: '0.1',
      probabilityManual: false,
      weightedBase: '200.00',
    })
  })

  it('200 keeps an inactive product on its old line and takes it on no new one', async () => {
    const product = await aProduct(world())
    const deal = await anOpportunity(world())
    const lines = [{ productId: product.id, unitPrice: '10' }]
    await patch(deal.id, { lines, version: 1 })
    await world().product.update({ where: { id: product.id }, data: { active: false } })
    expect(await patch(deal.id, { lines: [...lines, ...lines], version: 2 })).toMatchObject({
      amount: '20.00',
      version: 3,
    })
    expect(await patch(deal.id, { lines: [], version: 3 })).toMatchObject({ amount: '20.00', lines: [], version: 4 })
    expect(await patch(deal.id, { lines: [{ ...lines[0], productId: nobodysId }], version: 4 })).toMatchObject({
      status: 422,
    })
  })

  it('404 for a stranger, 403 for who may only read, and nothing changes [B1]', async () => {
    const deal = await anOpportunity(world())
    const stranger = await test.as({ role: 'rep' })
    const finance = await test.as({ role: 'finance' })
    const sent = { name: 'Mine', version: 1 }
    expect((await stranger.call('PATCH', `/opportunities/${deal.id}`, sent)).status).toBe(404)
    expect((await finance.call('PATCH', `/opportunities/${deal.id}`, sent)).status).toBe(403)
    expect(await rowOf(deal.id)).toMatchObject({ name: deal.name, version: 1 })
  })

  it('409 for a probability on a closed deal, 412 stale, 428 without a version [C1]', async () => {
    const pipeline = await aPipeline(world())
    const deal = await anOpportunity(world(), { pipelineId: pipeline.id, stageId: pipeline.stages[4]?.id ?? '' })
    expect(await patch(deal.id, { probability: '0.5', version: 1 })).toMatchObject({ code: 'opportunity.closed' })
    expect(await patch(deal.id, { name: 'x', version: 7 })).toMatchObject({ status: 412, params: { version: 1 } })
    expect(await patch(deal.id, { name: 'x' })).toMatchObject({ status: 428 })
  })
})

describe('DELETE /opportunities/:id', () => {
  it('204 puts it and its activities into the trash', async () => {
    const deal = await anOpportunity(world())
    await world().activity.create({ data: { kind: 'call', subject: 'x', opportunityId: deal.id } })
    const admin = await test.as()
    expect((await admin.call('DELETE', `/opportunities/${deal.id}`)).status).toBe(204)
    expect((await admin.call('GET', `/opportunities/${deal.id}`)).status).toBe(404)
    expect(await world().activity.findFirst({ where: { opportunityId: deal.id } })).toMatchObject({
      deleteBatchId: deal.id,
    })
  })
})

describe('POST /opportunities/:id/transfer', () => {
  it('200 changes owner and team, and neither stage nor dates; 422 to the same owner', async () => {
    const [owner, next] = await Promise.all([test.as({ role: 'rep' }), test.as({ role: 'rep' })])
    const deal = await anOpportunity(world(), { ownerId: owner.userId })
    const path = `/opportunities/${deal.id}/transfer`
    expect((await owner.call('POST', path, { ownerId: owner.userId, version: 1 })).body.code).toBe(
      'transfer.same_owner',
    )
    const { status, body } = await owner.call('POST', path, { ownerId: next.userId, version: 1 })
    expect({ status, body }).toMatchObject({ status: 200, body: { id: deal.id, version: 2, can: { edit: false } } })
    const row = await rowOf(deal.id)
    expect(row).toMatchObject({ ownerId: next.userId, stageId: deal.stageId, stageEnteredAt: deal.stageEnteredAt })
    expect((await next.call('GET', `/opportunities/${deal.id}`)).status).toBe(200)
  })
})
