/** Contacts in SQL: seen through any customer they stand at, or by their own owner and team. */
import { scopeOf, type Actor } from '@rapport/domain/access/actor.ts'
import { contactFields } from '@rapport/domain/features/contacts/contacts.fields.ts'
import { contactPolicy, type ContactFacts } from '@rapport/domain/features/contacts/contacts.policy.ts'
import { column, recordSet, sql, type Sql } from '../../records/record-set.ts'
import { actionOf, anyOf, waysIn } from '../../records/scope.ts'
import { searchedColumn } from '../../records/searched.ts'
import { throughCustomer } from '../customers/customers.records.ts'
import { contactLinks, linkedTo, placesOf } from './contact-links.records.ts'

/** The contacts within the actor's reach; the trash is not left out here. With `few` each is asked by itself. */
export const contactReach = (actor: Actor, write = false, few = false): Sql => anyOf(contactWays(actor, write, few))

const contactWays = (actor: Actor, write = false, few = false): Sql[] => {
  if (scopeOf(actor, 'contacts', actionOf(write)) === 'all') return [sql`true`]
  const ofCustomer = throughCustomer(actor, column('place', 'customerId'), { write, few })
  // Who left a customer is remembered there, and changed where he is now.
  const stands = write ? sql`place.active and ${ofCustomer}` : ofCustomer
  const through = few
    ? sql`exists (select 1 from customer_contacts place where place."contactId" = contact.id and ${stands})`
    : sql`contact.id in (select place."contactId" from customer_contacts place where ${stands})`
  return [...waysIn(actor, 'contacts', 'contact', actionOf(write)), through]
}

export const contactRecords = recordSet({
  noun: 'contacts',
  alias: 'contact',
  fields: contactFields,
  from: sql`contacts contact
    left join users owner on owner.id = contact."ownerId" left join teams team on team.id = contact."teamId"
    left join dictionary_items occupation on occupation.id = contact."occupationId"
    left join contacts superior on superior.id = contact."reportsToId"`,
  visibleTo: (actor, few) => sql`contact."deletedAt" is null and ${contactReach(actor, false, few)}`,
  ways: (actor) => contactWays(actor),
  reach: (actor, few) => contactReach(actor, false, few),
  restorable: (actor) => contactReach(actor, true),
  title: sql`contact.name`,
  computed: ({ actor }) => ({ customerIds: placesOf(actor) }),
  parts: ({ actor }) => ({ customers: { value: contactLinks(actor) } }),
  links: ({ actor }) => ({ customerIds: (ids) => linkedTo(actor, ids) }),
  labels: {
    owner: sql`owner.name`,
    team: sql`team.label`,
    occupation: sql`occupation.label`,
    reportsTo: sql`superior.name`,
  },
  search: searchedColumn(sql`contact."searchText"`, { name: sql`contact.name` }),
  facts: ({ actor }) => ({
    ownerId: column('contact', 'ownerId'),
    teamId: column('contact', 'teamId'),
    writable: sql`(${contactReach(actor, true, true)}) is true`,
  }),
  can: (actor, row) => ({
    edit: contactPolicy.edit(actor, row as ContactFacts),
    delete: contactPolicy.delete(actor, row as ContactFacts),
  }),
  defaultSort: ['-updatedAt'],
})
