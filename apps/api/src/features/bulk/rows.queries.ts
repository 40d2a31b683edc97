/** The records of a batch as they are now, seen by who changes them. */
import type { Values } from '@rapport/domain/features/bulk/bulk.rules.ts'
import type { Fields } from '@rapport/domain/field/kinds.ts'
import type { Tx } from '../../ctx.ts'
import { fromFor } from '../../records/from.ts'
import { readable } from '../../records/readable-set.ts'
import { join, raw, sql, type RowView } from '../../records/record-set.ts'
import { chosenFrom, named, presenter, selectList } from '../../records/row.ts'
import type { BulkNoun } from './bulk-noun.ts'

export type Row = {
  id: string
  version: number
  values: Values
  /** What people call the references among the values. */
  labels: Values
  can: Record<string, boolean>
  stored: Values
}

/** Those of the ids that the caller sees, by id; with `lock` held until the transaction ends. */
export const readRows = async (
  tx: Tx,
  noun: BulkNoun,
  ids: readonly string[],
  names: readonly string[],
  lock: boolean,
): Promise<Map<string, Row>> => {
  if (ids.length === 0) return new Map()
  const set = readable(noun.records, tx)
  const selection = chosenFrom(set, names)
  const stored = Object.entries(noun.stored).map(([name, value]) => named(value, `stored:${name}`))
  const columns = join([selectList(set, selection), ...stored], ', ')
  const where = sql`${set.expression('id')} = any(${[...ids]}::uuid[]) and ${noun.records.visibleTo(tx.actor, true)}`
  const held = lock ? sql`order by ${set.expression('id')} for update of ${raw(noun.records.alias)}` : sql``
  const rows = await tx.db.$queryRaw<RowView[]>`
    select ${columns} from ${fromFor(noun.records, columns, where)} where ${where} ${held}`
  const present = presenter(set, selection)
  return new Map(
    rows.map((row) => {
      const own = Object.keys(noun.stored).map((name) => [name, row[`stored:${name}`]])
      const sent = present(row)
      return [String(sent.id), rowOf(sent, names, noun.fields, Object.fromEntries(own))]
    }),
  )
}

const rowOf = (sent: Record<string, unknown>, names: readonly string[], fields: Fields, stored: Values): Row => {
  const labels = names.flatMap((name) => {
    const field = fields[name]
    const reference = field?.kind === 'ref' && (sent[field.as] as { label: unknown } | null | undefined)
    return reference ? [[name, reference.label]] : []
  })
  return {
    id: String(sent.id),
    version: Number(sent.version),
    values: Object.fromEntries(names.map((name) => [name, sent[name] ?? null])),
    labels: Object.fromEntries(labels),
    can: sent.can as Row['can'],
    stored,
  }
}

const tables: Record<string, [table: string, label: string]> = {
  users: ['users', 'name'],
  sources: ['sources', 'label'],
  'dictionary-items': ['dictionary_items', 'label'],
}

/** What people call the records the changes refer to, by field. */
export const labelsOf = async (tx: Tx, { fields }: BulkNoun, changes: Values): Promise<Values> => {
  const labels: Values = {}
  for (const [name, id] of Object.entries(changes)) {
    const field = fields[name]
    const known = field?.kind === 'ref' ? tables[field.to] : undefined
    if (!known || typeof id !== 'string') continue
    const [table, label] = known
    const [row] = await tx.db.$queryRaw<{ label: unknown }[]>`
      select ${raw(label)} as label from ${raw(table)} where id = ${id}::uuid`
    labels[name] = row?.label ?? null
  }
  return labels
}
