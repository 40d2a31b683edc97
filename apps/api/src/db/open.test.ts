import { expect, it } from 'vitest'
import { loadConfig } from '../config.ts'
import { useDatabase } from '../test/database.ts'
import { openDatabase } from './open.ts'

const database = useDatabase()
const quiet = () => undefined
const open = (change: (url: URL) => void) => {
  const url = new URL(database.url)
  change(url)
  return openDatabase(loadConfig({ DATABASE_URL: url.href }), quiet, quiet)
}

it('uses an external server as it is', async () => {
  const { db, version, close } = await open(quiet)
  expect(version).toMatch(/^18\./)
  expect((await db.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  await close()
})

it.each([
  ['a wrong password', (url: URL) => (url.password = 'secret-77'), '28P01'],
  ['no such database', (url: URL) => (url.pathname = '/absent'), '3D000'],
])('says what is wrong with DATABASE_URL, but not its password: %s', async (_what, change, code) => {
  await expect(open(change)).rejects.toThrow(`DATABASE_URL does not lead to a database (${code}).`)
})
