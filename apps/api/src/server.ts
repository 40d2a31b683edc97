/** The server: application → jobs → listen. */
import './memory.ts'
import { randomBytes } from 'node:crypto'
import { systemCtx } from './access/system.ts'
import { announce } from './announce.ts'
import { buildApp } from './app.ts'
import { loadConfig } from './config.ts'
import { demoAccounts, loadFirstDemo } from './features/demo/first-demo.commands.ts'
import { createFirstAdministrator, giveStandingViews } from './features/installations/first-start.commands.ts'
import { isSetUp } from './features/installations/installations.queries.ts'
import { createApart } from './jobs/apart.ts'
import { createQueues, startWorkers } from './jobs/workers.ts'
import { begin, onEnd, type Opened } from './process.ts'

async function serve({ config, log, database, prisma, boss }: Opened): Promise<void> {
  // Beyond this machine whoever comes first could make himself administrator, were it not for what the console says.
  const setupToken = config.exposed ? randomBytes(16).toString('base64url') : null
  const app = await buildApp({ config, db: database.db, prisma, log, boss, setupToken })
  onEnd(() => app.close())
  const atStart = systemCtx(app.services, log, 'start')
  if (config.admin && (await createFirstAdministrator(atStart, config.admin)))
    announce.line(`Administrator ${config.admin.email} created.`)
  if (config.worker) {
    const apart = createApart({ config, url: database.url }, log)
    onEnd(apart.end)
    await startWorkers(boss, app.services, log, apart)
  } else await createQueues(boss)
  const demoPassword = await loadFirstDemo(atStart)
  await giveStandingViews(atStart)
  await app.listen({ host: config.host, port: config.port })
  announce.ready(config, database)
  if (demoPassword) announce.demo(demoAccounts, demoPassword)
  if (setupToken && !(await isSetUp({ db: prisma }))) announce.line(`/setup asks for this token: ${setupToken}`)
}

begin(loadConfig, serve)
