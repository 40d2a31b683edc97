/** The server: config → database → jobs → application → listen; closes with grace within ten seconds. */
import closeWithGrace from 'close-with-grace'
import { buildApp } from './app.ts'
import { announce, refuse } from './announce.ts'
import { loadConfig } from './config.ts'
import { openDatabase } from './db/open.ts'
import { createPrisma } from './db/prisma.ts'
import { createLogger, openLogFile } from './http/logger.ts'
import { createBoss } from './jobs/boss.ts'

const GRACE = 9_500
const JOB_GRACE = 5_000

async function serve(): Promise<void> {
  const config = loadConfig()
  const log = createLogger(openLogFile(config.home))
  const closers: (() => Promise<unknown>)[] = []
  closeWithGrace(
    { delay: GRACE, logger: { error: (err: unknown) => log.fatal({ err }, 'closing') } },
    async ({ err }) => {
      if (err) log.fatal({ err }, 'closing after an error')
      for (const close of closers.reverse()) await close()
    },
  )

  const { url, version, db, close } = await openDatabase(config, announce.line, (text) => log.warn(text))
  closers.push(close)
  const prisma = createPrisma(db.pool)
  const boss = createBoss(url, log)
  await boss.start()
  closers.push(() => boss.stop({ timeout: JOB_GRACE }))
  const app = await buildApp({ config, db, prisma, log, boss })
  closers.push(() => app.close())
  await app.listen({ host: config.host, port: config.port })
  announce.ready(config, version)
}

serve().catch(refuse)
