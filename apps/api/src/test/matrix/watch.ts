/** Tells whether the database was written to: a log kept by triggers in the writing transaction, so that a rollback leaves none. */
import { createHash } from 'node:crypto'
import type pg from 'pg'

export type Watch = {
  /** How many writing statements have been committed so far. */
  count: () => Promise<number>
  /** The tables written since the count was `since`. */
  written: (since: number) => Promise<string[]>
  /** The whole content of the database, but for what merely being seen changes. */
  hash: () => Promise<string>
}

// When somebody was last seen is written by looking.
const seen = ['sessions', 'api_keys', 'login_throttles', 'duplicate_hints', '_prisma_migrations', 'trust_writes']

export const watchWrites = async (pool: pg.Pool): Promise<Watch> => {
  const { rows } = await pool.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' order by tablename`,
  )
  const tables = rows.map(({ name }) => name).filter((name) => !seen.includes(name))
  await pool.query(`
    create table trust_writes (id bigint generated always as identity, name text not null);
    create function trust_note() returns trigger language plpgsql as $$
      begin insert into trust_writes (name) values (tg_table_name); return null; end $$`)
  for (const table of tables)
    await pool.query(
      `create trigger trust_note after insert or update or delete on "${table}" for each row execute function trust_note()`,
    )
  return {
    count: async () =>
      (await pool.query<{ count: number }>('select count(*)::int as count from trust_writes')).rows[0]!.count,
    written: async (since) => {
      const found = await pool.query<{ name: string }>(
        'select distinct name from (select name from trust_writes order by id offset $1) late',
        [since],
      )
      return found.rows.map(({ name }) => name)
    },
    hash: async () => {
      const digest = createHash('sha256')
      for (const table of tables) {
        const content = await pool.query<{ hash: string }>(
          `select md5(coalesce(string_agg(t::text, '' order by t::text), '')) as hash from "${table}" t`,
        )
        digest.update(content.rows[0]!.hash)
      }
      return digest.digest('hex')
    },
  }
}
