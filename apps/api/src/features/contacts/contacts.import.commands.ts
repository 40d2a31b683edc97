/** Contacts in batches: rows, places and events in one statement each. */
import { contactFields } from '@rapport/domain/features/contacts/contacts.fields.ts'
import type { ContactDraft, ContactLinkIn } from '@rapport/domain/features/contacts/contacts.ts'
import type { Tx } from '../../ctx.ts'
import { recordMany } from '../../events/record-many.ts'
import { defaultedIn, insertRows, newIds } from '../../records/insert-rows.ts'
import type { Past } from '../../records/past.ts'
import { describedBy } from '../duplicates/described.ts'
import { addIdentityKeys } from '../duplicates/identity-keys.commands.ts'
import { lockCustomers, settlePrimaries } from './contact-primaries.commands.ts'
import { contactRow } from './contacts.commands.ts'

export type NewContact = {
  draft: Omit<ContactDraft, 'customers'>
  places: readonly ContactLinkIn[]
  owner: { ownerId: string | null; teamId: string | null }
  past: Past
  /** Why it is created although it is there already. */
  reason?: string | null
}

/** Drafts that were checked before. Returns the ids in their order. */
export const importContacts = async (tx: Tx, contacts: readonly NewContact[]): Promise<string[]> => {
  const ids = newIds(contacts.length)
  const rows = contacts.map(({ draft, owner, past }, at) => ({ id: ids[at], ...contactRow(tx, draft, owner), ...past }))
  await insertRows(tx, 'contacts', rows, defaultedIn(contactFields))
  const recognised = rows.map((row, at) => ({ id: ids[at] ?? '', described: describedBy('contact', row) }))
  await addIdentityKeys(tx, 'contact', recognised)
  const places = contacts.flatMap((contact, at) => contact.places.map((place) => placeRow(ids[at] ?? '', place)))
  await addPlaces(tx, places)
  await recordMany(
    tx,
    contacts.map(({ draft, places: at, reason = null }, index) => {
      const about = { subject: ids[index] ?? '', title: draft.name, version: 1, customerId: at[0]?.customerId ?? null }
      return { type: 'contact.imported', ...about, reason }
    }),
  )
  return ids
}

const placeRow = (contactId: string, place: ContactLinkIn) => ({
  contactId,
  customerId: place.customerId,
  title: place.title ?? null,
  departmentName: place.departmentName ?? null,
  roleId: place.roleId ?? null,
  from: place.from ?? null,
  to: place.to ?? null,
  active: place.active ?? true,
  primary: false,
})

// One person of each customer stands first; who is there already keeps that.
const addPlaces = async (tx: Tx, places: readonly ReturnType<typeof placeRow>[]): Promise<void> => {
  if (places.length === 0) return
  const customers = [...new Set(places.map(({ customerId }) => customerId))]
  await lockCustomers(tx, customers)
  await insertRows(tx, 'customer_contacts', places)
  await settlePrimaries(tx, customers)
}
