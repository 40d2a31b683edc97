import { aSource } from '@rapport/prisma/factories/sources.ts'
import { aUser } from '@rapport/prisma/factories/users.ts'
import { unique } from '@rapport/prisma/factories/world.ts'
import pg from 'pg'
import { afterEach, describe, expect, inject, it } from 'vitest'
import { useDatabase } from '../test/database.ts'
import { withAdmin, withDatabase } from '../test/templates.ts'
import { demandStopped, moveDatabase } from './move.ts'

const database = useDatabase()
const made: string[] = []

async function anEmptyDatabase(): Promise<string> {
  const name = `test_${process.ppid}_${unique()}`
  made.push(name)
  await withAdmin(inject('adminUrl'), (admin) => admin.query(`create database ${name} owner rapport`))
  return withDatabase(inject('databaseUrl'), name)
}

afterEach(() =>
  withAdmin(inject('adminUrl'), async (admin) => {
    for (const name of made.splice(0)) await admin.query(`drop database ${name} with (force)`)
  }),
)

async function read<T extends pg.QueryResultRow>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<T>(sql)).rows
  } finally {
    await client.end()
  }
}

describe('moveDatabase', () => {
  it('copies every row as it is and leaves the same constraints', async () => {
    const manager = await aUser(database.prisma)
    await aUser(database.prisma, { managerId: manager.id, name: 'O\'Brien \\ 张三 \t"x" {a,b}' })
    await aSource(database.prisma, { unitCost: '12345678901234.5678' })
    const to = await anEmptyDatabase()
    const copied = await moveDatabase(database.url, to)
    expect(copied.get('users')).toBeGreaterThanOrEqual(2)
    for (const table of ['users', 'sources']) {
      const sql = `select md5(string_agg(t::text, '|' order by id)) as hash from ${table} t`
      expect(await read(to, sql)).toEqual(await read(database.url, sql))
    }
    const constraints = `select conname, pg_get_constraintdef(oid), convalidated from pg_constraint order by 1, 2`
    expect(await read(to, constraints)).toEqual(await read(database.url, constraints))
  })

  it('copies nothing into a database that holds data', async () => {
    const to = await anEmptyDatabase()
    await aUser(database.prisma)
    await moveDatabase(database.url, to)
    await aUser(database.prisma)
    await expect(moveDatabase(database.url, to)).rejects.toThrow('holds data already')
    const [{ count } = { count: 0 }] = await read<{ count: number }>(to, 'select count(*)::int as count from users')
    expect(count).toBe((await database.prisma.user.count()) - 1)
  })
})

describe('demandStopped', () => {
  it('refuses while somebody uses the database', async () => {
    await database.prisma.user.count()
    await expect(demandStopped(database.url)).rejects.toThrow('stop Rapport first')
  })

  it('refuses while jobs wait', async () => {
    const url = await anEmptyDatabase()
    await expect(demandStopped(url)).resolves.toBeUndefined()
    await read(
      url,
      `create schema pgboss; create table pgboss.job (state text); insert into pgboss.job values ('created')`,
    )
    await expect(demandStopped(url)).rejects.toThrow('1 jobs are not done yet')
  })
})
