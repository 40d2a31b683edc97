/** The ways from what is being entered to records that may be the same: keys in common, names alike, a company in common. */
import { may } from '@rapport/domain/access/actor.ts'
import type { DuplicateType } from '@rapport/domain/features/duplicates/duplicates.ts'
import { keysOf, type Identity } from '@rapport/domain/features/duplicates/identity.ts'
import type { Ctx, Tx } from '../../ctx.ts'
import { recordSets } from '../../records/all.ts'
import { givenRows } from '../../records/given-rows.ts'
import { raw, sql, type RecordSet, type Sql } from '../../records/record-set.ts'
import { storedValue } from './identity-keys.commands.ts'

// Of a value that very many have in common, so many are compared; who also has another one in common is found by that.
const PER_KEY = 100
const ALIKE = 50
const COLLEAGUES = 300

export const nounOf = { customer: 'customers', contact: 'contacts' } as const satisfies Record<DuplicateType, string>

export const setOf = (type: DuplicateType): RecordSet => {
  const set = recordSets()[nounOf[type]]
  if (!set) throw new Error(`${type} has no record set`)
  return set
}

/** Relations of the id of a record and the name it was found by, if any; at least one. */
export const waysIn = (ctx: Ctx | Tx, type: DuplicateType, identities: readonly Identity[]): Sql[] => {
  const customerIds = [...new Set(identities.flatMap((one) => one.customerIds))]
  return [
    ...byKeys(type, identities),
    ...(type === 'contact' && customerIds.length > 0 ? [byCompany(ctx, customerIds)] : []),
    sql`select null::uuid, null::text`,
  ]
}

const byKeys = (type: DuplicateType, identities: readonly Identity[]): Sql[] => {
  const keys = new Map(
    identities.flatMap(keysOf).map((key) => [`${key.kind} ${key.value}`, { kind: key.kind, value: storedValue(key) }]),
  )
  if (keys.size === 0) return []
  const asked = givenRows([
    { name: 'kind', type: 'text', values: [...keys.values()].map(({ kind }) => kind) },
    { name: 'value', type: 'text', values: [...keys.values()].map(({ value }) => value) },
  ])
  const hits = sql`select hit."recordId", null::text from ${asked} asked cross join lateral (select key."recordId" from identity_keys key
    where key."recordType" = ${type} and key.kind = asked.kind and key.value = asked.value limit ${raw(String(PER_KEY))}) hit`
  return [hits]
}

/** Names of companies, as they are stored. By a similar name alone nobody is likely: it takes the same town or street as well. */
export const namesToCompare = (identities: readonly Identity[]): string[] => {
  const placed = identities.filter(
    ({ kind, city, places }) => kind === 'company' && (city !== null || places.some(({ street }) => street !== null)),
  )
  const names = placed.flatMap((one) => one.names).filter((name) => [...name].length > 2)
  return [...new Set(names.map((value) => storedValue({ kind: 'name', value })))]
}

// Half of the trigrams of the name in common: whatever is alike by Jaro–Winkler has more.
export const byLikeness = (name: string): Sql => sql`(select key."recordId", ${name}::text from identity_keys key
  where key.kind = 'name' and key."recordType" = 'customer' and ${name} <<% key.value limit ${raw(String(ALIKE))})`

// Who stands at a customer beyond the caller's reach is none of his business, although he knows the customer's id.
const byCompany = (ctx: Ctx | Tx, customerIds: readonly string[]): Sql => {
  if (!may(ctx.actor, 'customers.read')) return sql`select null::uuid, null::text`
  return sql`select colleague."contactId", null::text from (select customer.id from customers customer
      where customer.id = any(${[...customerIds]}::uuid[]) and ${setOf('customer').visibleTo(ctx.actor, true)}) known
    cross join lateral (select place."contactId" from customer_contacts place
      where place."customerId" = known.id and place.active limit ${raw(String(COLLEAGUES))}) colleague`
}
