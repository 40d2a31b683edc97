/** The ways to hurt the product. */
import { statSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import type { Rig } from './rig.ts'
import type { Hurt } from './under-fire.ts'

export const killApi = (): Hurt => ({
  name: 'API killed',
  api: true,
  bar: 3_000,
  strike: async (rig) => {
    const before = traceOf(rig)
    await rig.kill()
    const back = await rig.restart()
    if (!rig.output().includes('was running and is used again') || traceOf(rig) !== before)
      throw new Error(`The orphaned PostgreSQL was not adopted: ${before}, then ${traceOf(rig)}\n${rig.output()}`)
    return back
  },
})

/** Which server runs, and when its pid file was written: nobody but PostgreSQL touches that. */
const traceOf = (rig: Rig) =>
  `${rig.postmaster()} ${statSync(path.join(rig.home, 'postgres/data/postmaster.pid')).mtimeMs}`

/** SIGTERM, then a new start. */
export const endApi = (grace: number): Hurt => ({
  name: 'API asked to end',
  api: true,
  strike: async (rig) => {
    const { code, ms } = await rig.stop()
    if (code !== 0 || ms > grace) throw new Error(`SIGTERM: ended with ${code} after ${Math.round(ms)} ms`)
    await rig.restart()
  },
})

export const killPostgres = (): Hurt => ({
  name: 'PostgreSQL killed',
  api: false,
  bar: 5_000,
  strike: async (rig) => {
    rig.killPostgres()
    await untilAway(rig)
  },
})

export const stopPostgres = (mode: 'fast' | 'immediate'): Hurt => ({
  name: `PostgreSQL stopped ${mode}`,
  api: false,
  bar: 5_000,
  strike: async (rig) => {
    rig.stopPostgres(mode)
    await untilAway(rig)
  },
})

/** Lets it stand still for so long. */
export const pausePostgres = (ms: number): Hurt => ({
  name: `PostgreSQL frozen ${ms / 1000} s`,
  api: false,
  bar: 5_000,
  strike: async (rig) => {
    rig.pausePostgres()
    await wait(ms)
    rig.resumePostgres()
  },
})

export const endBackend = (): Hurt => ({
  name: 'connection ended',
  api: false,
  bar: 5_000,
  strike: async (rig) => {
    const admin = new pg.Client({ connectionString: rig.databaseUrl() })
    await admin.connect()
    await admin.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'rapport' and pid <> pg_backend_pid()
       order by xact_start nulls last limit 1`,
    )
    await admin.end()
  },
})

const NOTICE = 2_000

/** Until the API has noticed, or was too quick to be seen noticing. */
async function untilAway({ url }: Rig): Promise<void> {
  const deadline = performance.now() + NOTICE
  while (performance.now() < deadline) {
    const status = await fetch(`${url}/readyz`).then(
      (reply) => reply.status,
      () => 0,
    )
    if (status !== 200) return
  }
}
