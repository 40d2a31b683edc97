/** Heavy jobs in a process of their own, and what becomes of them when it, or whoever started it, dies. */
import { spawn, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { aSource } from '@rapport/prisma/factories/sources.ts'
import { unique } from '@rapport/prisma/factories/world.ts'
import pino from 'pino'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { useImports } from '../test/imports.ts'
import { createApart, type Apart, type Place } from './apart.ts'
import { createBoss } from './boss.ts'
import { createQueues } from './workers.ts'

const test = useImports()
const silent = pino({ level: 'silent' })
const ROWS = 2_500
const FIRST = 2_000 // rows of a transaction
const PATIENCE = { timeout: 30_000, interval: 50 }
const GATE = 4_711

const place = (): Place => ({ config: test.app.services.config, url: test.database.url })
const made: Apart[] = []
const apartWith = (idle?: number): Apart => {
  const apart = createApart(place(), silent, idle)
  made.push(apart)
  return apart
}
afterEach(() => Promise.all(made.splice(0).map((apart) => apart.end())))

beforeAll(async () => {
  const boss = createBoss(test.database.url, silent) // its tables and queues, which the process expects
  await boss.start()
  await createQueues(boss)
  await boss.stop()
  await aSource(test.database.prisma, { kind: 'import' })
  // Whatever would commit a second batch waits here for the test to let it pass.
  await test.database.pool.query(`
    create function wait_at_gate() returns trigger language plpgsql as $$ begin perform pg_advisory_xact_lock_shared(${GATE}); return new; end $$;
    create trigger wait_at_gate before update on imports for each row when (new.cursor > ${FIRST}) execute function wait_at_gate()`)
})

/** An import of customers that was checked and told to run; with the event that its job is about. */
const begin = async (rows: number) => {
  const caller = await test.as()
  const mark = unique('C')
  const names = Array.from({ length: rows }, (_, at) => `${mark}-${at}`)
  const { body: uploaded } = await test.upload(caller, 'customers', `name\n${names.join('\n')}\n`)
  const id = String(uploaded.id)
  await caller.call('PATCH', `/imports/${id}`, { mode: 'create', version: uploaded.version })
  const event = async (type: string) =>
    (await test.database.prisma.event.findFirstOrThrow({ where: { recordId: id, type } })).id
  const step = async (name: string) => {
    const { body } = await caller.call('GET', `/imports/${id}`)
    const asked = await caller.call('POST', `/imports/${id}/${name}`, { version: body.version })
    expect(asked).toMatchObject({ status: 202 })
  }
  await step('dry-run')
  return { id, mark, step, event, read: async () => (await caller.call('GET', `/imports/${id}`)).body }
}
type Begun = Awaited<ReturnType<typeof begin>>

const untilRunning = async ({ step, event }: Begun): Promise<string> => {
  await test.work()
  await step('run')
  return event('import.started')
}

/** Holds the gate shut until the returned function opens it. */
const shutGate = async () => {
  const client = await test.database.pool.connect()
  await client.query(`select pg_advisory_lock(${GATE})`)
  return async () => {
    await client.query(`select pg_advisory_unlock(${GATE})`)
    client.release()
  }
}

const untilWaiting = () =>
  vi.waitFor(async () => {
    const { rows } = await test.database.pool.query(
      `select from pg_locks where locktype = 'advisory' and objid = ${GATE} and not granted and database = (select oid from pg_database where datname = current_database())`,
    )
    expect(rows).toHaveLength(1)
  }, PATIENCE)

// One whose parent is gone may wait for ever for somebody to hear of its end.
const isBuried = (pid: number) => / [XZ] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0) && !(process.platform === 'linux' && isBuried(pid))
  } catch {
    return false
  }
}
const untilGone = (pid: number) => vi.waitFor(() => expect(isAlive(pid)).toBe(false), PATIENCE)

const countOf = async ({ id, mark }: Begun) => {
  const { rows } = await test.database.pool.query<Record<string, number>>(
    `select (select count(*)::int from customers where name like $1) as stored,
      (select count(distinct name)::int from customers where name like $1) as names,
      (select count(*)::int from events e join customers c on c.id = e."recordId" where e.type = 'customer.imported' and c.name like $1) as events,
      (select count(*)::int from import_rows where "importId" = $2 and outcome = 'created') as told`,
    [`${mark}-%`, id],
  )
  return rows[0]
}
const all = (count: number) => ({ stored: count, names: count, events: count, told: count })

describe('the process of heavy jobs', { timeout: 90_000 }, () => {
  it('does a job where this process keeps its memory, and goes when no other comes', async () => {
    const begun = await begin(3)
    const apart = apartWith(1)
    expect(apart.pid()).toBeUndefined()
    const done = apart.run('imports.check', { eventId: await begun.event('import.checkStarted') })
    const pid = apart.pid() ?? 0
    expect([0, process.pid]).not.toContain(pid)
    await done
    expect(await begun.read()).toMatchObject({ status: 'dryRun', checked: { new: 3 } })
    await untilGone(pid)
    expect(apart.pid()).toBeUndefined()
  })

  it('fails its job when it dies, which another takes up where the last commit ended [F10]', async () => {
    const begun = await begin(ROWS)
    const eventId = await untilRunning(begun)
    const openGate = await shutGate()
    const apart = apartWith()
    const lost = apart.run('imports.run', { eventId }).catch((error: Error) => error.message)
    await untilWaiting()
    process.kill(apart.pid() ?? 0, 'SIGKILL')
    expect(await lost).toBe('the process of heavy jobs ended')
    expect(await countOf(begun)).toEqual(all(FIRST))
    await openGate()
    await apart.run('imports.run', { eventId })
    expect(await begun.read()).toMatchObject({ status: 'done', created: ROWS, failed: 0, skipped: 0 })
    expect(await countOf(begun)).toEqual(all(ROWS))
  })

  it('does not outlive whoever started it, and writes nothing after him [F10]', async () => {
    const begun = await begin(ROWS)
    const eventId = await untilRunning(begun)
    const openGate = await shutGate()
    const { parent, pid } = await startElsewhere(eventId)
    await untilWaiting()
    parent.kill('SIGKILL')
    await untilGone(pid)
    await openGate()
    await vi.waitFor(async () => expect(await countTransactions(begun.id)).toBe(0), PATIENCE)
    expect(await countOf(begun)).toEqual(all(FIRST))
    await apartWith().run('imports.run', { eventId })
    expect(await countOf(begun)).toEqual(all(ROWS))
  })

  it('ends with the transaction it is in, and takes no job after that', async () => {
    const begun = await begin(ROWS)
    const eventId = await untilRunning(begun)
    const openGate = await shutGate()
    const apart = apartWith()
    const cut = apart.run('imports.run', { eventId }).catch((error: Error) => error.message)
    await untilWaiting()
    const pid = apart.pid() ?? 0
    const ended = apart.end()
    await openGate()
    await ended
    expect(isAlive(pid)).toBe(false)
    await cut
    // On a machine that is too slow for its grace it is ended before, and then all of the transaction is missing.
    expect([all(FIRST), all(ROWS)]).toContainEqual(await countOf(begun))
    await expect(apart.run('imports.run', { eventId })).rejects.toThrow('the server is ending')
  })
})

/** Whoever holds the row of the import. */
const countTransactions = async (id: string): Promise<number> => {
  const { rows } = await test.database.pool.query(
    `select from imports where id = $1 and id not in (select id from imports where id = $1 for update skip locked)`,
    [id],
  )
  return rows.length
}

/** A server of nothing but this job, and the process it has it done in. */
const startElsewhere = async (eventId: string): Promise<{ parent: ChildProcess; pid: number }> => {
  const script = `import(${JSON.stringify(path.join(import.meta.dirname, 'apart.ts'))}).then(({ createApart }) => {
    const apart = createApart(${JSON.stringify(place())}, console)
    apart.run('imports.run', { eventId: ${JSON.stringify(eventId)} })
    console.log(apart.pid()) })`
  const parent = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = (await once(createInterface({ input: parent.stdout }), 'line')) as [string]
  return { parent, pid: Number(line) }
}
