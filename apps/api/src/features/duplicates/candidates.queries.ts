/** Records that have something in common with one that is being entered, in one statement. */
import { may } from '@rapport/domain/access/actor.ts'
import type { DuplicateType } from '@rapport/domain/features/duplicates/duplicates.ts'
import { keysOf, type Described, type Identity } from '@rapport/domain/features/duplicates/identity.ts'
import type { Ctx, Tx } from '../../ctx.ts'
import { recordSets } from '../../records/all.ts'
import { fromFor } from '../../records/from.ts'
import { givenRows } from '../../records/given-rows.ts'
import { column, expressionsOf, join, raw, sql, type RecordSet, type Sql } from '../../records/record-set.ts'
import { selectRows } from '../../records/rows.ts'
import { describedBy, type Stored } from './described.ts'
import { storedValue } from './identity-keys.commands.ts'

// Of a value that very many have in common, so many are compared; who also has another one in common is found by that.
const PER_KEY = 100
const ALIKE = 50
const COLLEAGUES = 300

export const nounOf = { customer: 'customers', contact: 'contacts' } as const satisfies Record<DuplicateType, string>

export type Candidate = {
  id: string
  label: string
  detail: string | null
  owner: string | null
  since: string
  visible: boolean
  described: Described
}
type Row = Omit<Candidate, 'described'> & Stored & { customerIds: string[] }

const facts = {
  customer: ['kind', 'shortName', 'phones', 'emails', 'wechat', 'taxNo', 'registryNo', 'website', 'city', 'addresses'],
  contact: ['phones', 'emails', 'wechat'],
} as const satisfies Record<DuplicateType, readonly string[]>

/** `hinted` are the records beyond his reach of which the caller was told within the hour. */
export const findCandidates = async (
  ctx: Ctx | Tx,
  type: DuplicateType,
  identity: Identity,
  exceptId: string | null,
): Promise<{ candidates: Candidate[]; hinted: string[] }> => {
  const set = setOf(type)
  const columns = columnsFor(ctx, type, set)
  const found = join(waysIn(ctx, type, identity), ' union ')
  const rows = await selectRows<{ hinted: string[]; row: Row | null }>(
    ctx,
    sql`select hints.ids as hinted, to_json(candidate) as row
      from (select coalesce((select "recordIds"::text[] from duplicate_hints where "userId" = ${ctx.actor.userId}::uuid
        and since > ${ctx.now}::timestamptz - interval '1 hour'), '{}') as ids) hints
      left join lateral (select ${columns} from (${found}) found(found_id) join ${fromFor(set, columns)} on ${column(set.alias, 'id')} = found_id
        where ${column(set.alias, 'deletedAt')} is null and found_id is distinct from ${exceptId}::uuid) candidate on true`,
  )
  const candidates = rows.flatMap(({ row }) => (row ? [presented(type, row)] : []))
  return { candidates, hinted: rows[0]?.hinted ?? [] }
}

const setOf = (type: DuplicateType): RecordSet => {
  const set = recordSets()[nounOf[type]]
  if (!set) throw new Error(`${type} has no record set`)
  return set
}

const presented = (type: DuplicateType, { id, label, detail, owner, since, visible, ...stored }: Row): Candidate => ({
  id,
  label,
  detail,
  owner,
  since,
  visible,
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

const waysIn = (ctx: Ctx | Tx, type: DuplicateType, identity: Identity): Sql[] => {
  const keys = keysOf(identity)
  const byKey =
    keys.length === 0
      ? []
      : [
          byKeys(
            type,
            keys.map(({ kind, value }) => ({ kind, value: storedValue({ kind, value }) })),
          ),
        ]
  const alike = identity.kind === 'company' ? identity.names.filter((name) => [...name].length > 2).map(byLikeness) : []
  const colleagues = type === 'contact' && identity.customerIds.length > 0 ? [byCompany(ctx, identity.customerIds)] : []
  return [...byKey, ...alike, ...colleagues, sql`select null::uuid`]
}

const byKeys = (type: DuplicateType, keys: readonly { kind: string; value: string }[]): Sql => {
  const asked = givenRows([
    { name: 'kind', type: 'text', values: keys.map(({ kind }) => kind) },
    { name: 'value', type: 'text', values: keys.map(({ value }) => value) },
  ])
  return sql`select hit."recordId" from ${asked} asked cross join lateral (select key."recordId" from identity_keys key
    where key."recordType" = ${type} and key.kind = asked.kind and key.value = asked.value limit ${raw(String(PER_KEY))}) hit`
}

// Half of the trigrams of the name in common: whatever is alike by Jaro–Winkler has more.
const byLikeness = (name: string): Sql => sql`(select key."recordId" from identity_keys key
  where key.kind = 'name' and key."recordType" = 'customer' and ${storedValue({ kind: 'name', value: name })} <<% key.value limit ${raw(String(ALIKE))})`

// Who stands at a customer beyond the caller's reach is none of his business, although he knows the customer's id.
const byCompany = (ctx: Ctx | Tx, customerIds: readonly string[]): Sql => {
  if (!may(ctx.actor, 'customers.read')) return sql`select null::uuid`
  const customers = setOf('customer')
  return sql`(select place."contactId" from customer_contacts place join customers customer on customer.id = place."customerId"
    where place."customerId" = any(${[...customerIds]}::uuid[]) and place.active and ${customers.visibleTo(ctx.actor, true)}
    limit ${raw(String(COLLEAGUES))})`
}
