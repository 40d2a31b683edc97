/** What every process of the product begins and ends with: log, database, queue, and an end with grace within ten seconds. */
import type { PrismaClient } from '@rapport/prisma'
import closeWithGrace from 'close-with-grace'
import type { PgBoss } from 'pg-boss'
import type { Logger } from 'pino'
import { announce, refuse } from './announce.ts'
import type { Config } from './config.ts'
import { openDatabase, type Database } from './db/open.ts'
import { createPrisma } from './db/prisma.ts'
import { createLogger, openLogFile } from './http/logger.ts'
import { createBoss } from './jobs/boss.ts'

const GRACE = 9_500
const JOB_GRACE = 5_000

export type Opened = { config: Config; log: Logger; database: Database; prisma: PrismaClient; boss: PgBoss }

const closers: (() => Promise<unknown>)[] = []

/** Called when the process ends; what was opened last is closed first. */
export const onEnd = (close: () => Promise<unknown>): void => void closers.push(close)

/** Opens what a process needs and becomes it. An error ends the process with a sentence, after all that was opened. */
export const begin = (config: () => Config, become: (opened: Opened) => Promise<void>): void => {
  Promise.resolve()
    .then(() => open(config()))
    .then(become)
    .catch((error: unknown) => closeAll().finally(() => refuse(error)))
}

async function open(config: Config): Promise<Opened> {
  const log = createLogger(openLogFile(config.home))
  closeWithGrace(
    { delay: GRACE, logger: { error: (err: unknown) => log.fatal({ err }, 'closing') } },
    async ({ err }) => {
      if (err) log.fatal({ err }, 'closing after an error')
      await closeAll()
    },
  )
  const database = await openDatabase(config, announce.line, (text) => log.warn(text))
  onEnd(database.close)
  const boss = createBoss(database.url, log)
  await boss.start()
  onEnd(() => boss.stop({ timeout: JOB_GRACE }))
  return { config, log, database, prisma: createPrisma(database.db.pool), boss }
}

/** One that fails does not keep the others open. */
async function closeAll(): Promise<void> {
  const close = closers.pop()
  if (!close) return
  try {
    await close()
  } finally {
    await closeAll()
  }
}
