/**
 * For every reference of every new row PostgreSQL asks whether the record is there, one question each: a third of the time
 * of a batch. Where our role may, a batch asks once for all records it refers to, holds them until the transaction ends with
 * the very lock those questions take, and then writes its rows without them. Anything it cannot vouch for – a record that
 * is missing, a trigger that would not run, a key of several columns – goes the usual way, which refuses what is wrong.
 */
import type { Tx } from '../ctx.ts'
import { join, raw, sql, type RowView, type Sql } from './record-set.ts'

/** Rows on their way into a table. */
export type NewRows = { table: string; rows: readonly RowView[] }

type Reference = { table: string; column: string; parent: string; key: string; type: string }

/** Runs `write`, which inserts these rows and does nothing else, with the records they refer to held. */
export const withReferencesHeld = async <Result>(
  tx: Pick<Tx, 'db'>,
  batches: readonly NewRows[],
  write: () => Promise<Result>,
): Promise<Result> => {
  if (!(await hold(tx, batches))) return write()
  // Should it fail, the setting goes with the transaction.
  const result = await write()
  await tx.db.$queryRaw`select set_config('session_replication_role', 'origin', true)`
  return result
}

/** True when all of them are there and held, and references are not asked about row by row any more. */
const hold = async (tx: Pick<Tx, 'db'>, batches: readonly NewRows[]): Promise<boolean> => {
  const references = await findReferences(tx, batches)
  const wanted = [...wantedBy(batches, references).values()].filter(({ ids }) => ids.size > 0)
  if (references.length === 0 || wanted.length === 0) return false
  const counted = wanted.map(countHeld)
  const all = wanted.reduce((sum, { ids }) => sum + ids.size, 0)
  const [held] = await tx.db.$queryRaw<{ role: string | null }[]>`
    select case when ${join(counted, ' + ')} = ${all}::int then set_config('session_replication_role', 'replica', true) end as role`
  return held?.role === 'replica'
}

type Wanted = { reference: Reference; ids: Set<string> }

// In the order of their ids, so that two batches wait for one another instead of locking each other out.
const countHeld = ({ reference: { parent, key, type }, ids }: Wanted): Sql => sql`
  (select count(*)::int from (select 1 from only ${raw(parent)} as held
    where held.${raw(key)} = any(${[...ids]}::${raw(type)}[]) order by held.${raw(key)} for key share) as found)`

const wantedBy = (batches: readonly NewRows[], references: readonly Reference[]): Map<string, Wanted> => {
  const wanted = new Map<string, Wanted>()
  for (const { table, rows } of batches)
    for (const reference of references.filter((one) => one.table === table)) {
      const place = `${reference.parent} ${reference.key}`
      const known = wanted.get(place) ?? { reference, ids: new Set<string>() }
      wanted.set(place, known)
      for (const row of rows) {
        const value = row[reference.column]
        if (value !== null && value !== undefined) known.ids.add(String(value))
      }
    }
  // What comes in by the same statement is there when it ends.
  for (const { table, rows } of batches) {
    const own = wanted.get(`${table} id`)
    if (own) for (const { id } of rows) own.ids.delete(String(id))
  }
  return wanted
}

// Asked anew by each transaction, for a trigger may have been added; not after its first rows, which keep others from that.
const found = new WeakMap<object, Map<string, Promise<Reference[]>>>()

const findReferences = (tx: Pick<Tx, 'db'>, batches: readonly NewRows[]): Promise<Reference[]> => {
  const tables = batches.map(({ table }) => table)
  const known = found.get(tx.db) ?? new Map<string, Promise<Reference[]>>()
  found.set(tx.db, known)
  const place = tables.join(' ')
  const references = known.get(place) ?? askReferences(tx, tables)
  known.set(place, references)
  return references
}

// None where the usual way must be gone.
const askReferences = async (tx: Pick<Tx, 'db'>, tables: readonly string[]): Promise<Reference[]> => {
  const [found] = await tx.db.$queryRaw<{ safe: boolean; references: Reference[] | null }[]>`
    with written as (select oid from pg_class where oid = any(${[...tables]}::text[]::regclass[]::oid[])),
      keys as (select * from pg_constraint where contype = 'f' and conrelid in (select oid from written))
    select has_parameter_privilege('session_replication_role', 'set')
      and current_setting('session_replication_role') = 'origin'
      and not exists (select from pg_trigger where tgrelid in (select oid from written) and tgtype & 4 <> 0
        and tgenabled <> 'D' and tgfoid <> '"RI_FKey_check_ins"'::regproc)
      and not exists (select from pg_rewrite where ev_class in (select oid from written))
      and not exists (select from keys left join pg_attribute a on a.attrelid = conrelid and a.attnum = conkey[1]
        where cardinality(conkey) <> 1 or a.atthasdef) as safe,
      (select json_agg(json_build_object('table', own.relname, 'column', a.attname, 'parent', confrelid::regclass::text,
          'key', quote_ident(k.attname), 'type', k.atttypid::regtype::text))
        from keys join pg_class own on own.oid = conrelid
          join pg_attribute a on a.attrelid = conrelid and a.attnum = conkey[1]
          join pg_attribute k on k.attrelid = confrelid and k.attnum = confkey[1]) as references`
  return found?.safe ? (found.references ?? []) : []
}
