/** How the fields of a contact are changed where they stand. */
import { contactFields as fields } from '@rapport/domain/features/contacts/contacts.fields.ts'
import { useFieldEdits } from '../../app/field-edits.tsx'
import { contactQuery, useUpdateContact, type Contact, type ContactChange } from './contacts.queries.ts'

export function useContactEdits(contact: Contact) {
  const update = useUpdateContact(contact.id)
  return useFieldEdits({
    noun: 'contacts',
    fields,
    record: contact,
    query: contactQuery(contact.id),
    save: (change, version) => update.mutateAsync({ body: change as ContactChange, version }),
  })
}
