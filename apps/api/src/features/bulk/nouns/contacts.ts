/** Many contacts at once. */
import { contactFields } from '@rapport/domain/features/contacts/contacts.fields.ts'
import { column, sql } from '../../../records/record-set.ts'
import { demandReferences } from '../../contacts/contact-references.queries.ts'
import { deleteContact } from '../../contacts/contacts.commands.ts'
import { contactRecords } from '../../contacts/contacts.records.ts'
import type { BulkNoun } from '../bulk-noun.ts'

export const contacts: BulkNoun = {
  entity: 'contacts',
  records: contactRecords,
  fields: contactFields,
  updated: 'contact.updated',
  stored: {
    title: column('contact', 'name'),
    // The customer where the person stands first, as for every event of a contact.
    customerId: sql`(select place."customerId" from customer_contacts place where place."contactId" = contact.id
      order by place.active desc, place."primary" desc, place.id limit 1)`,
  },
  demandReferences: (tx, changes) => demandReferences(tx, changes),
  remove: deleteContact,
}
