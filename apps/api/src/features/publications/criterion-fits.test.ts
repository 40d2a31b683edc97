import { aContact } from '@rapport/prisma/factories/contacts.ts'
import { aCustomer } from '@rapport/prisma/factories/customers.ts'
import { anOpportunity } from '@rapport/prisma/factories/opportunities.ts'
import { aPipeline } from '@rapport/prisma/factories/pipelines.ts'
import { describe, expect, it } from 'vitest'
import { useApp } from '../../test/app.ts'

const test = useApp()
const world = () => test.database.prisma
const day = 86_400_000

const criteria = [
  { kind: 'fieldFilled', params: { field: 'amount' } },
  { kind: 'fieldFilled', params: { field: 'need' } },
  { kind: 'fieldFilled', params: { field: 'tags' } },
  { kind: 'fieldFilled', params: { field: 'customer.taxNo' } },
  { kind: 'fieldCompare', params: { filter: { field: 'amount', op: 'gte', value: '500' } } },
  { kind: 'fieldCompare', params: { filter: { not: { field: 'customer.city', op: 'eq', value: '昆山' } } } },
  { kind: 'fieldCompare', params: { filter: { field: 'expectedCloseAt', op: 'after', value: { daysAgo: 3 } } } },
  { kind: 'fieldCompare', params: { filter: { field: 'stageEnteredAt', op: 'before', value: { daysAgo: 5 } } } },
  {
    kind: 'fieldCompare',
    params: {
      filter: {
        or: [
          { field: 'need', op: 'contains', value: '净' },
          { field: 'daysInStage', op: 'gt', value: 10 },
        ],
      },
    },
  },
  { kind: 'activityDone', params: { activityKind: 'demo', withinDays: 30 } },
  { kind: 'activityDone', params: { withinDays: 7 } },
  { kind: 'activityDone', params: {} },
  { kind: 'contactRole', params: { role: 'decider' } },
  { kind: 'contactRole', params: { role: 'user', atLeast: 2 } },
]
const pick = <T>(items: readonly T[], at: number): T => items[at % items.length] as T

/** A deal that differs from its neighbours in everything the criteria speak of. */
const variedDeal = async (pipelineId: string, index: number) => {
  const customer = await aCustomer(world(), {
    city: pick(['昆山', '苏州', null], index),
    taxNo: pick(['91320', '', null], index),
  })
  const people = await Promise.all([aContact(world(), { customerIds: [customer.id] }), aContact(world())])
  const roles = pick([[], ['decider'], ['user'], ['user', 'user'], ['decider', 'user']], index)
  const deal = await anOpportunity(world(), {
    pipelineId,
    customerId: pick([customer.id, null], index),
    amount: pick(['0', '499.99', '500', '90000'], index),
    need: pick(['净水', '', null, 'Air'], index),
    tags: pick([[], ['vip']], index),
    expectedCloseAt: pick([null, new Date(Date.now() - 3 * day), new Date(Date.now() + 40 * day)], index),
    stageEnteredAt: new Date(Date.now() - pick([0, 4, 5, 6, 12], index) * day),
    contacts: { create: roles.map((buyingRole, at) => ({ contactId: pick(people, at).id, buyingRole })) },
  })
  const times = pick([[], [3], [20], [31], [8, 400]], index)
  await world().activity.createMany({
    data: times.map((ago, at) => {
      const actualEnd = new Date(Date.now() - ago * day)
      return {
        kind: pick(['demo', 'call'], index + at),
        subject: 'x',
        opportunityId: deal.id,
        status: pick(['done', 'done', 'planned'], index),
        actualEnd,
      }
    }),
  })
  return deal
}

describe('criteria', () => {
  it('are met by the same deals whether the database counts them or memory judges each', async () => {
    const admin = await test.as()
    const given = criteria.map((one) => ({ side: 'exit', ...one }))
    const stages = [{ criteria: given }, {}, { phase: 'won', probability: 1 }, { phase: 'lost', probability: 0 }]
    const pipeline = await aPipeline(world(), { stages })
    const judged: { status: number; body: Record<string, { criterionId: string; met: boolean }[]> }[] = []
    for (let index = 0; index < 30; index++) {
      const deal = await variedDeal(pipeline.id, index)
      judged.push(await admin.call('GET', `/opportunities/${deal.id}`))
    }
    expect(judged.map(({ status }) => status)).toEqual(judged.map(() => 200))
    const read = await admin.call('GET', `/pipelines/${pipeline.id}`)
    const { body } = await admin.call('POST', `/pipelines/${pipeline.id}/preview`, {
      draft: { stages: read.body.stages },
    })
    const counted = body.fits.map(({ criterionId, met, of }: Record<string, unknown>) => ({ criterionId, met, of }))
    const met = (id: string) =>
      judged.filter((deal) => deal.body.criteria?.some((one) => one.criterionId === id && one.met))
    const ids: string[] = read.body.stages[0].criteria.map(({ id }: { id: string }) => id)
    expect(counted).toEqual(ids.map((criterionId) => ({ criterionId, met: met(criterionId).length, of: 30 })))
    // Each criterion tells some deals from others, or the comparison would say nothing.
    expect(counted.every((one: { met: number }) => one.met > 0 && one.met < 30)).toBe(true)
  })
})
