/** The server: config → database → jobs → application → listen; closes with grace within ten seconds. */
import './memory.ts'
import { randomBytes } from 'node:crypto'
import closeWithGrace from 'close-with-grace'
import { systemCtx } from './access/system.ts'
import { buildApp } from './app.ts'
import { announce, refuse } from './announce.ts'
import { loadConfig } from './config.ts'
import { openDatabase } from './db/open.ts'
import { createPrisma } from './db/prisma.ts'
import { createFirstAdministrator } from './features/installations/first-start.commands.ts'
import { demoAccounts, loadFirstDemo } from './features/demo/first-demo.commands.ts'
import { isSetUp } from './features/installations/installations.queries.ts'
import { createLogger, openLogFile } from './http/logger.ts'
import { createBoss } from './jobs/boss.ts'
import { startWorkers } from './jobs/workers.ts'

const GRACE = 9_500
const JOB_GRACE = 5_000

const closers: (() => Promise<unknown>)[] = []

async function serve(): Promise<void> {
  const config = loadConfig()
  const log = createLogger(openLogFile(config.home))
  closeWithGrace(
    { delay: GRACE, logger: { error: (err: unknown) => log.fatal({ err }, 'closing') } },
    async ({ err }) => {
      if (err) log.fatal({ err }, 'closing after an error')
      await closeAll()
    },
  )

  const { url, version, place, db, close } = await openDatabase(config, announce.line, (text) => log.warn(text))
  closers.push(close)
  const prisma = createPrisma(db.pool)
  const boss = createBoss(url, log)
  await boss.start()
  closers.push(() => boss.stop({ timeout: JOB_GRACE }))
  // Beyond this machine whoever comes first could make himself administrator, were it not for what the console says.
  const setupToken = config.exposed ? randomBytes(16).toString('base64url') : null
  const app = await buildApp({ config, db, prisma, log, boss, setupToken })
  closers.push(() => app.close())
  if (config.admin && (await createFirstAdministrator(systemCtx(app.services, log, 'start'), config.admin)))
    announce.line(`Administrator ${config.admin.email} created.`)
  await startWorkers(boss, app.services, log)
  const demoPassword = await loadFirstDemo(systemCtx(app.services, log, 'start'))
  await app.listen({ host: config.host, port: config.port })
  announce.ready(config, { version, place })
  if (demoPassword) announce.demo(demoAccounts, demoPassword)
  if (setupToken && !(await isSetUp({ db: prisma }))) announce.line(`/setup asks for this token: ${setupToken}`)
}

/** What was opened last is closed first; one that fails does not keep the others open. */
async function closeAll(): Promise<void> {
  const close = closers.pop()
  if (!close) return
  try {
    await close()
  } finally {
    await closeAll()
  }
}

serve().catch((error: unknown) => closeAll().finally(() => refuse(error)))
