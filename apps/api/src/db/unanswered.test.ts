import pg from 'pg'
import { afterEach, expect, it } from 'vitest'
import { useOwnCluster } from '../test/own-cluster.ts'
import { findTrouble } from './trouble.ts'
import { endUnanswered } from './unanswered.ts'

const cluster = useOwnCluster()
const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})

function openPool(limit: number): pg.Pool {
  const pool = new pg.Pool({ connectionString: cluster.embedded.url, max: 1 })
  pool.on('error', () => undefined)
  ends.push(endUnanswered(pool, limit), () => pool.end())
  return pool
}
const pidOf = async (pool: pg.Pool) =>
  (await pool.query<{ pid: number }>('select pg_backend_pid() as pid')).rows[0]?.pid ?? 0

it('gives up on a connection that stands still, and asks the next one', async () => {
  const pool = openPool(400)
  const pid = await pidOf(pool)
  process.kill(pid, 'SIGSTOP')
  try {
    expect(await pool.query('select 1').then(() => 'answered', findTrouble)).toBe('away')
    expect(await pidOf(pool)).not.toBe(pid)
  } finally {
    process.kill(pid, 'SIGCONT')
  }
})

it('leaves alone what is answered in time, and what is asked nothing', async () => {
  const pool = openPool(800)
  const client = await pool.connect()
  const ask = async () => (await client.query('select pg_backend_pid() as pid, pg_sleep(0.3)')).rows[0].pid as number
  const pid = await ask()
  for (let times = 0; times < 4; times++) expect(await ask()).toBe(pid) // longer than the limit in all
  client.release()
  const other = new pg.Client({ connectionString: cluster.embedded.url })
  await other.connect()
  await other.query('select pg_sleep(1.2)') // nothing is asked meanwhile
  await other.end()
  expect(await pidOf(pool)).toBe(pid)
})
