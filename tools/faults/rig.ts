/*
 * The fault rig: the real server on a private home folder, and the means to hurt it and its database.
 *   const rig = await startRig()
 *   rig.killPostgres(); await rig.waitUntilReady()
 *   await rig.kill(); await rig.restart()
 *   await rig.close()
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { databaseUrl, findPostmaster, signalPostgres, stopPostgres } from './postgres.ts'
import { findFreePort, type ServerProcess, spawnServer, waitUntilReady } from './server-process.ts'

export type Rig = {
  url: string
  home: string
  /** The server's process number. */
  pid(): number
  alive(): boolean
  /** What the server has written to the console since its last start. */
  output(): string
  /** The database as the application's role, and the server as its superuser. */
  databaseUrl(): string
  adminUrl(): string
  postmaster(): number | undefined
  /** kill -9 of the API; the database stays. */
  kill(): Promise<void>
  /** SIGTERM; returns its exit code and how long it took, in ms. */
  stop(): Promise<{ code: number | null; ms: number }>
  /** Starts the API again on the same home and port; returns the ms until it was ready. */
  restart(): Promise<number>
  /** Returns the ms until /readyz said 200. */
  waitUntilReady(patience?: number): Promise<number>
  /** kill -9 of all processes of the database. */
  killPostgres(): void
  stopPostgres(mode: 'fast' | 'immediate'): void
  /** Lets all processes of the database stand still, until `resumePostgres`. */
  pausePostgres(): void
  resumePostgres(): void
  /** Ends everything and removes the home. */
  close(): Promise<void>
}

/** `env` adds to the server's variables: PORT, RAPPORT_HOME and an empty start without demo are set already. */
export async function startRig(env: Record<string, string> = {}): Promise<Rig> {
  const home = mkdtempSync(path.join(tmpdir(), 'rapport-rig-'))
  chmodSync(home, 0o755) // else the account that root lends PostgreSQL cannot enter, and the data goes elsewhere
  const port = await findFreePort()
  const url = `http://127.0.0.1:${port}`
  const all = { PORT: String(port), RAPPORT_HOME: home, RAPPORT_DEMO: 'off', ...env }
  let server = spawnServer(all)
  const endAll = () => endProcesses(server, home)
  process.once('exit', endAll)
  const rig: Rig = {
    ...handlesOf(() => server, url, home),
    async restart() {
      server = spawnServer(all)
      return waitUntilReady(url, server)
    },
    async close() {
      process.off('exit', endAll)
      endAll()
      await server.ended
      while (findPostmaster(home)) await wait(20)
      rmSync(home, { recursive: true, force: true })
    },
  }
  await rig.waitUntilReady()
  return rig
}

function handlesOf(server: () => ServerProcess, url: string, home: string): Omit<Rig, 'restart' | 'close'> {
  return {
    url,
    home,
    pid: () => server().child.pid ?? 0,
    alive: () => server().child.exitCode === null && server().child.signalCode === null,
    output: () => server().output(),
    databaseUrl: () => databaseUrl(home),
    adminUrl: () => databaseUrl(home, 'postgres'),
    postmaster: () => findPostmaster(home),
    async kill() {
      server().child.kill('SIGKILL')
      await server().ended
    },
    async stop() {
      const begin = performance.now()
      server().child.kill('SIGTERM')
      const code = await server().ended
      return { code, ms: performance.now() - begin }
    },
    waitUntilReady: (patience) => waitUntilReady(url, server(), patience),
    killPostgres: () => signalPostgres(home, 'SIGKILL'),
    stopPostgres: (mode) => stopPostgres(home, mode),
    pausePostgres: () => signalPostgres(home, 'SIGSTOP'),
    resumePostgres: () => signalPostgres(home, 'SIGCONT'),
  }
}

/** The API first, or it would revive its database. */
function endProcesses({ child }: ServerProcess, home: string): void {
  child.kill('SIGKILL')
  stopPostgres(home, 'immediate')
}
