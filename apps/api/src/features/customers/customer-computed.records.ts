/** Fields of a customer that are answers rather than columns. */
import { may, type Actor } from '@rapport/domain/access/actor.ts'
import { isClear } from '@rapport/domain/access/readable.ts'
import { openStatuses } from '@rapport/domain/next-action.ts'
import { profileOf } from '@rapport/domain/features/customers/customers.rules.ts'
import { column, join, sql, type Sql } from '../../records/record-set.ts'

/** What rests on records or fields the actor may not read is empty for him. */
export const computedCustomerFields = ({ actor }: { actor: Actor }): Record<string, Sql> => ({
  nextActionTitle:
    may(actor, 'activities.read') && isClear(actor, 'activities', 'subject') ? nextTitle : sql`null::text`,
  openAmount:
    may(actor, 'opportunities.read') && isClear(actor, 'opportunities', 'baseAmount') ? open : sql`null::numeric`,
  completeness: completeness(actor),
})

const nextTitle = sql`(select next.subject from activities next where next."customerId" = customer.id and next."deletedAt" is null
  and next.status = any(${[...openStatuses]}::text[]) and not next.private and next."plannedStart" = customer."nextActionAt"
  order by next.id limit 1)`

const open = sql`(select coalesce(sum(deal."baseAmount"), 0) from opportunities deal
  where deal."customerId" = customer.id and deal."deletedAt" is null and deal.phase in ('open', 'commit'))`

const lists = new Set(['phones', 'emails', 'addresses'])
const filled = (name: string): Sql => {
  const value = column('customer', name)
  return lists.has(name) ? sql`${value} <> '[]'::jsonb` : sql`coalesce(${value}::text, '') <> ''`
}

// Per cent of the profile's fields that are filled, counted over those this reader may see.
const completeness = (actor: Actor): Sql => {
  if (!isClear(actor, 'customers', 'kind')) return sql`null::int` // which profile it is measured by would tell the kind
  const share = (kind: 'company' | 'person'): Sql => {
    const names = profileOf(kind).filter((name) => isClear(actor, 'customers', name))
    if (names.length === 0) return sql`100`
    const counted = join(
      names.map((name) => sql`(${filled(name)})::int`),
      ' + ',
    )
    return sql`round(100.0 * (${counted}) / ${names.length}::numeric)::int`
  }
  return sql`(case customer.kind when 'person' then ${share('person')} else ${share('company')} end)`
}
