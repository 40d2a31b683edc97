/** Whoever may not read what a deal is worth learns it from no figure that is made of it. */
import { aCustomer } from '@rapport/prisma/factories/customers.ts'
import { anOpportunity } from '@rapport/prisma/factories/opportunities.ts'
import { aPipeline } from '@rapport/prisma/factories/pipelines.ts'
import { describe, expect, it } from 'vitest'
import { useApp } from '../../test/app.ts'

const test = useApp()
const AMOUNT = '7318.00'
const MARGIN = '1234.00'

/** An open deal and a won one of one customer, and who reads everything but what the rule hides. */
const aWorld = async (rule: string) => {
  const { prisma } = test.database
  const pipeline = await aPipeline(prisma)
  const customer = await aCustomer(prisma)
  const [open, , , won] = pipeline.stages.map(({ id }) => id)
  const of = { pipelineId: pipeline.id, customerId: customer.id, amount: AMOUNT, margin: MARGIN }
  const deal = await anOpportunity(prisma, { ...of, stageId: open ?? '' })
  await anOpportunity(prisma, { ...of, stageId: won ?? '' })
  const rights = { reports: ['read'], opportunities: ['read'], customers: ['read'], pipelines: ['read'] }
  const scopes = { reports: 'all', opportunities: 'all', customers: 'all' }
  const blind = await test.as({ rules: { rights, scopes, fieldRules: { [rule]: 'hidden' } } })
  const within = `pipelineId=${pipeline.id}`
  return {
    blind,
    deal: `/opportunities/${deal.id}`,
    addresses: [
      `/opportunities/board?${within}`,
      `/opportunities/board?${within}&sort=-updatedAt`,
      `/opportunities/${deal.id}`,
      `/opportunities/${deal.id}/stage-moves`,
      `/customers/${customer.id}`,
      ...['sales?by=owner&', 'pipeline?', 'forecast?', 'outlook?', 'funnel?', 'win-loss?', 'watch?'].map(
        (report) => `/reports/${report}${within}`,
      ),
    ],
  }
}

describe('a hidden amount', () => {
  it('is in no sum, at no customer and on no board [B3]', async () => {
    const { blind, addresses } = await aWorld('opportunities.amount')
    const told = await Promise.all(addresses.map((address) => blind.call('GET', address)))
    expect(told.map(({ status }) => status)).toEqual(addresses.map(() => 200))
    const tells = (body: unknown) =>
      ['"7318.00"', '"14636.00"', '"1234.00"'].some((sum) => JSON.stringify(body).includes(sum))
    expect(addresses.filter((_, at) => tells(told[at]?.body))).toEqual([])
  })

  it('takes the margin along, which is told to others [B3]', async () => {
    const read = async (rule: string) => {
      const { blind, deal } = await aWorld(rule)
      return (await blind.call('GET', deal)).body.margin
    }
    expect(await read('opportunities.need')).toBe(MARGIN)
    expect(await read('opportunities.amount')).toBeUndefined()
    expect(await read('products.cost')).toBeUndefined()
  })
})

describe('GET /opportunities/board', () => {
  it('200 without weighted sums where probabilities are hidden [B3]', async () => {
    const { blind, addresses } = await aWorld('opportunities.probability')
    const { status, body } = await blind.call('GET', addresses[0] ?? '')
    expect(status).toBe(200)
    expect(body.columns[0]).toMatchObject({ baseAmount: AMOUNT, weightedBase: null, count: 1 })
  })
})
