/** The head of a person's page, and the places where the person stands. */
import { contactFields as fields } from '@rapport/domain/features/contacts/contacts.fields.ts'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { paths } from '../../app/paths.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useLabel } from '../../lib/use-language.ts'
import { Person } from '../../ui/marks/avatar.tsx'
import { Chip } from '../../ui/marks/chip.tsx'
import { RecordHead } from '../../ui/record-head.tsx'
import { Section } from '../../ui/section.tsx'
import { ContactActions } from './contact-actions.tsx'
import { placeOf } from './contact-columns.tsx'
import styles from './contacts.module.css'
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

export function ContactPlaces({ contact }: { contact: Contact }) {
  const { t } = useTranslation('contacts')
  const textOf = useLabel()
  const format = useFormat()
  return (
    <Section bare title={t(($) => $.places)}>
      <ul>
        {contact.customers?.map((place) => (
          <li key={place.id} className={styles.person}>
            <Link to={paths.customer(place.customerId)} className={styles.name}>
              <b>{textOf(place.customer.label)}</b>{' '}
              <span>{[place.title, place.departmentName].filter(Boolean).join(' · ')}</span>
            </Link>
            {place.role && <span className={styles.role}>{textOf(place.role.label)}</span>}
            {place.primary && <Chip tone="blue">{t(($) => $.primary)}</Chip>}
            {!place.active && place.to && (
              <span className={styles.role}>{t(($) => $.former, { when: format.date(place.to) })}</span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
