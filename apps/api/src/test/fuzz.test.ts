/** Ten thousand requests at random: none breaks the server, each refusal says what it should, no object is polluted. */
import { allRoutes } from '@rapport/domain/api.ts'
import { aSession } from '@rapport/prisma/factories/sessions.ts'
import { aTeam } from '@rapport/prisma/factories/teams.ts'
import { aUser } from '@rapport/prisma/factories/users.ts'
import { beforeAll, expect, inject, it } from 'vitest'
import { recordSets } from '../records/all.ts'
import { diceOf } from './fuzz/dice.ts'
import { anyShot, type Pool, type Shot } from './fuzz/requests.ts'
import { useImports } from './imports.ts'
import { worlds } from './matrix/worlds.ts'
import { aCanary } from './matrix/worlds/world.ts'
import { faultsOfReply } from './problems.ts'

const SHOTS = 10_000
const BATCH = 100
const SLOWEST = 5_000
const STREAM = 'text/event-stream'

const seed = inject('seed')
const test = useImports()
// Loading the sample company takes seconds, which ten thousand requests do not have; a stream has no end to wait for.
const routes = allRoutes
  .map(({ route }) => route)
  .filter(({ path, sends }) => path !== '/demo/load' && sends !== STREAM)
let ids: string[]

/** A few records of each noun, for the ids in paths and bodies. */
beforeAll(async () => {
  const { prisma } = test.database
  const teamId = (await aTeam(prisma)).id
  const owner = { ownerId: (await aUser(prisma, { teamId })).id, teamId }
  ids = [owner.ownerId, teamId]
  for (const world of Object.values(worlds))
    for (let count = 0; count < 3; count++) {
      const id = await world.make(prisma, { ...owner, canary: aCanary(), deletedAt: null, customerOwner: owner })
      if (id) ids.push(id)
    }
})

/** New sessions for each batch, because some requests end theirs. */
const callersFor = async (): Promise<Record<string, string>[]> => {
  const people = [await test.as(), await test.as(), await test.as(), await test.as(), await test.as({ role: 'rep' })]
  const tokens = await Promise.all(people.map(({ userId }) => aSession(test.database.prisma, userId)))
  return [...tokens.map(({ token }) => ({ cookie: `rapport=${token}` })), {}]
}

const answered = new Map<number, number>()
const shoot = async (shot: Shot): Promise<string[]> => {
  const begin = performance.now()
  const reply = await test.app.inject(shot)
  const took = performance.now() - begin
  answered.set(reply.statusCode, (answered.get(reply.statusCode) ?? 0) + 1)
  return [
    ...(reply.statusCode >= 500 ? [`answered ${reply.statusCode}`] : []),
    ...(shot.method === 'HEAD' ? [] : faultsOfReply(reply)),
    ...(took > SLOWEST ? [`took ${Math.round(took)} ms`] : []),
    ...(Reflect.get({}, 'polluted') === undefined ? [] : ['polluted every object']),
  ]
}

it(`${SHOTS} requests at random never get a 5xx [D4] [D10]`, { timeout: 300_000 }, async () => {
  const dice = diceOf(seed)
  const fields = [...new Set(Object.values(recordSets()).flatMap((set) => Object.keys(set.fields)))]
  const faults: string[] = []
  for (let shot = 0; shot < SHOTS && faults.length < 20; shot += BATCH) {
    const pool: Pool = { ids, fields: [...fields, 'customer.tier', 'stage.phase', 'x.y'], callers: await callersFor() }
    for (let at = shot; at < shot + BATCH; at++) {
      const one = anyShot(routes, pool, dice)
      for (const fault of await shoot(one)) faults.push(`#${at} ${fault}: ${JSON.stringify(one).slice(0, 600)}`)
    }
  }
  const told = [...answered].sort(([a], [b]) => a - b).map(([status, count]) => `${count} × ${status}`)
  process.stdout.write(`fuzz: seed ${seed}, ${told.join(', ')}\n`)
  expect(faults).toEqual([])
  // Shots that all miss would prove nothing.
  expect(answered.get(200)).toBeGreaterThan(SHOTS / 20)
  expect(answered.size).toBeGreaterThan(8)
})
