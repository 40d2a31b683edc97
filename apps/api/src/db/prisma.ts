/** The Prisma client on the one pool. */
import { PrismaPg } from '@prisma/adapter-pg'
import { type Prisma, PrismaClient } from '@rapport/prisma'
import type pg from 'pg'
import { statementNames } from './statements.ts'

/** What a handler gets as `ctx.db`: the client, or the transaction it is in. */
export type Db = PrismaClient | Prisma.TransactionClient

/** Does not close the pool when it disconnects; the pool's owner does. */
export function createPrisma(pool: pg.Pool): PrismaClient {
  const nameOf = statementNames(pool)
  // The adapter's type forgets that pg takes an unnamed statement, which is what `undefined` means.
  const statementNameGenerator = (({ sql }: { sql: string }) => nameOf(sql)) as (query: { sql: string }) => string
  return new PrismaClient({ adapter: new PrismaPg(pool, { statementNameGenerator }) })
}
