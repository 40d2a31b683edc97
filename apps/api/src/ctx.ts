/** What every handler and command gets as its first argument. */
import type { KeyObject } from 'node:crypto'
import type { Actor } from '@rapport/domain/access/actor.ts'
import type { Prisma, PrismaClient } from '@rapport/prisma'
import type { Config } from './config.ts'
import type { Db } from './db/prisma.ts'
import type { Hub } from './events/hub.ts'
import type { ReadRows } from './db/rows.ts'
import type { Send } from './db/send.ts'
import type { Enqueue } from './jobs/enqueue.ts'

/** What lives as long as the process. */
export type Services = {
  config: Config
  prisma: PrismaClient
  readRows: ReadRows
  send: Send
  /** Key of cursors and of other values the server signs for itself. */
  secret: KeyObject
  /** What /setup asks for where the server listens beyond loopback; printed on the console. */
  setupToken: string | null
  now: () => Date
  enqueue: Enqueue
  /** What has just been committed, for streams. */
  hub: Hub
}

export type Log = {
  info: (fields: object, text?: string) => void
  warn: (fields: object, text?: string) => void
  error: (fields: object, text?: string) => void
}

/** One request (or one job): who, when, through which connection. Inside a command `db` is the transaction. */
export type Ctx = {
  actor: Actor
  db: Db
  now: Date
  log: Log
  requestId: string
  ip: string | null
  /** The version in `If-Match`. */
  ifMatch: number | null
  /** What a POST with an Idempotency-Key carries through its transaction. */
  idempotency: Idempotency | null
  services: Services
  /** The event that caused this, for reactions; its depth stops loops. */
  cause: { eventId: string; depth: number } | null
}

export type Idempotency = { principal: string; key: string; fingerprint: string; status: number }

/** A ctx whose `db` is the one transaction all writes of a command share. */
export type Tx = Omit<Ctx, 'db'> & {
  db: Prisma.TransactionClient
  /** The first record written, which a replay of the request is authorised against again. */
  subject: { entity: string; id: string } | null
}

export const isTx = (ctx: Ctx | Tx): ctx is Tx => 'subject' in ctx
