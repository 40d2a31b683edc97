import type { Prisma } from '@rapport/prisma'
import { describe, expect, it } from 'vitest'
import { useDatabase } from '../../test/database.ts'
import { nextNumber, nextNumbers } from './number-sequences.queries.ts'

const database = useDatabase()
const now = new Date('2026-06-01T00:00:00Z')
const inTransaction = <T>(fn: (tx: { db: Prisma.TransactionClient; now: Date }) => Promise<T>, at = now) =>
  database.prisma.$transaction((db) => fn({ db, now: at }), { maxWait: 20_000, timeout: 20_000 })
const numbersFrom = (prefix: string, from: number, count: number) =>
  Array.from({ length: count }, (_, index) => `${prefix}-2026-${String(from + index).padStart(6, '0')}`)

describe('nextNumber', () => {
  it('counts each entity by itself', async () => {
    expect(await inTransaction((tx) => nextNumber(tx, 'leads'))).toBe('LEAD-2026-000001')
    expect(await inTransaction((tx) => nextNumber(tx, 'leads'))).toBe('LEAD-2026-000002')
    expect(await inTransaction((tx) => nextNumber(tx, 'customers'))).toBe('CUS-2026-000001')
  })

  it('gives neither gap nor double to 200 parallel writers of which a tenth roll back [C5] [F22]', async () => {
    const writers = Array.from({ length: 200 }, (_, index) =>
      inTransaction(async (tx) => {
        const number = await nextNumber(tx, 'opportunities')
        if (index % 10 === 0) throw new Error('rolled back')
        return number
      }).catch((error: Error) => (error.message === 'rolled back' ? null : Promise.reject(error))),
    )
    const given = (await Promise.all(writers)).filter((number) => number !== null)
    expect(given.toSorted()).toEqual(numbersFrom('OPP', 1, 180))
  })

  it('begins anew with the year of the organisation, not of UTC', async () => {
    const newYear = new Date('2026-12-31T16:00:00Z')
    expect(await inTransaction((tx) => nextNumber(tx, 'quotes'), newYear)).toBe('QUO-2027-000001')
    const value = { timeZone: 'America/New_York' }
    await database.prisma.setting.create({ data: { key: 'organisation', value } })
    expect(await inTransaction((tx) => nextNumber(tx, 'quotes'), newYear)).toBe('QUO-2026-000001')
  })
})

describe('nextNumbers', () => {
  it('takes a batch in one statement, in order, and joins on to the single numbers', async () => {
    await inTransaction((tx) => nextNumber(tx, 'orders'))
    expect(await inTransaction((tx) => nextNumbers(tx, 'orders', 500))).toEqual(numbersFrom('ORD', 2, 500))
    expect(await inTransaction((tx) => nextNumbers(tx, 'orders', 0))).toEqual([])
    expect(await inTransaction((tx) => nextNumber(tx, 'orders'))).toBe('ORD-2026-000502')
  })
})
