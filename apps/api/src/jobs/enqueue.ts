/** Puts a job into the queue within the caller's transaction: it exists exactly when the change does. */
import type { Prisma } from '@rapport/prisma'
import { fromPrisma, type PgBoss } from 'pg-boss'

export type Enqueue = (db: Prisma.TransactionClient, queue: string, data: object) => Promise<void>

/** Without a queue (a test that needs none) a change that would enqueue fails, rather than losing its job in silence. */
export const enqueueWith =
  (boss: PgBoss | undefined): Enqueue =>
  async (db, queue, data) => {
    if (!boss) throw new Error(`no queue to put ${queue} into`)
    await boss.send(queue, data, { db: fromPrisma(db) })
  }
