/** How imports end: after a crash, stopped on the way, and taken back. */
import pino from 'pino'
import { unique } from '@rapport/prisma/factories/world.ts'
import { describe, expect, it } from 'vitest'
import type { Services } from '../../ctx.ts'
import type { Caller } from '../../test/app.ts'
import { useImports } from '../../test/imports.ts'
import { importWorkers } from './imports.jobs.ts'

const test = useImports()
const mapping = [
  { column: '编码', target: 'code' },
  { column: '品名', target: 'label' },
  { column: '标准价', target: 'listPrice' },
]
const settings = { mapping, mode: 'upsert', fill: 'all', matchKeys: ['code'] }
const file = (codes: string[], price = '1200') =>
  `编码,品名,标准价\n${codes.map((code) => `${code},净水器,${price}\n`).join('')}`
const some = (count: number) => Array.from({ length: count }, () => unique('P'))

/** Checked and told to run; nothing has come in yet. */
const begin = async (caller: Caller, codes: string[]): Promise<string> => {
  const { body: uploaded } = await test.upload(caller, 'products', file(codes))
  await caller.call('PATCH', `/imports/${uploaded.id}`, { ...settings, version: uploaded.version })
  for (const step of ['dry-run', 'run']) {
    const { body: now } = await caller.call('GET', `/imports/${uploaded.id}`)
    await caller.call('POST', `/imports/${uploaded.id}/${step}`, { version: now.version })
    if (step === 'dry-run') await test.work()
  }
  return uploaded.id
}

// A server whose database is gone after so many transactions: what a kill leaves behind.
const dying = (services: Services, transactions: number): Services => {
  let left = transactions
  const prisma = new Proxy(services.prisma, {
    get: (target, key) => {
      if (key !== '$transaction') return Reflect.get(target, key)
      const gone = () => Promise.reject(Object.assign(new Error('gone'), { code: 'P1001' }))
      return (...words: never[]) =>
        left-- > 0 ? (target.$transaction as (...all: never[]) => unknown)(...words) : gone()
    },
  })
  return { ...services, prisma }
}

/** Runs the import, or its undo, until the server dies after `batches` batches. */
const runUntil = async (id: string, batches: number, step: 'run' | 'undo' = 'run'): Promise<void> => {
  const type = step === 'run' ? 'import.started' : 'import.undoStarted'
  const event = await test.database.prisma.event.findFirstOrThrow({ where: { recordId: id, type } })
  const worker = importWorkers.find(({ queue }) => queue === `imports.${step}`)
  const work = worker?.work(dying(test.app.services, batches), { eventId: event.id }, pino({ level: 'silent' }))
  await expect(work).rejects.toThrow('gone')
}
const madeOf = (codes: string[]) => test.database.prisma.product.findMany({ where: { code: { in: codes } } })

describe('an import whose server was killed', () => {
  it('goes on where the last batch was committed: no row twice, none lost [C10]', async () => {
    const admin = await test.as()
    const codes = some(450)
    const id = await begin(admin, codes)
    await runUntil(id, 1)
    const { body: half } = await admin.call('GET', `/imports/${id}`)
    expect(half).toMatchObject({ status: 'running', created: 200, progress: 200 })
    expect(await madeOf(codes)).toHaveLength(200)
    await test.work()
    const { body: done } = await admin.call('GET', `/imports/${id}`)
    expect(done).toMatchObject({ status: 'done', rowCount: 450, created: 450, updated: 0, skipped: 0, failed: 0 })
    const made = await madeOf(codes)
    expect(new Set(made.map(({ code }) => code)).size).toBe(450)
    const events = await test.database.prisma.event.count({ where: { recordId: { in: made.map((one) => one.id) } } })
    expect(events).toBe(450)
  })
})

describe('POST /imports/:id/cancel', () => {
  it('200 keeps what came in and skips the rest; every row is accounted for [C10]', async () => {
    const admin = await test.as()
    const codes = some(450)
    const id = await begin(admin, codes)
    await runUntil(id, 1)
    const { body: half } = await admin.call('GET', `/imports/${id}`)
    const stopped = await admin.call('POST', `/imports/${id}/cancel`, { version: half.version })
    expect(stopped.status).toBe(200)
    await test.work()
    const { body: ended } = await admin.call('GET', `/imports/${id}`)
    expect(ended).toMatchObject({ status: 'cancelled', created: 200, updated: 0, skipped: 250, failed: 0 })
    expect(await madeOf(codes)).toHaveLength(200)
    const { body: skipped } = await admin.call('GET', `/imports/${id}/rows?outcome=skipped`)
    expect(skipped.total.value).toBe(250)
    // What came in can still be taken back.
    expect((await admin.call('POST', `/imports/${id}/undo`, { version: ended.version })).status).toBe(202)
    await test.work()
    expect((await admin.call('GET', `/imports/${id}`)).body).toMatchObject({ status: 'undone', undone: 200, kept: 0 })
    expect((await madeOf(codes)).every(({ deletedAt }) => deletedAt !== null)).toBe(true)
  })
})

describe('POST /imports/:id/undo', () => {
  it('202 gives rows their former values, takes back what it made, and keeps what was changed since [C10]', async () => {
    const admin = await test.as()
    const [before, later, fresh] = some(3) as [string, string, string]
    const first = await test.bringIn(admin, 'products', file([before, later], '100'), settings)
    expect(first).toMatchObject({ created: 2 })
    const [old, touched] = await Promise.all([before, later].map(async (code) => (await madeOf([code]))[0]))
    const { id } = await test.bringIn(admin, 'products', file([before, later, fresh], '900'), settings)
    const { body: changed } = await admin.call('GET', `/products/${touched?.id}`)
    expect(changed.listPrice).toBe('900')
    await admin.call('PATCH', `/products/${touched?.id}`, { listPrice: '950', version: changed.version })
    const { body: done } = await admin.call('GET', `/imports/${id}`)
    expect(done).toMatchObject({ created: 1, updated: 2, can: { undo: true } })
    expect((await admin.call('POST', `/imports/${id}/undo`, { version: done.version })).status).toBe(202)
    await test.work()
    const { body: undone } = await admin.call('GET', `/imports/${id}`)
    expect(undone).toMatchObject({ status: 'undone', undone: 2, kept: 1, can: { undo: false } })
    const [again] = await madeOf([before])
    const rest = { version: 0, updatedAt: null }
    expect({ ...again, ...rest }).toEqual({ ...old, ...rest })
    expect((await admin.call('GET', `/products/${touched?.id}`)).body.listPrice).toBe('950')
    const [made] = await madeOf([fresh])
    expect((await admin.call('GET', `/products/${made?.id}`)).status).toBe(404)
  })
})

describe('an undo whose server was killed', () => {
  it('goes on where the last batch was committed: all back, none twice [C10]', async () => {
    const admin = await test.as()
    const codes = some(250)
    const { id, version } = await test.bringIn(admin, 'products', file(codes), settings)
    await admin.call('POST', `/imports/${id}/undo`, { version })
    await runUntil(id, 1, 'undo')
    expect((await admin.call('GET', `/imports/${id}`)).body).toMatchObject({ status: 'undoing', undone: 100 })
    await test.work()
    expect((await admin.call('GET', `/imports/${id}`)).body).toMatchObject({ status: 'undone', undone: 250, kept: 0 })
    const made = await madeOf(codes)
    expect(made.every(({ deletedAt, version: now }) => deletedAt !== null && now === 2)).toBe(true)
    const removals = { recordId: { in: made.map((one) => one.id) }, type: 'product.deleted' } as const
    expect(await test.database.prisma.event.count({ where: removals })).toBe(250)
  })
})

describe('GET /imports/:id', () => {
  it('200 says what keeps it from being checked, and which dictionary a column names', async () => {
    const admin = await test.as()
    const { body } = await test.upload(admin, 'products', 'price\n1200\n')
    expect(body.missing).toContainEqual({ path: 'mapping', code: 'import.targetMissing', target: 'code', column: null })
    const { body: customers } = await test.upload(admin, 'customers', '客户名称,行业\n甲,水务\n')
    expect(customers.targets).toContainEqual(expect.objectContaining({ path: 'industryId', dictionary: 'industry' }))
  })
})
