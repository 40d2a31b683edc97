/** Inside the process of heavy jobs: opens what they need with the first message, then does one after the other. */
import type { Logger } from 'pino'
import type { Services } from '../ctx.ts'
import { createPool, type DbPool } from '../db/pool.ts'
import { createPrisma } from '../db/prisma.ts'
import { createLogger, openLogFile } from '../http/logger.ts'
import { createServices } from '../services.ts'
import type { Answer, Order, Place } from './apart.ts'
import { createSender } from './boss.ts'
import { workers } from './reactions.ts'

type Opened = { log: Logger; db: DbPool; services: Services }

/** Begins to listen to whoever started this process. */
export const workApart = (): void => {
  process.once('message', (place: Place) => {
    const opened = open(place)
    opened.catch(() => process.exit(1)) // the database is away: its jobs run again, in another
    process.on('message', (order: Order) => void (order === 'end' ? leave(opened) : obey(opened, order)))
  })
}

const open = async ({ config, url }: Place): Promise<Opened> => {
  const log = createLogger(openLogFile(config.home))
  const db = createPool(url, (text) => log.warn(text))
  const boss = createSender(url, log)
  await boss.start()
  const now = () => new Date()
  const services = await createServices({ config, db, prisma: createPrisma(db.pool), boss, now, setupToken: null })
  return { log, db, services }
}

const obey = async (opened: Promise<Opened>, order: Exclude<Order, 'end'>): Promise<void> => {
  const { id, queue, data } = order
  const answer = (error?: string) => process.send?.({ id, ...(error !== undefined && { error }) } satisfies Answer)
  try {
    const { services, log } = await opened
    await workers.find((one) => one.queue === queue)?.work(services, data, log)
    answer()
  } catch (error) {
    answer(error instanceof Error ? error.message : String(error))
  }
}

// What is in a transaction comes to its end; after it there is none any more.
const leave = async (opened: Promise<Opened>): Promise<void> => {
  const { db, log } = await opened
  log.level = 'silent' // jobs that are cut off here run again
  await db.close()
  process.exit(0)
}
