import { expect, it } from 'vitest'
import { useDatabase } from '../test/database.ts'
import { DatabaseAway } from './circuit.ts'
import { sqlStateOf } from './sql-state.ts'
import { findTrouble } from './trouble.ts'

const database = useDatabase()
const errorOf = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  )
const wrapping = (cause: object) => Object.assign(new Error('x'), { cause })
const coded = (code: string) => Object.assign(new Error('x'), { code })

it.each([
  ['away', new DatabaseAway()],
  ['away', coded('ECONNREFUSED')],
  ['away', coded('57P01')],
  ['away', coded('P1001')],
  ['away', new Error('Connection terminated unexpectedly')],
  ['away', new Error('Client has encountered a connection error and is not queryable')],
  ['away', new Error('outer', { cause: coded('ECONNRESET') })],
  ['away', Object.assign(coded('P2010'), { meta: { driverAdapterError: wrapping({ kind: 'ConnectionClosed' }) } })],
  ['away', wrapping({ kind: 'DatabaseNotReachable', host: '127.0.0.1' })],
  ['busy', coded('55P03')],
  ['busy', coded('40P01')],
  ['busy', coded('P2028')],
  ['busy', new Error('timeout exceeded when trying to connect')],
  ['diskFull', coded('53100')],
  [undefined, coded('23505')],
  [undefined, coded('P2002')],
  [undefined, new Error('anything')],
  [undefined, 'text'],
  [undefined, undefined],
])('finds %s in %s', (trouble, error) => {
  expect(findTrouble(error)).toBe(trouble)
})

it('reads the code through Prisma, in and outside a transaction', async () => {
  const { prisma, pool } = database
  await pool.query('create table once (id int primary key)')
  await prisma.$executeRaw`insert into once values (1)`
  const twice = prisma.$executeRaw`insert into once values (1)`
  expect(sqlStateOf(await errorOf(twice))).toBe('23505')
  const inside = prisma.$transaction(async (tx) => tx.$executeRaw`insert into once values (1)`)
  expect(sqlStateOf(await errorOf(inside))).toBe('23505')
  const slow = prisma.$transaction(async (tx) => {
    await tx.$executeRaw`set local statement_timeout = 10`
    await tx.$queryRaw`select pg_sleep(1)::text`
  })
  expect(findTrouble(await errorOf(slow))).toBe('busy')
})
