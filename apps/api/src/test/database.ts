/** A real database of its own for a test file: a clone of the migrated template, dropped at the end. */
import { randomBytes } from 'node:crypto'
import type { PrismaClient } from '@rapport/prisma'
import type pg from 'pg'
import { afterAll, beforeAll, inject } from 'vitest'
import { createPool, type DbPool } from '../db/pool.ts'
import { createPrisma } from '../db/prisma.ts'
import { withAdmin, withDatabase } from './templates.ts'

export type TestDatabase = {
  url: string
  /** What the app takes as `db`. */
  db: DbPool
  pool: pg.Pool
  prisma: PrismaClient
}

/**
 * Call it once, at the top of a test file: `const database = useDatabase()`. Its members are there from `beforeAll` on;
 * take them inside tests (`database.prisma`), not while the file loads.
 */
export function useDatabase(): TestDatabase {
  const database = {} as TestDatabase
  const name = `test_${process.ppid}_${randomBytes(6).toString('hex')}`
  const adminUrl = inject('adminUrl')
  beforeAll(async () => {
    await withAdmin(adminUrl, (admin) =>
      admin.query(`create database ${name} template ${inject('template')} owner rapport`),
    )
    const url = withDatabase(inject('databaseUrl'), name)
    const db = createPool(url, () => undefined)
    Object.assign(database, { url, db, pool: db.pool, prisma: createPrisma(db.pool) })
  })
  afterAll(async () => {
    await database.prisma?.$disconnect()
    await database.db?.close()
    await withAdmin(adminUrl, (admin) => admin.query(`drop database if exists ${name} with (force)`))
  })
  return database
}
