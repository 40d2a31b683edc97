/** Keeping the keys by which a record is recognised; always in the transaction that writes the record. */
import type { DuplicateType } from '@rapport/domain/features/duplicates/duplicates.ts'
import { identityOf, keysOf, type Described, type IdentityKey } from '@rapport/domain/features/duplicates/identity.ts'
import { searchable } from '@rapport/domain/search-text.ts'
import type { Tx } from '../../ctx.ts'
import { givenRows } from '../../records/given-rows.ts'
import { sql } from '../../records/record-set.ts'

export type Recognised = { id: string; described: Described }

/** A phone stands backwards, so that its last digits are the beginning of the value; a name in letters that have trigrams. */
export const storedValue = ({ kind, value }: Pick<IdentityKey, 'kind' | 'value'>): string => {
  if (kind === 'phone') return [...value].toReversed().join('')
  return kind === 'name' ? searchable(value) : value
}

/** The keys of new records, in one statement. */
export const addIdentityKeys = (tx: Pick<Tx, 'db'>, type: DuplicateType, records: readonly Recognised[]) =>
  addKeys(tx, type, storedKeys(records))

/** The keys of records that were changed: those they lost go, new ones come, the others stay as they are. */
export const renewIdentityKeys = async (
  tx: Pick<Tx, 'db'>,
  type: DuplicateType,
  records: readonly Recognised[],
): Promise<void> => {
  const ids = records.map(({ id }) => id)
  const keys = storedKeys(records)
  const kept = keys.map(({ id, kind, value }) => `${id} ${kind} ${value}`)
  await tx.db.$executeRaw`
    delete from identity_keys held where "recordId" = any(${ids}::uuid[])
      and not exists (select 1 from unnest(${kept}::text[]) kept where kept = held."recordId" || ' ' || held.kind || ' ' || held.value)`
  await addKeys(tx, type, keys)
}

type StoredKey = IdentityKey & { id: string }

const storedKeys = (records: readonly Recognised[]): StoredKey[] =>
  records.flatMap(({ id, described }) =>
    keysOf(identityOf(described)).map((key) => ({ ...key, id, value: storedValue(key) })),
  )

const addKeys = async (tx: Pick<Tx, 'db'>, type: DuplicateType, keys: readonly StoredKey[]): Promise<void> => {
  if (keys.length === 0) return
  const rows = givenRows([
    { name: 'recordId', type: 'uuid', values: keys.map(({ id }) => id) },
    { name: 'kind', type: 'text', values: keys.map(({ kind }) => kind) },
    { name: 'value', type: 'text', values: keys.map(({ value }) => value) },
    { name: 'shared', type: 'boolean', values: keys.map(({ shared }) => shared) },
  ])
  await tx.db.$executeRaw(sql`
    insert into identity_keys ("recordType", "recordId", kind, value, shared)
    select ${type}, "recordId", kind, value, shared from ${rows} given
    on conflict ("recordId", kind, value) do update set shared = excluded.shared where identity_keys.shared <> excluded.shared`)
}
