/** The real server on a home of its own: built like a user's, measured from outside. */
import { findFreePort, spawnServer, waitUntilReady } from '../tools/faults/server-process.ts'

export type BenchServer = {
  url: string
  pid: number
  /** Ends it and, with it, its PostgreSQL. */
  stop(): Promise<void>
}

// Ten connections of one person ask more in a minute than people do.
const variables = { RAPPORT_DEMO: 'off', RAPPORT_RATE_LIMIT: '100000000' }

/** Returns when it is ready; `env` adds to its variables. */
export async function startServer(home: string, env: Record<string, string> = {}): Promise<BenchServer> {
  const port = await findFreePort()
  const url = `http://127.0.0.1:${port}`
  const server = spawnServer({ ...variables, PORT: String(port), RAPPORT_HOME: home, ...env })
  const end = () => void server.child.kill('SIGKILL')
  process.once('exit', end)
  await waitUntilReady(url, server, 300_000)
  return {
    url,
    pid: server.child.pid ?? 0,
    async stop() {
      process.off('exit', end)
      server.child.kill('SIGTERM')
      await server.ended
    },
  }
}
