/** A field one may not read, one may not feel: every field of every noun, hidden and masked, on every channel. */
import type { FieldAccess } from '@rapport/domain/access/actor.ts'
import { allRoutes } from '@rapport/domain/api.ts'
import type { Field } from '@rapport/domain/field/kinds.ts'
import { aRole } from '@rapport/prisma/factories/roles.ts'
import { aSession } from '@rapport/prisma/factories/sessions.ts'
import { aUser } from '@rapport/prisma/factories/users.ts'
import { restriction } from '@rapport/domain/features/roles/role-catalogue.ts'
import { readyRoles } from '@rapport/domain/features/roles/ready-roles.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recordSets } from '../records/all.ts'
import { useApp } from './app.ts'
import { newTally, type Tally } from './matrix/judge.ts'
import { makePeople, type Person } from './matrix/people.ts'
import { columnsOf, compareWorlds, withoutHints, type Oracle } from './matrix/two-worlds.ts'
import { pairFor } from './matrix/values.ts'
import { watchWrites } from './matrix/watch.ts'
import { worlds } from './matrix/worlds.ts'
import { aCanary } from './matrix/worlds/world.ts'

const test = useApp()
const served = new Set(allRoutes.map(({ route }) => `${route.method} ${route.path}`))
const nouns = Object.keys(recordSets()).filter((noun) => served.has(`GET /${noun}`) && noun in worlds)
const own = ['id', 'version', 'createdAt', 'updatedAt']
const total = { cells: 0 }
let oracle: Oracle
let reader: Person
let roleId: string

beforeAll(async () => {
  const { prisma, pool } = test.database
  const people = await makePeople(prisma, ['sales', 'administrator'])
  const { rights, scopes, special } = readyRoles.find(({ code }) => code === 'administrator')!
  const role = await aRole(prisma, structuredClone({ rights, scopes, special }) as object)
  const user = await aUser(prisma, { roleIds: [role.id] })
  const { token } = await aSession(prisma, user.id)
  roleId = role.id
  reader = { principal: 'administrator', userId: user.id, teamId: '', headers: { cookie: `rapport=${token}` } }
  const admin = people.everybody.find(({ principal }) => principal === 'administrator')!
  await pool.query('alter table events disable trigger events_insert_only')
  oracle = { app: test.app, prisma, people, watch: await watchWrites(pool), pool, admin, served }
})
afterAll(() => void process.stdout.write(`leaks: ${total.cells} questions asked in two worlds each\n`))

const hide = (noun: string, name: string, rule: FieldAccess) =>
  oracle.prisma.role.update({
    where: { id: roleId },
    data: { fieldRules: { [`${recordSets()[noun]!.noun}.${name}`]: rule } },
  })

/** Records owned by somebody of another team than everybody's. */
const aForeignRecord = (noun: string) => {
  const owner = oracle.people.ownerFor(reader, 'otherTeam')
  return worlds[noun]!.make(oracle.prisma, { ...owner, canary: aCanary(), deletedAt: null, customerOwner: owner })
}

/** The noun's fields that are columns of its table. */
const fieldsOf = async (noun: string): Promise<[string, Field][]> => {
  const columns = await columnsOf(oracle.prisma, noun)
  return Object.entries(recordSets()[noun]!.fields).filter(([name]) => !own.includes(name) && columns.has(name))
}

type Each = (tally: Tally, name: string, field: Field, id: string) => Promise<void>

/** What leaks of the noun; three records, so that one value can pass another in an order. */
const faultsOf = async (noun: string, each: Each): Promise<string[]> => {
  const tally = newTally()
  const [id] = [await aForeignRecord(noun), await aForeignRecord(noun), await aForeignRecord(noun)]
  await worlds[noun]!.refer?.(oracle.prisma, id!, oracle.people.ownerFor(reader, 'otherTeam'))
  for (const [name, field] of await fieldsOf(noun)) await each(tally, name, field, id!)
  total.cells += tally.cells
  return tally.faults
}

// No role has rules for what is people's own.
describe.each(nouns.filter((noun) => !recordSets()[noun]!.personal))('%s', (noun) => {
  it.each(['hidden', 'masked'] as const)(
    'each field, %s: no channel tells its value [B3]',
    async (rule) => {
      const faults = await faultsOf(noun, async (tally, name, field, id) => {
        const { restrictable, maskable } = restriction(name, field)
        if (!(rule === 'masked' ? maskable : restrictable)) return
        await hide(noun, name, rule)
        const pair = await pairFor(oracle.prisma, noun, name, field, rule === 'masked')
        await compareWorlds(oracle, reader, { noun, id, name, field, pair }, tally)
      })
      expect(faults).toEqual([])
    },
    240_000,
  )
})

describe.each(nouns.filter((noun) => !worlds[noun]?.open))('%s', (noun) => {
  it('out of reach: no channel tells any value [B3] [B6]', async () => {
    const sales = oracle.people.everybody.find(({ principal }) => principal === 'sales')!
    const faults = await faultsOf(noun, async (tally, name, field, id) => {
      const pair = await pairFor(oracle.prisma, noun, name, field, false)
      await compareWorlds({ ...oracle, declared: withoutHints }, sales, { noun, id, name, field, pair }, tally)
    })
    expect(faults).toEqual([])
  }, 240_000)
})
