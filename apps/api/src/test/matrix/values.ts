/** Two values for any field, one low and one high, each unmistakable; and two that a mask shows alike. */
import type { Field } from '@rapport/domain/field/kinds.ts'
import type { PrismaClient } from '@rapport/prisma'
import { aPipeline } from '@rapport/prisma/factories/pipelines.ts'
import { aTeam } from '@rapport/prisma/factories/teams.ts'
import { aUser } from '@rapport/prisma/factories/users.ts'
import { worlds } from './worlds.ts'
import { aCanary } from './worlds/world.ts'

export type Pair = readonly [low: unknown, high: unknown]

const texts: Pair = ['aaa-canary-low-0001', 'zzz-canary-high-001']
const alike: Pair = ['canary-low-alike', 'canary-top-alike']
const label = (text: unknown) => ({ zh: text, en: text })
const cut = ([low, high]: Pair, max = 200): Pair => [String(low).slice(0, max), String(high).slice(0, max)]

const aRecord = async (prisma: PrismaClient, noun: string): Promise<string> => {
  if (noun === 'users') return (await aUser(prisma)).id
  if (noun === 'teams') return (await aTeam(prisma)).id
  if (noun === 'stages') return (await aPipeline(prisma)).stages[0]!.id
  const world = worlds[noun]
  if (!world) throw new Error(`${noun} has no world`)
  const teamId = (await aTeam(prisma)).id
  const owner = { ownerId: (await aUser(prisma, { teamId })).id, teamId }
  return world.make(prisma, { ...owner, canary: aCanary(), deletedAt: null, customerOwner: owner })
}

const plainPair = (field: Field, masked: boolean): Pair => {
  switch (field.kind) {
    case 'label':
      return texts.map(label) as unknown as Pair
    case 'int':
      return [field.min ?? 1, field.max ?? (field.min ?? 1) + 1000]
    case 'decimal':
    case 'money':
      return [field.min && field.min !== '0' ? field.min : '1', '999']
    case 'percent':
      return ['0.1', '0.9']
    case 'currency':
      return ['CNY', 'USD']
    case 'date':
      return ['2001-01-01', '2031-01-01']
    case 'instant':
      return ['2001-01-01T00:00:00.000Z', '2031-01-01T00:00:00.000Z']
    case 'boolean':
      return [false, true]
    case 'choice':
      return [field.choices[0]!.value, field.choices.at(-1)!.value]
    case 'tags':
      return [[texts[0]], [texts[1]]]
    case 'phones':
      return ['13811115678', '13822225678'].map((number) => [{ type: 'mobile', number }]) as unknown as Pair
    case 'emails':
      return ['canary.low@example.com', 'canary.high@example.com'].map((address) => [
        { type: 'work', address },
      ]) as unknown as Pair
    case 'addresses':
      return texts.map((city) => [
        { type: 'office', country: null, region: null, city, district: null, street: null, postcode: null },
      ]) as unknown as Pair
    default:
      return cut(masked ? alike : texts, 'max' in field ? field.max : undefined)
  }
}

/** What the database demands beside a value that stands in both worlds alike. */
export const besides: Record<string, string> = {
  'opportunities.phase': `"closedAt" = '2020-01-01',`,
  'opportunities.closedAt': `phase = 'lost',`,
}
const pairs: Record<string, Pair> = {
  'opportunities.phase': ['won', 'lost'],
  'opportunities.baseAmount': ['1', '999999'], // only one of them is large
  'saved-views.shared': ['me', 'team'], // everybody's is no secret
  'opportunities.currency': ['EUR', 'USD'], // neither is what it was
}

/** `masked`: the two look the same through a mask. */
export const pairFor = async (
  prisma: PrismaClient,
  noun: string,
  name: string,
  field: Field,
  masked: boolean,
): Promise<Pair> => {
  const special = pairs[`${noun}.${name}`]
  if (special) return special
  if (field.kind === 'id') return [await aRecord(prisma, noun), await aRecord(prisma, noun)]
  if (field.kind === 'ref') return [await aRecord(prisma, field.to), await aRecord(prisma, field.to)]
  if (field.kind === 'refs') return [[await aRecord(prisma, field.to)], [await aRecord(prisma, field.to)]]
  return plainPair(field, masked)
}

/** What of a value would be recognised in an answer. */
export const tracesOf = (value: unknown): string[] => {
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(tracesOf)
  return typeof value === 'string' && value.length > 8 ? [value] : []
}
