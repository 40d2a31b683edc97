/** What every reading route costs in statements, the one that asks who is calling among them. */
import { allRoutes } from '@rapport/domain/api.ts'
import { aPipeline } from '@rapport/prisma/factories/pipelines.ts'
import { anOpportunity } from '@rapport/prisma/factories/opportunities.ts'
import { aSource } from '@rapport/prisma/factories/sources.ts'
import { unique } from '@rapport/prisma/factories/world.ts'
import { aTeam } from '@rapport/prisma/factories/teams.ts'
import { aUser } from '@rapport/prisma/factories/users.ts'
import pg from 'pg'
import { describe, expect, it, vi } from 'vitest'
import type { Caller } from './app.ts'
import { exported } from './exports.ts'
import { useImports } from './imports.ts'
import { queryOf } from './matrix/probes.ts'
import { worlds } from './matrix/worlds.ts'
import { aCanary } from './matrix/worlds/world.ts'

const MOST = 3
const test = useImports()

/** The statements one request sends, as text. */
const statementsOf = async (caller: Caller, path: string) => {
  await caller.call('GET', path) // what is loaded once is not counted
  const spy = vi.spyOn(pg.Client.prototype, 'query')
  try {
    const { status } = await caller.call('GET', path)
    return { status, statements: spy.mock.calls.map(([query]) => (query as unknown as { text: string }).text) }
  } finally {
    spy.mockRestore()
  }
}

// With bytes on the disk, which the worlds of the matrix do without.
const aFileFor = async (owner: { ownerId: string; teamId: string }): Promise<object> =>
  (await worlds.attachments?.draft(test.database.prisma, aCanary(), owner)) ?? {}

/** A record of the noun, which an administrator sees. */
const aRecordOf = async (noun: string, admin: Caller): Promise<string> => {
  if (noun === 'imports') return (await test.bringIn(admin, 'products', 'code,name,price,unit\nA-1,Filter,80,pcs\n')).id
  if (noun === 'exports') return (await exported(test, admin, { entity: 'products', format: 'csv' })).id
  const { prisma } = test.database
  const teamId = (await aTeam(prisma)).id
  const owner = { ownerId: worlds[noun]?.personal ? admin.userId : (await aUser(prisma, { teamId })).id, teamId }
  if (noun === 'attachments') return (await admin.call('POST', '/attachments', await aFileFor(owner))).body.id
  const made = worlds[noun]?.make(prisma, { ...owner, canary: aCanary(), deletedAt: null, customerOwner: owner })
  return made ?? Promise.reject(new Error(`${noun} has no world`))
}

const routes = allRoutes.map(({ route }) => route)
const reads = routes.filter(({ method, sends }) => method === 'GET' && sends !== 'text/event-stream')

describe('GET', () => {
  it.each(reads.map((route) => [route.path, route] as const))('200 reads %s in few statements', async (path, route) => {
    const admin = await test.as()
    const noun = path.split('/')[1]!
    const id = path.includes(':id') ? await aRecordOf(noun, admin) : ''
    const query = (await worlds[noun]?.asides?.[path]?.(test.database.prisma)) ?? queryOf(route)
    const { status, statements } = await statementsOf(admin, `${path.replace(':id', id)}${query}`)
    expect(status).toBe(200)
    expect(statements.slice(MOST)).toEqual([])
  })

  it('200 reads a deal with criteria on its way in three statements', async () => {
    const pipeline = await aPipeline(test.database.prisma, {
      stages: [
        { criteria: [{ side: 'exit', kind: 'contactRole', params: { role: 'decider', atLeast: 1 } }] },
        { phase: 'won', probability: 1 },
      ],
    })
    const deal = await anOpportunity(test.database.prisma, { pipelineId: pipeline.id })
    const { status, statements } = await statementsOf(await test.as(), `/opportunities/${deal.id}`)
    expect(status).toBe(200)
    expect(statements).toHaveLength(MOST)
  })

  it('200 reads the feed of events in three, and three where it holds nothing new', async () => {
    const admin = await test.as()
    await admin.call('POST', '/customers', {
      kind: 'company',
      name: unique('Fed '),
      sourceId: (await aSource(test.database.prisma)).id,
    })
    for (const since of ['2020-01-01T00:00:00Z', '2099-01-01T00:00:00Z']) {
      const { status, statements } = await statementsOf(admin, `/events?since=${since}`)
      expect(status).toBe(200)
      expect(statements.length).toBeLessThanOrEqual(MOST)
    }
  })

  it('200 pages, filters, sorts and searches in no more', async () => {
    const filter = encodeURIComponent(JSON.stringify({ field: 'customer.tier', op: 'empty' }))
    const path = `/opportunities?filter=${filter}&sort=-amount&search=deal&limit=1`
    const { status, statements } = await statementsOf(await test.as({ role: 'rep' }), path)
    expect(status).toBe(200)
    expect(statements.length).toBeLessThanOrEqual(MOST)
  })
})
