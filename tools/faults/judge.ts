/** Holds the ledger against the database and the files, in one snapshot. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import type { Entry } from './writer.ts'

export type Fault = { kind: 'lost' | 'doubled' | 'half'; what: string; count: number; example: string }

const SQL = readFileSync(path.join(import.meta.dirname, 'judge.sql'), 'utf8')

/** Every fault it can see; `final` when nobody writes any more, so that nothing may be stored that is not in the ledger. */
export async function judge(url: string, home: string, entries: readonly Entry[], final: boolean): Promise<Fault[]> {
  const db = new pg.Client({ connectionString: url, application_name: 'judge' })
  await db.connect()
  try {
    return await judgeOn(db, home, entries, final)
  } finally {
    await db.end()
  }
}

/** The same on a connection that is there, within its transaction. */
export async function judgeOn(
  db: pg.Client,
  home: string,
  entries: readonly Entry[],
  final: boolean,
): Promise<Fault[]> {
  const { rows } = await db.query<Fault>(SQL, [JSON.stringify(entries), final])
  return [...rows, ...(await judgeFiles(db, home))]
}

/** I9: a row promises that its file is there. */
async function judgeFiles(db: pg.Client, home: string): Promise<Fault[]> {
  const { rows } = await db.query<{ key: string }>('select "fileKey" as key from imports')
  const missing = rows.filter(({ key }) => !existsSync(path.join(home, 'uploads', key)))
  const [first] = missing
  return first ? [{ kind: 'lost', what: 'I9 a row without its file', count: missing.length, example: first.key }] : []
}

/** How many of each kind. */
export const sumOf = (faults: readonly Fault[]) => {
  const of = (kind: Fault['kind']) => faults.filter((one) => one.kind === kind).reduce((sum, one) => sum + one.count, 0)
  return { lost: of('lost'), doubled: of('doubled'), half: of('half') }
}
