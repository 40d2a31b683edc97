/** What lives as long as the process, be it the server or a worker beside it. */
import { createHmac, createSecretKey, randomBytes, type KeyObject } from 'node:crypto'
import type { PrismaClient } from '@rapport/prisma'
import type { PgBoss } from 'pg-boss'
import type { Config } from './config.ts'
import type { Services } from './ctx.ts'
import type { DbPool } from './db/pool.ts'
import { createReadRows } from './db/rows.ts'
import { createSend } from './db/send.ts'
import { createHub } from './events/hub.ts'
import { enqueueWith } from './jobs/enqueue.ts'

export type ServiceDeps = {
  config: Config
  db: DbPool
  prisma: PrismaClient
  boss: PgBoss | undefined
  now: () => Date
  setupToken: string | null
}

/** Whoever makes them closes their hub. */
export const createServices = async (deps: ServiceDeps): Promise<Services> => {
  const { config, db, prisma, boss, now, setupToken } = deps
  return {
    config,
    prisma,
    readRows: createReadRows(db.pool),
    send: createSend(db),
    now,
    setupToken,
    secret: await loadSecret(prisma),
    enqueue: enqueueWith(boss),
    hub: createHub(db.url, prisma),
  }
}

/** One secret per installation, kept in its database so that several processes sign alike. */
const loadSecret = async (prisma: PrismaClient): Promise<KeyObject> => {
  const key = 'server.secret'
  const fresh = randomBytes(32).toString('base64url')
  await prisma.$executeRaw`insert into settings (key, value) values (${key}, ${JSON.stringify(fresh)}::jsonb) on conflict do nothing`
  const row = await prisma.setting.findUniqueOrThrow({ where: { key } })
  return createSecretKey(createHmac('sha256', String(row.value)).update('cursor').digest())
}
