/** The Prisma client on the one pool. */
import { PrismaPg } from '@prisma/adapter-pg'
import { type Prisma, PrismaClient } from '@rapport/prisma'
import type pg from 'pg'

/** What a handler gets as `ctx.db`: the client, or the transaction it is in. */
export type Db = PrismaClient | Prisma.TransactionClient

const STATEMENT_NAMES = 500

/** Does not close the pool when it disconnects; the pool's owner does. */
export function createPrisma(pool: pg.Pool): PrismaClient {
  // The adapter's type forgets that pg takes an unnamed statement, which is what `undefined` means.
  const statementNameGenerator = nameStatements() as (query: { sql: string }) => string
  return new PrismaClient({ adapter: new PrismaPg(pool, { statementNameGenerator }) })
}

/**
 * One name per SQL text, because a name reused for another text fails; bounded, because a list's SQL varies. A text gets its
 * name when it comes the second time, so that those that never come back take none.
 */
function nameStatements(): (query: { sql: string }) => string | undefined {
  const names = new Map<string, string>()
  const seenOnce = new Set<string>()
  return ({ sql }) => {
    const known = names.get(sql)
    if (known || names.size >= STATEMENT_NAMES) return known
    if (!seenOnce.delete(sql)) {
      if (seenOnce.size >= STATEMENT_NAMES) seenOnce.clear()
      seenOnce.add(sql)
      return undefined
    }
    const name = `s${names.size}`
    names.set(sql, name)
    return name
  }
}
