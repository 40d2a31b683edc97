/** The matrix is itself put to the test: each planted hole must be caught by the part that names it, and by nothing planted it must be silent. */
import { aRole } from '@rapport/prisma/factories/roles.ts'
import { readyRoles } from '@rapport/domain/features/roles/ready-roles.ts'
import { aSession } from '@rapport/prisma/factories/sessions.ts'
import { aUser } from '@rapport/prisma/factories/users.ts'
import { allRoutes } from '@rapport/domain/api.ts'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type * as List from '../records/list.ts'
import type * as Aggregate from '../records/aggregate.ts'
import type * as DuplicateCheck from '../features/duplicates/duplicate-check.commands.ts'
import type * as ExportPlan from '../features/exports/export-plan.ts'
import type * as Exports from '../records/export.ts'
import type * as Find from '../records/find.ts'
import type * as ReadableSet from '../records/readable-set.ts'
import type * as Readable from '@rapport/domain/access/readable.ts'
import type * as Actors from '../access/actor.queries.ts'
import { recordSets } from '../records/all.ts'
import { useImports } from './imports.ts'
import { holes, type Hole } from './matrix/holes.ts'
import { newTally, relationsOf, runCell } from './matrix/judge.ts'
import { makePeople, type Person } from './matrix/people.ts'
import { principals } from './matrix/rights.ts'
import { sortRoutes } from './matrix/routes.ts'
import { compareWorlds, type Oracle } from './matrix/two-worlds.ts'
import { pairFor } from './matrix/values.ts'
import { watchWrites } from './matrix/watch.ts'
import { worlds } from './matrix/worlds.ts'
import { aCanary } from './matrix/worlds/world.ts'

vi.mock('../records/list.ts', async (original) => {
  const real = await original<typeof List>()
  const { planted, unbound, unruled } = await import('./matrix/planted.ts')
  const listRecords: typeof real.listRecords = async (ctx, set, query, extra) => {
    const is = (name: string, condition: unknown = true) => planted.hole === name && Boolean(condition)
    const blind =
      is('a list forgets who asks') ||
      is('a filtered list forgets who asks', query.filter) ||
      is('a search forgets who asks', query.search)
    const ruleless =
      is('a list may name hidden fields', query.fields) ||
      is('a list may be sorted by hidden fields', query.sort) ||
      is('a list may be filtered by hidden fields', query.filter) ||
      is('a search looks into hidden fields', query.search)
    const page = await real.listRecords<never>(blind ? unbound(ctx) : ruleless ? unruled(ctx) : ctx, set, query, extra)
    if (!is('the total counts every row')) return page
    return { ...page, total: (await real.listRecords(unbound(ctx), set, query, extra)).total }
  }
  return { ...real, listRecords }
})

vi.mock('../records/aggregate.ts', async (original) => {
  const real = await original<typeof Aggregate>()
  const { planted, unbound, unruled } = await import('./matrix/planted.ts')
  const aggregateRecords: typeof real.aggregateRecords = (ctx, set, query) => {
    const ruleless =
      (planted.hole === 'groups may be made of hidden fields' && query.groupBy) ||
      (planted.hole === 'measures may be taken of hidden fields' && query.measures) ||
      (planted.hole === 'an aggregate may be filtered by hidden fields' && query.filter)
    const blind = planted.hole === 'an aggregate forgets who asks'
    return real.aggregateRecords(blind ? unbound(ctx) : ruleless ? unruled(ctx) : ctx, set, query)
  }
  return { ...real, aggregateRecords }
})

vi.mock('../features/exports/export-plan.ts', async (original) => {
  const real = await original<typeof ExportPlan>()
  const { planted, unruled } = await import('./matrix/planted.ts')
  const planExport: typeof real.planExport = (ctx, entity, asked) =>
    real.planExport(planted.hole === 'an export writes hidden fields' ? unruled(ctx) : ctx, entity, asked)
  return { ...real, planExport }
})

vi.mock('../records/export.ts', async (original) => {
  const real = await original<typeof Exports>()
  const { planted, unruled } = await import('./matrix/planted.ts')
  const exportPart: typeof real.exportPart = (ctx, set, query, after) =>
    real.exportPart(planted.hole === 'an export writes hidden fields' ? unruled(ctx) : ctx, set, query, after)
  return { ...real, exportPart }
})

vi.mock('../records/find.ts', async (original) => {
  const real = await original<typeof Find>()
  const { refuse } = await import('../http/problems.ts')
  const { planted, unbound, unruled } = await import('./matrix/planted.ts')
  const readRecord: typeof real.readRecord = async (ctx, set, id) => {
    if (planted.hole === 'a record by id is read as by the system') return real.readRecord(unbound(ctx), set, id)
    if (planted.hole === 'a record by id shows hidden fields') return real.readRecord(unruled(ctx), set, id)
    return real.readRecord<never>(ctx, set, id).catch((error: unknown) => {
      if (planted.hole === 'what is invisible is forbidden instead of absent') refuse('access.denied')
      if (planted.hole === 'a refusal names the record')
        refuse('record.notFound', {}, [{ path: id, code: 'field.unknown' }])
      throw error
    })
  }
  const lockVisible: typeof real.lockVisible = async (tx, set, id) => {
    return real.lockVisible(tx, set, id).catch(async (error: unknown) => {
      if (planted.hole === 'a refused change is written first')
        await tx.services.prisma.customer.updateMany({ where: { id }, data: { note: 'written before the check' } })
      throw error
    })
  }
  return { ...real, readRecord, lockVisible }
})

vi.mock('../features/duplicates/duplicate-check.commands.ts', async (original) => {
  const real = await original<typeof DuplicateCheck>()
  const { planted, unruled } = await import('./matrix/planted.ts')
  const checkDuplicates: typeof real.checkDuplicates = (ctx, question) =>
    real.checkDuplicates(planted.hole === 'the duplicate check compares hidden fields' ? unruled(ctx) : ctx, question)
  return { ...real, checkDuplicates }
})

vi.mock('../records/readable-set.ts', async (original) => {
  const real = await original<typeof ReadableSet>()
  const { planted, unruled } = await import('./matrix/planted.ts')
  const readable: typeof real.readable = (set, reader) => {
    const [own, open] = [real.readable(set, reader), real.readable(set, unruled(reader))]
    if (planted.hole !== 'related fields have no rules') return own
    return { ...own, lookup: (path) => (path.includes('.') ? open : own).lookup(path) }
  }
  return { ...real, readable }
})

vi.mock('@rapport/domain/access/readable.ts', async (original) => {
  const real = await original<typeof Readable>()
  const { planted } = await import('./matrix/planted.ts')
  const when = <T>(name: string, value: T, otherwise: () => T): T => (planted.hole === name ? value : otherwise())
  return {
    ...real,
    mask: (value: unknown) => when('a mask masks nothing', value, () => real.mask(value)),
    readsLabel: (...given: Parameters<typeof real.readsLabel>) =>
      when('a name is told wherever it stands', true, () => real.readsLabel(...given)),
    readableFields: (...given: Parameters<typeof real.readableFields>) => {
      const kept = real.readableFields(...given)
      const names = Object.entries(given[2]).filter(([name]) => name in kept)
      return when('a masked field may be felt', Object.fromEntries(names), () => kept)
    },
  }
})

vi.mock('../access/actor.queries.ts', async (original) => {
  const real = await original<typeof Actors>()
  const { planted } = await import('./matrix/planted.ts')
  const { systemActor } = await import('@rapport/domain/access/actor.ts')
  const authenticate: typeof real.authenticate = async (request, prisma, url, now) => {
    const actor = await real.authenticate(request, prisma, url, now)
    const system = systemActor('UTC')
    const signedIn = request.headers.cookie !== undefined
    if (planted.hole === 'the caller is remembered without his name') return system
    if (planted.hole === 'a guessed link is a session' && request.headers['x-link']) return system
    if (planted.hole === 'somebody who left is still let in' && signedIn) return actor ?? system
    if (!actor) return actor
    const scopes = Object.fromEntries(Object.keys(actor.rules.scopes).map((noun) => [noun, 'all' as const]))
    if (planted.hole === 'every scope is all') return { ...actor, rules: { ...actor.rules, scopes } }
    if (planted.hole !== 'a team below is every team') return actor
    return {
      ...actor,
      teamIdsBelow: (await test.database.prisma.team.findMany({ select: { id: true } })).map(({ id }) => id),
    }
  }
  return { ...real, authenticate }
})

const test = useImports()
const { cells } = sortRoutes()
const caught: string[] = []
let oracle: Oracle
let reader: Person
let roleId: string

beforeAll(async () => {
  const { prisma, pool } = test.database
  const people = await makePeople(prisma, principals)
  const { rights, scopes, special } = readyRoles.find(({ code }) => code === 'administrator')!
  const role = await aRole(prisma, structuredClone({ rights, scopes, special }) as object)
  const user = await aUser(prisma, { roleIds: [role.id] })
  roleId = role.id
  const { token } = await aSession(prisma, user.id)
  reader = { principal: 'administrator', userId: user.id, teamId: '', headers: { cookie: `rapport=${token}` } }
  const admin = people.everybody.find(({ principal }) => principal === 'administrator')!
  const served = new Set(allRoutes.map(({ route }) => `${route.method} ${route.path}`))
  await pool.query('alter table events disable trigger events_insert_only')
  oracle = { app: test.app, prisma, people, watch: await watchWrites(pool), pool, admin, served }
})
afterAll(() => {
  const lines = caught.map((name) => `  caught: ${name}`)
  process.stdout.write(`${lines.join('\n')}\nholes caught by name: ${caught.length} of ${holes.length}\n`)
})

/** What the part of the matrix that must catch this hole has to say. */
const faultsOf = async ({ caught: by }: Hole): Promise<string[]> => {
  const tally = newTally()
  if ('field' in by) {
    const { noun, field: name, rule } = by
    const owner = oracle.people.ownerFor(reader, 'otherTeam')
    const make = () =>
      worlds[noun]!.make(oracle.prisma, { ...owner, canary: aCanary(), deletedAt: null, customerOwner: owner })
    const [id] = [await make(), await make(), await make()]
    await worlds[noun]!.refer?.(oracle.prisma, id, owner)
    const set = recordSets()[noun]!
    await oracle.prisma.role.update({ where: { id: roleId }, data: { fieldRules: { [`${set.noun}.${name}`]: rule } } })
    const field = set.fields[name]!
    const pair = await pairFor(oracle.prisma, noun, name, field, rule === 'masked')
    await compareWorlds(oracle, reader, { noun, id, name, field, pair }, tally)
    return tally.faults
  }
  const cell = cells.find(({ name, noun }) => name === by.route && noun === by.noun)!
  const person = oracle.people.everybody.find(({ principal }) => principal === by.as)!
  for (const relation of relationsOf(worlds[by.noun]!)) await runCell(oracle, person, cell, relation, tally)
  return tally.faults
}

describe('a planted hole', () => {
  it('is one of at least forty, each with a name of its own [B2]', () => {
    expect(new Set(holes.map(({ name }) => name)).size).toBe(holes.length)
    expect(holes.length).toBeGreaterThanOrEqual(40)
  })

  it.each(holes.map((hole) => [hole.name, hole] as const))(
    '%s [B2]',
    async (name, hole) => {
      const close = hole.plant()
      const found = await faultsOf(hole).finally(close)
      expect(found.length, 'nothing was noticed').toBeGreaterThan(0)
      expect(await faultsOf(hole), 'without the hole').toEqual([])
      caught.push(name)
    },
    60_000,
  )
})
