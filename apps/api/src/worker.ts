/** The background jobs in a process of their own, beside servers with RAPPORT_WORKER=off; any number of them may run. */
import './memory.ts'
import { announce } from './announce.ts'
import { loadConfig } from './config.ts'
import { createApart } from './jobs/apart.ts'
import { startWorkers } from './jobs/workers.ts'
import { begin, onEnd, type Opened } from './process.ts'
import { createServices } from './services.ts'

async function work({ config, log, database, prisma, boss }: Opened): Promise<void> {
  const now = () => new Date()
  const services = await createServices({ config, db: database.db, prisma, boss, now, setupToken: null })
  onEnd(services.hub.close)
  const apart = createApart({ config, url: database.url }, log)
  onEnd(apart.end)
  await startWorkers(boss, services, log, apart)
  announce.working(config, database)
}

begin(loadConfig, work)
