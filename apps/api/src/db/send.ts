/**
 * Long statements of a transaction, sent on its own connection past Prisma, which would write every value of them anew: for
 * a batch as much work as making it.
 */
import { setImmediate as pause } from 'node:timers/promises'
import type { Prisma } from '@rapport/prisma'
import type pg from 'pg'
import type { DbPool } from './pool.ts'
import { statementNames } from './statements.ts'

/**
 * `db` is the transaction; nothing else may be asked on it until the answer. `whenSent` is called once PostgreSQL has its
 * hands full and we have ours free. Errors: those of pg.
 */
export type Send = (db: Prisma.TransactionClient, statement: Prisma.Sql, whenSent?: () => void) => Promise<void>

type Connection = Pick<pg.ClientBase, 'query'>

export const createSend = ({ pool, clientOf }: Pick<DbPool, 'pool' | 'clientOf'>): Send => {
  const nameOf = statementNames(pool)
  const known = new WeakMap<object, Connection | null>()
  return async (db, statement, whenSent) => {
    const connection = known.get(db) ?? (await connectionOf(db, clientOf))
    known.set(db, connection)
    const { text, values } = statement
    const name = nameOf(text)
    const running = connection?.query({ text, values, ...(name && { name }) }) ?? db.$executeRaw(statement)
    running.catch(() => undefined) // heard of where it is awaited
    await pause()
    whenSent?.()
    await running
  }
}

// Whoever stands between us and PostgreSQL may hand out numbers of his own: the connection found must be at the same process.
const connectionOf = async (db: Prisma.TransactionClient, clientOf: DbPool['clientOf']): Promise<Connection | null> => {
  const [own] = await db.$queryRaw<{ pid: number }[]>`select pg_backend_pid() as pid`
  const client = own && clientOf(own.pid)
  const { rows = [] } = (await client?.query<{ pid: number }>('select pg_backend_pid() as pid')) ?? {}
  return client && rows[0]?.pid === own.pid ? client : null
}
