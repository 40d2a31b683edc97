/** Changes of many customers, contacts, deals and products at once, by the same rules as their commands. */
import { contactFields } from '@rapport/domain/features/contacts/contacts.fields.ts'
import { customerFields } from '@rapport/domain/features/customers/customers.fields.ts'
import { decideSourceChange } from '@rapport/domain/features/customers/customers.rules.ts'
import { opportunityFields } from '@rapport/domain/features/opportunities/opportunities.fields.ts'
import { productFields } from '@rapport/domain/features/products/products.fields.ts'
import type { Label } from '@rapport/domain/field/kinds.ts'
import { columnsOf } from '../../../records/columns.ts'
import { demandSource } from '../../../records/references.ts'
import { demandReferences as demandForContact } from '../../contacts/contact-references.queries.ts'
import { contactNames, namedAmong } from '../../contacts/contacts.commands.ts'
import { customerNames, type Named } from '../../customers/customer-names.ts'
import { demandReferences as demandForCustomer } from '../../customers/customer-references.queries.ts'
import { describedBy, describes, type Stored as Described } from '../../duplicates/described.ts'
import { renewIdentityKeys } from '../../duplicates/identity-keys.commands.ts'
import { searchTextFor } from '../../opportunities/opportunities.commands.ts'
import { searchOf } from '../../products/products.commands.ts'
import type { Stored, Together } from '../batch/together.ts'

const among = (ids: readonly string[]) => ({ where: { id: { in: [...ids] } } })

const recognisedAnew =
  (type: 'customer' | 'contact'): Together['beside'] =>
  async (tx, rows, names) => {
    if (!describes(names)) return
    const records = rows.map((row) => ({ id: row.id, described: describedBy(type, row as Stored & Described) }))
    await renewIdentityKeys(tx, type, records)
  }

export const customersTogether: Together = {
  table: 'customers',
  updated: 'customer.updated',
  alone: ['parentId', 'referrerId'],
  stored: (tx, ids) => tx.db.customer.findMany(among(ids)),
  demandReferences: (tx, values) => demandForCustomer(tx, values),
  refusal: ({ actor, now }, { sourceId, createdAt, createdById }, values) => {
    if (values.sourceId === undefined || values.sourceId === sourceId) return null
    const born = { createdAt: createdAt as Date, createdById: createdById as string | null }
    const decision = decideSourceChange({ actor, now, reason: undefined, ...born })
    return decision.ok ? null : decision.code
  },
  columns: (row, values) => {
    const columns = columnsOf(customerFields, values, row.currency as string)
    const isNamedAnew = ['kind', 'name', 'shortName'].some((name) => name in columns)
    return isNamedAnew ? { ...columns, ...customerNames({ ...row, ...columns } as unknown as Named) } : columns
  },
  about: async () => (was) => ({
    title: String(was.name),
    customerId: was.id,
    personal: was.kind === 'person' ? ['name', 'shortName'] : [],
  }),
  beside: recognisedAnew('customer'),
}

export const contactsTogether: Together = {
  table: 'contacts',
  updated: 'contact.updated',
  alone: ['reportsToId', 'customers'],
  stored: (tx, ids) => tx.db.contact.findMany(among(ids)),
  demandReferences: (tx, values) => demandForContact(tx, values),
  columns: (_row, values) => ({
    ...columnsOf(contactFields, values),
    ...(values.name !== undefined && contactNames(String(values.name))),
  }),
  about: async (tx, ids) => {
    const named = await namedAmong(tx, ids)
    return ({ id }) => named(id)
  },
  beside: recognisedAnew('contact'),
}

// All else of a deal has its price, its chance or its dates to follow.
const plain = new Set(['name', 'need', 'tags', 'sourceId', 'startedAt', 'externalSource', 'externalId'])
const lists = ['lines', 'contacts', 'competitors']

export const opportunitiesTogether: Together = {
  table: 'opportunities',
  updated: 'opportunity.updated',
  alone: [...lists, ...Object.keys(opportunityFields)].filter((name) => !plain.has(name)),
  stored: (tx, ids) => tx.db.opportunity.findMany(among(ids)),
  demandReferences: (tx, { sourceId }) => demandSource(tx, sourceId as string | null | undefined),
  columns: (row, values) => ({
    ...columnsOf(opportunityFields, values),
    ...(values.name !== undefined && { searchText: searchTextFor(String(values.name), String(row.number)) }),
  }),
  about: async () => (_was, now) => ({ title: String(now.name), customerId: now.customerId as string | null }),
}

export const productsTogether: Together = {
  table: 'products',
  updated: 'product.updated',
  alone: ['code'], // which another product may bear by now
  stored: (tx, ids) => tx.db.product.findMany(among(ids)),
  demandReferences: async () => undefined,
  columns: (row, values) => ({
    ...columnsOf(productFields, values),
    ...searchOf({ code: row.code as string, label: (values.label ?? row.label) as Label }),
  }),
  about: async () => (_was, now) => ({ title: (now.label as Label).zh }),
}
