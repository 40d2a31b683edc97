import { aSource } from '@rapport/prisma/factories/sources.ts'
import { pino } from 'pino'
import { beforeAll, describe, expect, it } from 'vitest'
import { systemCtx } from '../access/system.ts'
import type { Tx } from '../ctx.ts'
import type { Refusal } from '../http/problems.ts'
import { useApp } from '../test/app.ts'
import { transact } from './transact.ts'

const test = useApp()
const ctx = () => systemCtx(test.app.services, pino({ level: 'silent' }), 'test')
const rename = (tx: Tx, id: string, kind: string) => tx.db.source.update({ where: { id }, data: { kind } })
const clash = (tx: Tx, state: string) => tx.db.$queryRaw`select clash(${state})`

beforeAll(async () => {
  await test.database.pool.query(`create function clash(state text) returns int language plpgsql as
    $$ begin raise exception using errcode = state; end $$`)
})

describe('transactions that conflict', () => {
  it('both go through when they lock the same rows in opposite order [C9]', async () => {
    const { prisma } = test.database
    const [a, b] = [await aSource(prisma), await aSource(prisma)]
    const bothLocked = Promise.withResolvers<void>()
    let tries = 0
    const cross = (first: string, second: string, kind: string) =>
      transact(ctx(), async (tx) => {
        tries += 1
        await rename(tx, first, kind)
        if (tries === 2) bothLocked.resolve()
        if (tries <= 2) await bothLocked.promise
        await rename(tx, second, kind)
      })
    await Promise.all([cross(a.id, b.id, 'phone'), cross(b.id, a.id, 'email')])
    expect(tries).toBe(3)
    const kinds = await prisma.source.findMany({ where: { id: { in: [a.id, b.id] } }, select: { kind: true } })
    expect(new Set(kinds.map(({ kind }) => kind)).size).toBe(1)
  })

  it.each(['40001', '40P01', '55P03'])(
    '%s is tried four times in all, then 503 and nothing written [C9]',
    async (state) => {
      const { id } = await aSource(test.database.prisma, { kind: 'web' })
      let tries = 0
      const attempt = transact(ctx(), async (tx) => {
        tries += 1
        await rename(tx, id, 'phone')
        await clash(tx, state)
      })
      await expect(attempt).rejects.toMatchObject({
        code: 'service.unavailable',
        status: 503,
      } satisfies Partial<Refusal>)
      expect(tries).toBe(4)
      expect((await test.database.prisma.source.findUniqueOrThrow({ where: { id } })).kind).toBe('web')
    },
  )

  it('one that passes on the third try is done once', async () => {
    const { id } = await aSource(test.database.prisma, { kind: 'web' })
    let tries = 0
    await transact(ctx(), async (tx) => {
      await tx.db.source.update({ where: { id }, data: { version: { increment: 1 } } })
      if (++tries < 3) await clash(tx, '40001')
    })
    expect((await test.database.prisma.source.findUniqueOrThrow({ where: { id } })).version).toBe(2)
  })

  it('another fault is not tried again', async () => {
    let tries = 0
    const attempt = transact(ctx(), async (tx) => {
      tries += 1
      await clash(tx, '22012')
    })
    await expect(attempt).rejects.toMatchObject({ code: 'P2010' })
    expect(tries).toBe(1)
  })
})
