import { aSource } from '@rapport/prisma/factories/sources.ts'
import { expect, it, vi } from 'vitest'
import { startTestCluster, TEST_HOME, withAdmin } from '../templates.ts'
import { findTrouble } from '../../db/trouble.ts'
import { useApp } from '../app.ts'

const test = useApp()

// A connection that died while it was checked out raised an error nobody listened to, and the process ended.
it('node-postgres-2762-client-error', async () => {
  const client = await test.database.pool.connect()
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  await test.database.pool.query('select pg_terminate_backend($1)', [rows[0]?.pid])
  await vi.waitFor(
    async () =>
      expect(
        await client.query('select 1').then(
          () => 'alive',
          () => 'dead',
        ),
      ).toBe('dead'),
    10_000,
  )
  client.release(true)
  expect((await test.database.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
})

// The same below the adapter of Prisma, in the middle of a transaction.
it('prisma-27641-adapter-crash', async () => {
  const { prisma, pool } = test.database
  const broken = prisma.$transaction(async (tx) => {
    const [row] = await tx.$queryRaw<{ pid: number }[]>`select pg_backend_pid() as pid`
    await pool.query('select pg_terminate_backend($1)', [row?.pid])
    await tx.source.count()
  })
  // Prisma's own error or the driver's, as the query meets the end of the connection or comes after it.
  expect(await broken.then(() => 'none', findTrouble)).toBe('away')
  expect(await prisma.source.count()).toBeGreaterThanOrEqual(0)
})

// An undefined in a where meant every row.
it.each([['prisma-8231-undefined-where'], ['prisma-9124']])('%s', async () => {
  const { prisma } = test.database
  const { id } = await aSource(prisma)
  const nothing = undefined as unknown as string
  await expect(prisma.source.deleteMany({ where: { id: nothing } })).rejects.toThrow('undefined')
  await expect(prisma.source.findFirst({ where: { code: nothing } })).rejects.toThrow('undefined')
  await expect(prisma.source.updateMany({ where: { id: nothing }, data: { kind: 'web' } })).rejects.toThrow('undefined')
  expect(await prisma.source.findUnique({ where: { id } })).not.toBeNull()
})

// A second server was started on the folder of one that had lost its parent.
it('orphaned-postmaster-not-doubled', async () => {
  const again = await startTestCluster(TEST_HOME)
  expect(again.adopted).toBe(true)
  const startOf = 'select pg_postmaster_start_time()::text as started'
  const [ours, theirs] = [
    await test.database.pool.query(startOf),
    await withAdmin(again.adminUrl, (admin) => admin.query(startOf)),
  ]
  expect(theirs.rows).toEqual(ours.rows)
})
