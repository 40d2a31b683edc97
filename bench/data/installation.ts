/** The home folder of a generated company, and the superuser's address of the database in it. */
import { existsSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { root } from '../../tools/source/files.ts'

/** Where all of them lie; nothing there is missed when it is deleted. */
export const BENCH_HOME = path.join(root, '.rapport/bench')

/** Runs `work` as the superuser of the home's server, which must be running. */
export async function asAdmin<T>(home: string, work: (admin: pg.Client) => Promise<T>): Promise<T> {
  const read = (name: string) => readFileSync(path.join(home, 'postgres', name), 'utf8')
  const { postgres: password } = JSON.parse(read('passwords.json')) as { postgres: string }
  const admin = new pg.Client({
    host: '127.0.0.1',
    port: Number(read('port')),
    ssl: false,
    user: 'postgres',
    password,
    database: 'rapport',
    application_name: 'bench',
  })
  await admin.connect()
  try {
    return await work(admin)
  } finally {
    await admin.end()
  }
}

/** Deletes the home and, where PostgreSQL's account could not enter it, the place its data went to. */
export function removeHome(home: string): void {
  const note = path.join(home, 'postgres/location')
  if (existsSync(note)) rmSync(readFileSync(note, 'utf8').trim(), { recursive: true, force: true })
  rmSync(home, { recursive: true, force: true })
}
