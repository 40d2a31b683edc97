/** The head of a person's page. */
import { contactFields as fields } from '@rapport/domain/features/contacts/contacts.fields.ts'
import { Link } from 'react-router'
import { paths } from '../../app/paths.ts'
import { useLabel } from '../../lib/use-language.ts'
import { Person } from '../../ui/marks/avatar.tsx'
import { Chip } from '../../ui/marks/chip.tsx'
import { RecordHead } from '../../ui/record-head.tsx'
import { ContactActions } from './contact-actions.tsx'
import { placeOf } from './contact-columns.tsx'
import type { Contact } from './contacts.queries.ts'

export function ContactHead({ contact }: { contact: Contact }) {
  const textOf = useLabel()
  const place = placeOf(contact)
  return (
    <RecordHead
      name={contact.name}
      marks={contact.doNotCall && <Chip tone="warn">{textOf(fields.doNotCall.label)}</Chip>}
      line={[
        place?.title,
        place && (
          <Link key="customer" to={paths.customer(place.customerId)}>
            {textOf(place.customer.label)}
          </Link>
        ),
        contact.owner && <Person key="owner" name={textOf(contact.owner.label)} />,
      ]}
      actions={<ContactActions contact={contact} />}
    />
  )
}
