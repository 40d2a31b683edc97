/** Records that have something in common with one that is being entered, or with the rows of a file, in few statements. */
import { may } from '@rapport/domain/access/actor.ts'
import type { DuplicateType } from '@rapport/domain/features/duplicates/duplicates.ts'
import type { Described, Identity } from '@rapport/domain/features/duplicates/identity.ts'
import type { Ctx, Tx } from '../../ctx.ts'
import { fromFor } from '../../records/from.ts'
import { column, expressionsOf, join, sql, type RecordSet, type Sql } from '../../records/record-set.ts'
import { selectRows } from '../../records/rows.ts'
import { describedBy, type Stored } from './described.ts'
import { byLikeness, namesToCompare, nounOf, setOf, waysIn } from './candidate-ways.ts'

export type Candidate = {
  id: string
  label: string
  detail: string | null
  owner: string | null
  since: string
  visible: boolean
  described: Described
  /** Names asked for, as they are stored, that it is called like. */
  alike: string[]
}
type Row = Omit<Candidate, 'described'> & Stored & { customerIds: string[] }

const facts = {
  customer: ['kind', 'shortName', 'phones', 'emails', 'wechat', 'taxNo', 'registryNo', 'website', 'city', 'addresses'],
  contact: ['phones', 'emails', 'wechat'],
} as const satisfies Record<DuplicateType, readonly string[]>

/** `hinted` are the records beyond his reach of which the caller was told within the hour. */
export type Candidates = { candidates: Candidate[]; hinted: string[] }

// Each name is a part of the statement, so that PostgreSQL plans for that very name.
const NAMES = 200

export const findCandidates = async (
  ctx: Ctx | Tx,
  type: DuplicateType,
  identities: readonly Identity[],
  exceptId: string | null,
): Promise<Candidates> => {
  const names = namesToCompare(identities)
  const ways = [...waysIn(ctx, type, identities), ...names.slice(0, NAMES).map(byLikeness)]
  const { candidates, hinted } = await ask(ctx, type, ways, exceptId)
  const known = new Map(candidates.map((one) => [one.id, one]))
  for (let at = NAMES; at < names.length; at += NAMES) {
    const more = await ask(ctx, type, names.slice(at, at + NAMES).map(byLikeness), exceptId)
    for (const one of more.candidates)
      known.set(one.id, { ...one, alike: [...(known.get(one.id)?.alike ?? []), ...one.alike] })
  }
  return { candidates: [...known.values()], hinted }
}

const ask = async (
  ctx: Ctx | Tx,
  type: DuplicateType,
  ways: readonly Sql[],
  exceptId: string | null,
): Promise<Candidates> => {
  const set = setOf(type)
  const columns = columnsFor(ctx, type, set)
  const rows = await selectRows<{ hinted: string[]; row: Row | null }>(
    ctx,
    sql`select hints.ids as hinted, to_json(candidate) as row
      from (select coalesce((select "recordIds"::text[] from duplicate_hints where "userId" = ${ctx.actor.userId}::uuid
        and since > ${ctx.now}::timestamptz - interval '1 hour'), '{}') as ids) hints
      left join lateral (select ${columns}, found.alike
        from (select found_id, array_remove(array_agg(name), null) as alike from (${join(ways, ' union ')}) way(found_id, name) group by found_id) found
        join ${fromFor(set, columns)} on ${column(set.alias, 'id')} = found_id
        where ${column(set.alias, 'deletedAt')} is null and found_id is distinct from ${exceptId}::uuid) candidate on true`,
  )
  const candidates = rows.flatMap(({ row }) => (row ? [presented(type, row)] : []))
  return { candidates, hinted: rows[0]?.hinted ?? [] }
}

const presented = (
  type: DuplicateType,
  { id, label, detail, owner, since, visible, alike, ...stored }: Row,
): Candidate => ({
  id,
  label,
  detail,
  owner,
  since,
  visible,
  alike,
  described: describedBy(type, stored, stored.customerIds),
})

const columnsFor = (ctx: Ctx | Tx, type: DuplicateType, set: RecordSet): Sql => {
  const own = (name: string) => column(set.alias, name)
  const isCustomer = type === 'customer'
  const readsIt = may(ctx.actor, `${nounOf[type]}.read`)
  return join(
    [
      sql`${own('id')}, ${own('name')}, ${own('name')} as label, owner.name as owner, ${own('birthDate')}`,
      sql`${isCustomer ? own('number') : sql`null::text`} as detail`,
      sql`${isCustomer ? sql`coalesce(${own('ownedSince')}, ${own('createdAt')})` : own('createdAt')} as since`,
      sql`${readsIt ? sql`(${set.visibleTo(ctx.actor, true)}) is true` : sql`false`} as visible`,
      sql`${isCustomer ? sql`'{}'::uuid[]` : expressionsOf(set, ctx)('customerIds')} as "customerIds"`,
      ...facts[type].map(own),
    ],
    ', ',
  )
}
