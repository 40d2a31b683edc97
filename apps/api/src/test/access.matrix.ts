/** The authorisation matrix: every route × principal × relation, against a table that is not the policies. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleOf, jsonOf } from '@rapport/domain/test/samples.ts'
import { useImports } from './imports.ts'
import { ask, newTally, runNoun, type Stage, type Tally } from './matrix/judge.ts'
import { makePeople } from './matrix/people.ts'
import { isListed, otherRoutes, outsiders, principals, type Principal } from './matrix/rights.ts'
import { sortRoutes } from './matrix/routes.ts'
import { watchWrites } from './matrix/watch.ts'
import { worlds } from './matrix/worlds.ts'

const test = useImports()
const { cells, others, unsorted } = sortRoutes()
const nouns = [...new Set(cells.map(({ noun }) => noun))]
const total = { cells: 0, refused: 0 }
let stage: Stage

beforeAll(async () => {
  const { prisma, pool } = test.database
  stage = { app: test.app, prisma, people: await makePeople(prisma, principals), watch: await watchWrites(pool) }
})
afterAll(() => void process.stdout.write(`matrix: ${total.cells} cells, ${total.refused} of them refusals\n`))

const close = (counted: Tally): string[] => {
  total.cells += counted.cells
  total.refused += counted.refused
  return counted.faults
}

describe('the registry', () => {
  it('holds no route that the matrix does not know [B1]', () => {
    expect(unsorted).toEqual([])
  })

  it('holds no noun without a world and a line in the table [B2]', () => {
    expect(nouns.filter((noun) => !(noun in worlds) || !isListed(noun))).toEqual([])
    expect(nouns.length).toBeGreaterThan(5)
  })
})

describe.each(nouns)('%s', (noun) => {
  it.each(principals)(
    'as %s: right, reach and channel decide, a refusal leaves no trace [B2] [B5]',
    async (principal) => {
      const counted = newTally()
      const person = stage.people.everybody.find((one) => one.principal === principal)!
      const own = cells.filter((cell) => cell.noun === noun)
      await runNoun(stage, person, own, counted)
      expect(close(counted)).toEqual([])
    },
    120_000,
  )
})

describe('routes about the caller and the installation', () => {
  it.each(others.map((route) => [`${route.method} ${route.path}`, route] as const))('%s [B2]', async (name, route) => {
    const counted = newTally()
    for (const known of stage.people.everybody) {
      const person = await stage.people.renew(known)
      const body = route.body && (sampleOf(jsonOf(route.body)) as object)
      const before = await stage.watch.count()
      const answer = await ask(stage, person, route.method, route.path.replace(':id', crypto.randomUUID()), body)
      const wrote = (await stage.watch.count()) > before
      const refused = answer.body.code === 'auth.required' || answer.body.code === 'access.denied'
      const due = isAllowed(name, person.principal)
      counted.cells++
      counted.refused += due ? 0 : 1
      if (refused === due || answer.status >= 500 || (!due && wrote))
        counted.faults.push(
          `${person.principal}: ${answer.status} ${answer.text.slice(0, 200)} ${wrote ? 'wrote' : ''}`,
        )
    }
    expect(close(counted)).toEqual([])
  })
})

const isAllowed = (name: string, principal: Principal): boolean => {
  const allowed = otherRoutes[name] ?? []
  if (allowed === 'everybody') return true
  return allowed === 'members' ? !outsiders.includes(principal) : allowed.includes(principal)
}

describe('a refused request', () => {
  it('leaves the database byte for byte as it was [B2] [B4]', async () => {
    const before = await stage.watch.hash()
    const counted = newTally()
    for (const person of stage.people.everybody.filter(({ principal }) => outsiders.includes(principal)))
      for (const { route } of cells) {
        const body = route.body && (sampleOf(jsonOf(route.body)) as object)
        const answer = await ask(stage, person, route.method, route.path.replace(':id', crypto.randomUUID()), body)
        counted.cells++
        counted.refused++
        if (answer.status !== 401)
          counted.faults.push(`${person.principal} ${route.method} ${route.path}: ${answer.status}`)
      }
    expect(close(counted)).toEqual([])
    expect(await stage.watch.hash()).toBe(before)
  })
})
