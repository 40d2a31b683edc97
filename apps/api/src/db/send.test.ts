/** Statements sent past Prisma belong to its transaction all the same. */
import { randomUUID } from 'node:crypto'
import { pino } from 'pino'
import { expect, it } from 'vitest'
import { systemCtx } from '../access/system.ts'
import type { Tx } from '../ctx.ts'
import { sql } from '../records/record-set.ts'
import { useApp } from '../test/app.ts'
import { createSend } from './send.ts'
import { sqlStateOf } from './sql-state.ts'
import { transact } from './transact.ts'

const test = useApp()
const inTransaction = <Result>(work: (tx: Tx) => Promise<Result>) =>
  transact(systemCtx(test.app.services, pino({ level: 'silent' }), 'test'), work)
const addSetting = (key: string) => sql`insert into settings (key, value) values (${key}, '1'::jsonb)`
const isThere = async (key: string) => (await test.database.prisma.setting.count({ where: { key } })) === 1

it('are seen inside it and gone with it', async () => {
  const key = `sent.${randomUUID()}`
  const gone = inTransaction(async (tx) => {
    await tx.services.send(tx.db, addSetting(key))
    expect(await tx.db.setting.count({ where: { key } })).toBe(1)
    expect(await isThere(key)).toBe(false)
    throw new Error('the command fails')
  })
  await expect(gone).rejects.toThrow('the command fails')
  expect(await isThere(key)).toBe(false)
})

it('tell what the database refuses, and that it has them', async () => {
  const key = `sent.${randomUUID()}`
  let wasSent = false
  const refused = inTransaction(async (tx) => {
    await tx.services.send(tx.db, addSetting(key), () => (wasSent = true))
    await tx.services.send(tx.db, addSetting(key))
  })
  expect(sqlStateOf(await refused.catch((error: unknown) => error))).toBe('23505')
  expect(wasSent).toBe(true)
})

it('go through Prisma where no connection is known by its number, or another one', async () => {
  const { pool } = test.database
  const stranger = await pool.connect()
  try {
    for (const clientOf of [() => undefined, () => stranger]) {
      const key = `sent.${randomUUID()}`
      await inTransaction((tx) => createSend({ pool, clientOf })(tx.db, addSetting(key)))
      expect(await isThere(key)).toBe(true)
    }
  } finally {
    stranger.release()
  }
})
