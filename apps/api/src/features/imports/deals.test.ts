import { aPipeline } from '@rapport/prisma/factories/pipelines.ts'
import { aCustomer } from '@rapport/prisma/factories/customers.ts'
import { aProduct } from '@rapport/prisma/factories/products.ts'
import { aTeam } from '@rapport/prisma/factories/teams.ts'
import { aUser } from '@rapport/prisma/factories/users.ts'
import { unique } from '@rapport/prisma/factories/world.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Caller } from '../../test/app.ts'
import { useImports } from '../../test/imports.ts'

const test = useImports()
type Pipeline = Awaited<ReturnType<typeof aPipeline>>
let admin: Caller
let pipeline: Pipeline
let world: { customer: string; product: string; owner: string; teamId: string }

const labelOf = (value: unknown) => (value as { en: string }).en
const stage = (at: number) => labelOf(pipeline.stages[at]?.label)
const settings = (more: object = {}) => ({
  history: true,
  defaults: [{ target: 'pipelineId', value: labelOf(pipeline.label) }],
  ...more,
})
const head = 'opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value\n'
const dealOf = (externalId: string) =>
  test.database.prisma.opportunity.findFirstOrThrow({
    where: { externalId },
    include: { lines: true, moves: { orderBy: { enteredAt: 'asc' } } },
  })

beforeAll(async () => {
  const { prisma } = test.database
  admin = await test.as()
  pipeline = await aPipeline(prisma)
  const team = await aTeam(prisma)
  const product = unique('GTX ')
  await aProduct(prisma, { label: { zh: product, en: product }, listPrice: '550' })
  const customer = await aCustomer(prisma, { name: unique('Cancity ') })
  const owner = await aUser(prisma, { name: unique('Moses '), teamId: team.id })
  world = { customer: customer.name, product, owner: owner.name, teamId: team.id }
})

describe('past deals', () => {
  it('come in as they were: stays without gap, dates, owner, team, lines, base amounts', async () => {
    const [won, lost, open] = [unique('W'), unique('L'), unique('O')]
    const { owner, product, customer } = world
    const done = await test.bringIn(
      admin,
      'opportunities',
      `${head}${won},${owner},${product},${customer},${stage(3)},2016-10-20,2017-03-01,1054\n${lost},${owner},${product},${customer},${stage(4)},2016-11-01,2016-11-15,0\n${open},${owner},${product},,${stage(1)},2017-01-02,,\n`,
      settings(),
    )
    expect(done).toMatchObject({ status: 'done', created: 3, failed: 0, problems: [] })
    const deal = await dealOf(won)
    expect(deal).toMatchObject({
      phase: 'won',
      teamId: world.teamId,
      name: `${customer} · ${product}`,
      externalSource: 'import',
      probabilityManual: false,
    })
    expect([Number(deal.amount), Number(deal.baseAmount), Number(deal.probability), Number(deal.weightedBase)]).toEqual(
      [1054, 1054, 1, 1054],
    )
    expect(deal.closedAt?.toISOString()).toBe('2017-02-28T16:00:00.000Z')
    expect(deal.moves).toMatchObject([
      {
        direction: 'create',
        toStageId: pipeline.stages[0]?.id,
        fromStageId: null,
        leftAt: deal.closedAt,
        seconds: 132n * 86_400n,
      },
      {
        direction: 'close',
        toStageId: deal.stageId,
        fromStageId: pipeline.stages[0]?.id,
        enteredAt: deal.closedAt,
        leftAt: null,
      },
    ])
    expect(deal.lines).toMatchObject([{ productId: deal.productIds[0] }])
    expect(await dealOf(lost)).toMatchObject({ phase: 'lost', stageId: pipeline.stages[4]?.id })
    const begun = await dealOf(open)
    expect(begun).toMatchObject({
      phase: 'open',
      customerId: null,
      closedAt: null,
      stageEnteredAt: new Date('2017-01-01T16:00:00Z'),
    })
    expect([Number(begun.amount), Number(begun.weightedBase)]).toEqual([550, 275])
    const events = await test.database.prisma.event.findMany({ where: { recordId: deal.id } })
    expect(events).toMatchObject([{ type: 'opportunity.imported', actorId: admin.userId, recordVersion: 1 }])
  })

  it('keep author and date, and contradict themselves in no way', async () => {
    const author = await aUser(test.database.prisma, { name: unique('Author ') })
    const [fine, noDate, both, order] = ['f', 'n', 'b', 'o'].map((letter) => unique(letter))
    const { owner, product } = world
    const done = await test.bringIn(
      admin,
      'opportunities',
      `opportunity_id,owner,product,stage,engage_date,close_date,created at,author\n${fine},${owner},${product},${stage(1)},2017-01-02,,2016-12-31 08:00,${author.name}\n${noDate},${owner},${product},${stage(3)},2017-01-02,,,\n${both},${owner},${product},${stage(1)},2017-01-02,2017-01-03,,\n${order},${owner},${product},${stage(4)},2017-01-02,2016-01-03,,\n`,
      settings(),
    )
    expect(done).toMatchObject({ created: 1, failed: 3 })
    expect(done.problems.map(({ code }: { code: string }) => code).toSorted()).toEqual([
      'import.closedAt',
      'import.notClosed',
      'import.order',
    ])
    expect(await dealOf(fine ?? '')).toMatchObject({
      createdById: author.id,
      createdAt: new Date('2016-12-31T00:00:00Z'),
    })
  })
})

describe('deals of today', () => {
  it('must be open, and bring no dates of the past', async () => {
    const { owner, product } = world
    const closed = await test.bringIn(
      admin,
      'opportunities',
      `id,owner,product,stage\n${unique()},${owner},${product},${stage(3)}\n`,
      settings({ history: false }),
    )
    expect(closed).toMatchObject({ failed: 1, problems: [{ code: 'import.closed', column: 'stage' }] })
    const { body } = await test.upload(
      admin,
      'opportunities',
      `${head}x,${owner},${product},,${stage(1)},2017-01-01,2017-02-01,5\n`,
    )
    await admin.call('PATCH', `/imports/${body.id}`, { ...settings({ history: false }), version: 1 })
    const refused = await admin.call('POST', `/imports/${body.id}/dry-run`, { version: 2 })
    expect(refused.body).toMatchObject({
      code: 'import.columns',
      errors: [{ code: 'import.past', params: { column: 'close_date' } }],
    })
  })

  it('meet the criteria of their stage, exactly as a person’s deal must', async () => {
    const asking = await aPipeline(test.database.prisma, {
      stages: [
        { phase: 'open' },
        {
          phase: 'open',
          criteria: [
            { side: 'entry', kind: 'fieldFilled', params: { field: 'need' }, label: { zh: '需求', en: 'Need known' } },
          ],
        },
        { phase: 'won', probability: '1' },
        { phase: 'lost', probability: '0' },
      ],
    })
    const [first, second] = asking.stages.map(({ label }) => labelOf(label))
    const [met, unmet, early] = [unique('m'), unique('u'), unique('e')]
    const { owner, product } = world
    const before = await test.database.prisma.opportunity.count()
    const done = await test.bringIn(
      admin,
      'opportunities',
      `id,owner,product,stage,need,pipeline\n${met},${owner},${product},${second},quiet pumps,${labelOf(asking.label)}\n${unmet},${owner},${product},${second},,${labelOf(asking.label)}\n${early},${owner},${product},${first},,${labelOf(asking.label)}\n`,
    )
    expect(done).toMatchObject({
      created: 2,
      failed: 1,
      problems: [{ code: 'import.criteria', values: [{ value: second }] }],
    })
    const { body: rows } = await admin.call('GET', `/imports/${done.id}/rows?outcome=failed`)
    expect(rows.items[0].problems[0].message).toBe(`stage: Criteria of the stage "${second}" are not met: Need known`)
    expect(await test.database.prisma.opportunity.count()).toBe(before + 2)
    const numbers = (await Promise.all([dealOf(met), dealOf(early)])).map(({ number }) => Number(number.slice(-6)))
    expect(numbers[1]).toBe((numbers[0] ?? 0) + 1)
  })

  it('belong to somebody within the importer’s reach', async () => {
    const rights = {
      imports: ['read', 'create'],
      opportunities: ['read', 'create', 'import'],
      pipelines: ['read'],
      users: ['read'],
      products: ['read'],
    }
    const clerk = await test.as({ rules: { rights, scopes: { opportunities: 'self' } } })
    const done = await test.bringIn(
      clerk,
      'opportunities',
      `id,owner,product,stage\n${unique()},${world.owner},${world.product},${stage(0)}\n${unique()},,${world.product},${stage(0)}\n`,
      settings({ history: false }),
    )
    expect(done).toMatchObject({ created: 1, failed: 1, problems: [{ code: 'import.notAssignable' }] })
  })

  it('are changed by key: what differs, through the command, and their stage never', async () => {
    const id = unique('K')
    const { owner, product } = world
    await test.bringIn(
      admin,
      'opportunities',
      `id,owner,product,stage,amount\n${id},${owner},${product},${stage(0)},100\n`,
      settings({ history: false }),
    )
    const done = await test.bringIn(
      admin,
      'opportunities',
      `id,stage,expected close,note\n${id},${stage(1)},2027-01-31,x\n`,
      settings({ history: false, mode: 'upsert', matchKeys: ['externalId'], fill: 'all' }),
    )
    expect(done).toMatchObject({
      updated: 1,
      checked: { update: 1 },
      problems: [{ code: 'import.fixed', target: 'stageId', severity: 'warning' }],
    })
    expect(await dealOf(id)).toMatchObject({
      version: 2,
      stageId: pipeline.stages[0]?.id,
      expectedCloseAt: new Date('2027-01-31'),
    })
  })
})
