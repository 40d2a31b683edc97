/** `npm run move-database -- postgresql://…`: copies this installation's database to another server, and stops. */
import { loadConfig } from './config.ts'
import { startEmbedded } from './db/embedded/start.ts'
import { demandStopped, moveDatabase } from './db/move.ts'
import { announce, refuse } from './announce.ts'

async function move(to: string | undefined): Promise<void> {
  if (!to?.startsWith('postgres')) throw new Error('Name the new database: npm run move-database -- postgresql://…')
  const { databaseUrl, home } = loadConfig()
  const embedded = databaseUrl ? undefined : await startEmbedded(home, announce.line)
  try {
    const from = databaseUrl ?? embedded?.url ?? ''
    await demandStopped(from)
    const copied = await moveDatabase(from, to)
    const rows = [...copied.values()].reduce((total, count) => total + count, 0)
    announce.line(
      `Copied ${rows} rows of ${copied.size} tables. From now on start with DATABASE_URL set to the new address.`,
    )
  } finally {
    await embedded?.stop()
  }
}

move(process.argv[2]).catch(refuse)
