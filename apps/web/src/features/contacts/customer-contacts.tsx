/** The people at a customer, beside its other sections. */
import { useQuery } from '@tanstack/react-query'
import { IconList, IconPhone, IconSitemap } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { paths } from '../../app/paths.ts'
import { useClear } from '../../app/session.ts'
import { useLabel } from '../../lib/use-language.ts'
import { IconButton } from '../../ui/button.tsx'
import { Avatar } from '../../ui/marks/avatar.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Section } from '../../ui/section.tsx'
import { Pending } from '../../ui/pending.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import styles from './contacts.module.css'
import { contactsOf, peopleOf, type Contact } from './contacts.queries.ts'
import { FormerPeople } from './former-people.tsx'

const PeopleChart = lazy(() => import('./people-chart.tsx'))

function Person({ contact, customerId }: { contact: Contact; customerId: string }) {
  const { t } = useTranslation('contacts')
  const textOf = useLabel()
  const place = contact.customers?.find((link) => link.customerId === customerId)
  const phone = contact.phones?.find(({ e164 }) => e164 !== null)
  return (
    <li className={styles.person}>
      <Avatar name={contact.name} />
      <Link to={paths.contact(contact.id)} className={styles.name}>
        <b>{contact.name}</b> <span>{place?.title}</span>
      </Link>
      <span className={styles.role}>
        {place?.role ? textOf(place.role.label) : place?.primary && t(($) => $.primary)}
      </span>
      {phone && !contact.doNotCall && (
        <a href={`tel:${phone.e164}`} className={styles.call} aria-label={t(($) => $.call, { name: contact.name })}>
          <Icon of={IconPhone} />
        </a>
      )}
    </li>
  )
}

const isPrimary = (contact: Contact, customerId: string) =>
  contact.customers?.some((place) => place.customerId === customerId && place.primary) ?? false

const primaryFirst = (contacts: Contact[], customerId: string) =>
  contacts.toSorted((a, b) => Number(isPrimary(b, customerId)) - Number(isPrimary(a, customerId)))

const List = ({ contacts, customerId }: { contacts: Contact[]; customerId: string }) => (
  <ul>
    {primaryFirst(contacts, customerId).map((contact) => (
      <Person key={contact.id} contact={contact} customerId={customerId} />
    ))}
  </ul>
)

/** The people there now, or who of them reports to whom; below, who left. */
export function CustomerContacts({ customerId }: { customerId: string }) {
  const { t } = useTranslation('contacts')
  const query = useQuery(contactsOf(customerId, useClear('contacts')))
  const { data } = query
  const { data: people } = useQuery(peopleOf(customerId))
  const [charted, setCharted] = useState(false)
  const present = people?.items.filter(({ active }) => active) ?? []
  const isChart = charted && present.length > 0
  const reports = present.some(({ reportsToId }) => present.some(({ contactId }) => contactId === reportsToId))
  const turn = reports && (
    <IconButton
      small
      icon={isChart ? IconList : IconSitemap}
      label={isChart ? t(($) => $.chartClose) : t(($) => $.chartOpen)}
      onClick={() => setCharted(!charted)}
    />
  )
  return (
    <Section bare title={t(($) => $.title)} note={data && data.items.length > 0 && data.items.length} aside={turn}>
      <Pending of={query} rows={2} />
      {data?.items.length === 0 && <p className={styles.none}>{t(($) => $.noneHere)}</p>}
      {isChart ? (
        <Suspense fallback={<Waiting rows={2} />}>
          <PeopleChart people={present} />
        </Suspense>
      ) : (
        data && <List contacts={data.items} customerId={customerId} />
      )}
      {isChart && people?.more && <p className={styles.none}>{t(($) => $.morePeople)}</p>}
      <FormerPeople people={people?.items.filter(({ active }) => !active) ?? []} />
    </Section>
  )
}
