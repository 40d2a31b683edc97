/** Puts a job into the queue within the caller's transaction: it exists exactly when the change does. */
import type { Prisma } from '@rapport/prisma'

export type Enqueue = (db: Prisma.TransactionClient, queue: string, data: object) => Promise<void>
