/** The groups a list of deals stands in: their order, and what counts as empty. */
import { aCustomer } from '@rapport/prisma/factories/customers.ts'
import { anOpportunity } from '@rapport/prisma/factories/opportunities.ts'
import { aPipeline } from '@rapport/prisma/factories/pipelines.ts'
import { unique } from '@rapport/prisma/factories/world.ts'
import { describe, expect, it } from 'vitest'
import { useApp } from '../../test/app.ts'

const test = useApp()
const world = () => test.database.prisma
const encode = (filter: object) => encodeURIComponent(JSON.stringify(filter))
const keysOf = (groups: { key: unknown[]; values: number[] }[]) => groups.map(({ key, values }) => [key[0], values[0]])

describe('GET /opportunities/aggregate', () => {
  it('200 stages stand in the order of their pipeline, however many deals are in each', async () => {
    const pipeline = await aPipeline(world())
    const [first, second, third] = pipeline.stages.map(({ id }) => id)
    for (const stageId of [third, third, third, first, second, second] as string[])
      await anOpportunity(world(), { pipelineId: pipeline.id, stageId })
    const admin = await test.as()
    const filter = encode({ field: 'pipelineId', op: 'eq', value: pipeline.id })
    const { body } = await admin.call('GET', `/opportunities/aggregate?filter=${filter}&groupBy=stageId`)
    expect(keysOf(body.groups)).toEqual([
      [first, 1],
      [second, 2],
      [third, 3],
    ])
  })

  it('200 a text without a letter is as empty as none, as the filter has it', async () => {
    const ownerId = (await test.as()).userId
    const name = unique('Grouped ')
    for (const city of ['', null, 'Ningbo', null]) await aCustomer(world(), { ownerId, name, city })
    const admin = await test.as()
    const of = { field: 'name', op: 'eq', value: name }
    const { body } = await admin.call('GET', `/customers/aggregate?filter=${encode(of)}&groupBy=city`)
    expect(keysOf(body.groups)).toEqual([
      [null, 3],
      ['Ningbo', 1],
    ])
    const filter = encode({ and: [of, { field: 'city', op: 'empty' }] })
    expect((await admin.call('GET', `/customers?filter=${filter}`)).body.total).toEqual({ value: 3, exact: true })
  })

  it('200 counts where a field is filled: the rest are those that the list has as empty [B6]', async () => {
    const ownerId = (await test.as()).userId
    const name = unique('Counted ')
    for (const [at, city] of ['', null, 'Ningbo'].entries())
      await aCustomer(world(), { ownerId, name, city, ...(at === 0 && { nextActionAt: new Date() }) })
    const admin = await test.as()
    const of = { field: 'name', op: 'eq', value: name }
    const measures = 'count,count:nextActionAt,count:city'
    const { body } = await admin.call('GET', `/customers/aggregate?filter=${encode(of)}&measures=${measures}`)
    expect(body.groups[0].values).toEqual([3, 1, 1])
    const filter = encode({ and: [of, { field: 'nextActionAt', op: 'empty' }] })
    expect((await admin.call('GET', `/customers?filter=${filter}`)).body.total.value).toBe(2)
  })

  it('400 to count a field that is hidden, masked or unknown [B3]', async () => {
    const asked = async (fieldRules: Record<string, 'hidden' | 'masked'>, name: string) => {
      const rules = { rights: { customers: ['read'] }, scopes: {}, fieldRules, special: [] }
      const reader = await test.as({ rules })
      const { status, body } = await reader.call('GET', `/customers/aggregate?measures=count:${name}`)
      return [status, body.code]
    }
    const unknown = [400, 'measure.unknown']
    expect(await asked({ 'customers.nextActionAt': 'hidden' }, 'nextActionAt')).toEqual(unknown)
    expect(await asked({ 'customers.phones': 'masked' }, 'phones')).toEqual(unknown)
    expect(await asked({}, 'nothing')).toEqual(unknown)
  })
})
