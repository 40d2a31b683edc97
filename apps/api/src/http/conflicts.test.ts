/** What the database alone noticed is told in words of the contract. */
import { systemActor } from '@rapport/domain/access/actor.ts'
import { aSource } from '@rapport/prisma/factories/sources.ts'
import { aCustomer } from '@rapport/prisma/factories/customers.ts'
import { anOpportunity } from '@rapport/prisma/factories/opportunities.ts'
import type { FastifyError, FastifyRequest } from 'fastify'
import { describe, expect, it } from 'vitest'
import { useApp } from '../test/app.ts'
import { refusalOf } from './errors.ts'

const test = useApp()
const world = () => test.database.prisma
const at = (path: string) =>
  ({ actor: systemActor('UTC'), routeOptions: { config: { contract: { path } } } }) as unknown as FastifyRequest
const refusal = async (path: string, attempt: Promise<unknown>) => {
  const error = await attempt.then(
    () => null,
    (thrown: FastifyError) => thrown,
  )
  const { code, params, faults } = refusalOf(error!, at(path))
  return { code, params, faults }
}
const duplicate = (field: string) => ({
  code: 'record.duplicate',
  params: { field },
  faults: [{ path: field, code: 'record.duplicate' }],
})
const nameless = { code: 'record.exists', params: {}, faults: [] }

describe('a duplicate that the database refuses', () => {
  it('409 names the field of the contract, however it was written [D4]', async () => {
    const { code } = await aSource(world())
    expect(await refusal('/sources', aSource(world(), { code }))).toEqual(duplicate('code'))
    const bySql = world().$executeRaw`insert into sources (code, label, kind) values (${code}, '{}', 'web')`
    expect(await refusal('/sources', bySql)).toEqual(duplicate('code'))
    const { number } = await aCustomer(world())
    expect(await refusal('/customers', aCustomer(world(), { number }))).toEqual(duplicate('number'))
    expect(await refusal('/imports/:id/run', aCustomer(world(), { number }))).toEqual(nameless)
  })

  it('409 keeps the names of constraints and hidden columns to itself [D4]', async () => {
    const { id, stageId } = await anOpportunity(world())
    const move = { opportunityId: id, toStageId: stageId, direction: 'forward', pipelineVersion: 1 }
    await world().stageMove.deleteMany({ where: { opportunityId: id } })
    await world().stageMove.create({ data: move })
    const second = await refusal('/opportunities/:id/move', world().stageMove.create({ data: move }))
    expect(second).toEqual(nameless)
    expect(JSON.stringify(second)).not.toMatch(/stage_moves|_key|opportunityId/)
    const external = { externalSource: 'x', externalId: 'y' }
    await aCustomer(world(), external)
    expect(JSON.stringify(await refusal('/customers', aCustomer(world(), external)))).not.toMatch(/_key/)
  })
})
