import { expect, it } from 'vitest'
import { useDatabase } from './database.ts'

const database = useDatabase()

it('clones the migrated template as a role that is not a superuser', async () => {
  const { rows } = await database.pool.query<{ super: boolean; zone: string }>(
    `select rolsuper as super, current_setting('TimeZone') as zone from pg_roles where rolname = current_user`,
  )
  expect(rows).toEqual([{ super: false, zone: 'UTC' }])
})

it('gives Prisma the same database as the pool', async () => {
  const [row] = await database.prisma.$queryRaw<{ name: string }[]>`select current_database() as name`
  expect(database.url).toContain(row?.name)
})
