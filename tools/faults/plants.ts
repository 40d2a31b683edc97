/*
 * The judge judged: faults are planted by hand, and two wrong servers stand where the product should; each must be found by
 * its name. A rig that has never found anything proves nothing.
 */
import { renameSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { makeClient } from './client.ts'
import { type Fault, judge, judgeOn } from './judge.ts'
import { type Mischief, startProxy } from './proxy.ts'
import { setStage, signIn, type Stage } from './stage.ts'
import { type Ledger, write } from './writer.ts'

export type Verdict = { caught: string[]; missed: string[] }

const ONE = '(select id from opportunities order by id limit 1)'
const BACK = '(select id from opportunities order by id desc limit 1)'
const EVENT = `(select id from events where "recordId" = ${ONE} order by id limit 1)`
const COPY = `create temp table twin as select * from opportunities where id = ${ONE};
  update twin set id = uuidv7(), number = 'OPP-2026-999999'; insert into opportunities select * from twin`

/** What is done to the database, and the words the judge must find for it. */
const damage: [sql: string, found: string][] = [
  [`delete from opportunities where id = ${ONE}`, 'I1 an acknowledged record is not stored'],
  [`update opportunities set version = 1 where id = ${ONE}`, 'I1 an acknowledged change is not stored'],
  [`delete from events where id = ${EVENT}`, 'I1 an acknowledged write has no event'],
  [`delete from idempotency_keys`, 'I1 the key of an acknowledged write is not kept'],
  [COPY, 'I2 one write is stored twice'],
  [
    `insert into opportunities select (jsonb_populate_record(o, jsonb_build_object('id', uuidv7(), 'name', 'nobody', 'number', 'OPP-2026-999999'))).*
    from opportunities o where id = ${ONE}`,
    'I2 stored and never acknowledged',
  ],
  [
    `insert into events select (jsonb_populate_record(e, jsonb_build_object('id', uuidv7()))).* from events e where id = ${EVENT}`,
    'I6 two events for one version',
  ],
  [`update opportunities set version = version + 1 where id = ${ONE}`, 'I3 a change without its event'],
  [`delete from opportunities where id = ${BACK}`, 'I3 an event without its record'],
  [`delete from pgboss.job where name like 'imports.%'`, 'I4 an event without its job'],
  [
    `update pgboss.job set data = jsonb_build_object('eventId', uuidv7()) where name like 'imports.%'`,
    'I4 a job without its event',
  ],
  [
    `insert into pgboss.job (name, data) select name, data from pgboss.job where name like 'imports.%' limit 1`,
    'I4 two jobs for one event',
  ],
  [`update number_sequences set next = next + 1 where entity = 'opportunities'`, 'I7 a gap in the numbers'],
  [`update opportunities set number = 'OPP-2026-999999' where id = ${BACK}`, 'I7 numbers that do not run on'],
  [
    `delete from stage_moves where "opportunityId" = ${ONE} and "leftAt" is not null`,
    'I8 stays that are not the moves',
  ],
]

/** Plants all of them on a product of its own. */
export async function provePlants(seed: number): Promise<Verdict> {
  const stage = await setStage(seed)
  const verdict: Verdict = { caught: [], missed: [] }
  const expect = (name: string, faults: Fault[], found: string) =>
    void (faults.some(({ what, kind }) => what === found || kind === found) ? verdict.caught : verdict.missed).push(
      name,
    )
  try {
    await write(stage.client, stage.world, stage.ledger, 24)
    for (const { what } of await judge(stage.rig.databaseUrl(), stage.rig.home, stage.ledger.entries, true))
      verdict.missed.push(`nothing was planted, and it found: ${what}`)
    for (const [sql, found] of damage) expect(found, await judgeDamaged(stage, sql), found)
    expect('I9 a row without its file', await judgeWithoutFiles(stage), 'I9 a row without its file')
    expect('a server without idempotency', await judgeMischief(stage, { withoutKeys: true, dropEvery: 4 }), 'doubled')
    expect('a server that answers before it commits', await judgeMischief(stage, { hasty: 3_000 }), 'lost')
  } finally {
    await stage.close()
  }
  return verdict
}

/** The damage is done and judged in one transaction, which is then given up. */
async function judgeDamaged({ rig, ledger }: Stage, sql: string): Promise<Fault[]> {
  const url = new URL(rig.adminUrl())
  url.pathname = '/rapport'
  const db = new pg.Client({ connectionString: url.href })
  await db.connect()
  try {
    await db.query(`set session_replication_role = replica; begin; ${sql}`)
    return await judgeOn(db, rig.home, ledger.entries, true)
  } finally {
    await db.end()
  }
}

async function judgeWithoutFiles({ rig, ledger }: Stage): Promise<Fault[]> {
  const uploads = path.join(rig.home, 'uploads')
  renameSync(uploads, `${uploads}.away`)
  const faults = await judge(rig.databaseUrl(), rig.home, ledger.entries, true)
  renameSync(`${uploads}.away`, uploads)
  return faults
}

/** A wrong server in place of the product, which is killed at the end of the writing. */
async function judgeMischief({ rig, world, ledger: good }: Stage, mischief: Mischief): Promise<Fault[]> {
  const proxy = await startProxy(rig.url, mischief)
  const client = makeClient(proxy.url, await signIn(rig.url))
  const ledger: Ledger = { entries: [...good.entries], refused: [] }
  await write(client, world, ledger, 24)
  await rig.kill()
  await rig.restart()
  await proxy.close()
  return judge(rig.databaseUrl(), rig.home, ledger.entries, true)
}
