/** Customers in SQL, and what their visibility gives to the records that hang on them. */
import { may, scopeOf, type Actor } from '@rapport/domain/access/actor.ts'
import { customerFields } from '@rapport/domain/features/customers/customers.fields.ts'
import { customerPolicy, type CustomerFacts } from '@rapport/domain/features/customers/customers.policy.ts'
import { column, recordSet, sql, type Sql } from '../../records/record-set.ts'
import { actionOf, anyOf, customerIdsWithin, lent, waysIn, withinScope } from '../../records/scope.ts'
import { searchedColumn } from '../../records/searched.ts'
import { computedCustomerFields } from './customer-computed.records.ts'

/** The customers within the actor's reach: by owner, team and collaboration. The trash is not left out here. */
export const customerReach = (actor: Actor, alias: string, write = false): Sql =>
  anyOf(customerWays(actor, alias, write))

const customerWays = (actor: Actor, alias: string, write = false): Sql[] =>
  scopeOf(actor, 'customers', actionOf(write)) === 'all'
    ? [sql`true`]
    : [...waysIn(actor, 'customers', alias, actionOf(write)), lent(actor, 'customer', alias, write)]

type Asked = {
  /** True for those he may change. */
  write?: boolean
  /** Asked of few rows, each by itself, instead of finding all of his customers first. */
  few?: boolean
}

/** Who may read a customer may read what hangs on it: true for rows whose `customerId` is one of the actor's customers. */
export const throughCustomer = (actor: Actor, customerId: Sql, { write = false, few = false }: Asked = {}): Sql => {
  if (!may(actor, write ? 'customers.update' : 'customers.read')) return sql`false`
  if (scopeOf(actor, 'customers', actionOf(write)) === 'all') return sql`${customerId} is not null`
  if (!few) return sql`${customerId} in (${customerIdsWithin(actor, write)})`
  return sql`(select c."deletedAt" is null and ${customerReach(actor, 'c', write)} from customers c where c.id = ${customerId})`
}

export const customerRecords = recordSet({
  noun: 'customers',
  alias: 'customer',
  fields: customerFields,
  from: sql`customers customer
    left join users owner on owner.id = customer."ownerId" left join teams team on team.id = customer."teamId"
    left join sources source on source.id = customer."sourceId"
    left join dictionary_items industry on industry.id = customer."industryId"
    left join dictionary_items occupation on occupation.id = customer."occupationId"
    left join customers parent on parent.id = customer."parentId" left join customers referrer on referrer.id = customer."referrerId"`,
  visibleTo: (actor) => sql`customer."deletedAt" is null and ${customerReach(actor, 'customer')}`,
  ways: (actor) => customerWays(actor, 'customer'),
  reach: (actor) => customerReach(actor, 'customer'),
  restorable: (actor) => withinScope(actor, 'customers', 'customer', 'delete'),
  computed: computedCustomerFields,
  labels: {
    owner: sql`owner.name`,
    team: sql`team.label`,
    source: sql`source.label`,
    industry: sql`industry.label`,
    occupation: sql`occupation.label`,
    parent: sql`parent.name`,
    referrer: sql`referrer.name`,
  },
  search: searchedColumn(sql`customer."searchText"`, {
    name: sql`concat_ws(' ', customer.name, customer.pinyin, customer."pinyinInitials")`,
    shortName: sql`customer."shortName"`,
    number: sql`customer.number`,
  }),
  title: sql`customer.name`,
  facts: ({ actor }) => ({
    ownerId: column('customer', 'ownerId'),
    teamId: column('customer', 'teamId'),
    // Without an owner the comparison is null, which is no answer.
    writable: sql`(${customerReach(actor, 'customer', true)}) is true`,
  }),
  can: (actor, row) => {
    const facts = row as CustomerFacts
    return {
      edit: customerPolicy.edit(actor, facts),
      delete: customerPolicy.delete(actor, facts),
      transfer: customerPolicy.transfer(actor, facts),
      share: customerPolicy.share(actor, facts),
    }
  },
  defaultSort: ['-updatedAt'],
})
