/** Every noun of the registry that is listed: page by page, counted and grouped, the same rows for whoever asks. */
import { groupCondition } from '@rapport/domain/filter/group.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { recordSets } from '../../records/all.ts'
import type { Caller } from '../app.ts'
import { useImports } from '../imports.ts'
import type { Owner } from '../matrix/people.ts'
import { worlds } from '../matrix/worlds.ts'
import { aCanary } from '../matrix/worlds/world.ts'
import { allRights, anOwner, cells } from './subjects.ts'

const test = useImports()
const has = (noun: string, channel: string) => cells.some((cell) => cell.noun === noun && cell.channel === channel)
const listed = [...new Set(cells.map(({ noun }) => noun))].filter((noun) => has(noun, 'list') && recordSets()[noun])
const callers: [string, Caller][] = []
let other: Owner

beforeAll(async () => {
  const [own, teamId] = [await anOwner(test), (await anOwner(test)).teamId]
  other = await anOwner(test)
  for (const scope of ['self', 'team', 'teamAndBelow', 'all'])
    callers.push([scope, await test.as({ rules: allRights(scope), teamId: scope === 'all' ? teamId : own.teamId })])
})

const fill = async (noun: string) => {
  const { make, lasting } = worlds[noun]!
  const { prisma } = test.database
  for (const deletedAt of lasting ? [null] : [null, new Date()])
    for (const owner of [other, ...callers.map(([, { userId }]) => ({ ownerId: userId, teamId: other.teamId }))])
      await make(prisma, { ...owner, canary: aCanary(), deletedAt, customerOwner: owner })
}

const walk = async (caller: Caller, noun: string) => {
  const ids: string[] = []
  for (let cursor: string | null = ''; cursor !== null;) {
    const { body } = await caller.call('GET', `/${noun}?limit=3${cursor && `&cursor=${cursor}`}`)
    ids.push(...body.items.map(({ id }: { id: string }) => id))
    cursor = body.nextCursor
  }
  return ids
}

const groupable = (noun: string): string[] =>
  has(noun, 'aggregate')
    ? Object.entries(recordSets()[noun]!.fields).flatMap(([name, field]) =>
        field.groupable ? [field.kind === 'instant' || field.kind === 'date' ? `${name}:month` : name] : [],
      )
    : []

const MANY = 8
const encode = (filter: object) => encodeURIComponent(JSON.stringify(filter))

it('there are nouns to walk', () => expect(listed.length).toBeGreaterThan(12))

describe.each(listed)('%s', (noun) => {
  it('200 walked = counted = the sum of every grouping, for every reach [B6]', async () => {
    await fill(noun)
    const seen: number[] = []
    for (const [scope, caller] of callers) {
      const ids = await walk(caller, noun)
      seen.push(ids.length)
      expect({ scope, ids: new Set(ids).size }).toEqual({ scope, ids: ids.length })
      const { body } = await caller.call('GET', `/${noun}?limit=1&total=exact&fields=id`)
      expect({ scope, total: body.total }).toEqual({ scope, total: { value: ids.length, exact: true } })
      for (const by of groupable(noun)) {
        const { body: grouped } = await caller.call('GET', `/${noun}/aggregate?groupBy=${by}`)
        const sum = grouped.groups.reduce((all: number, { values }: { values: number[] }) => all + values[0]!, 0)
        expect({ scope, by, sum }).toEqual({ scope, by, sum: ids.length })
      }
    }
    expect(seen.at(-1)).toBeGreaterThan(0)
    if (!worlds[noun]?.open && !worlds[noun]?.personal) expect(seen[0]).toBeLessThan(seen.at(-1)!)
  }, 60_000)

  it('200 a group holds as many as the list it opens [B6]', async () => {
    const [, caller] = callers[1]!
    for (const by of groupable(noun)) {
      const name = by.split(':')[0]!
      const { body } = await caller.call('GET', `/${noun}/aggregate?groupBy=${by}`)
      for (const { key, values } of body.groups.slice(0, MANY)) {
        const filter = groupCondition(name, recordSets()[noun]!.fields[name]!, key[0])
        const path = `/${noun}?limit=1&total=exact&fields=id&filter=${encode(filter)}`
        const { body: list } = await caller.call('GET', path)
        expect({ by, key, total: list.total?.value }).toEqual({ by, key, total: values[0] })
      }
    }
  }, 60_000)
})
