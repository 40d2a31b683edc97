/** The customers where a person stands, and once stood; who may change them says here when somebody changes jobs. */
import type { ContactLink } from '@rapport/domain/features/contacts/contacts.ts'
import { IconArrowsExchange, IconPencil, IconPlus } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { paths } from '../../app/paths.ts'
import { useWritable } from '../../app/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useLabel } from '../../lib/use-language.ts'
import { IconButton } from '../../ui/button.tsx'
import { Chip } from '../../ui/marks/chip.tsx'
import { Section } from '../../ui/section.tsx'
import styles from './contacts.module.css'
import type { Contact } from './contacts.queries.ts'
import type { PlaceTask } from './place-form.tsx'

const PlaceForm = lazy(() => import('./place-form.tsx'))

type PlaceProps = { place: ContactLink; onTask: ((task: PlaceTask) => void) | undefined }

/** From when to when, as far as it is known. */
function usePeriod(): (place: Pick<ContactLink, 'active' | 'from' | 'to'>) => string {
  const { t } = useTranslation('contacts')
  const format = useFormat()
  return ({ active, from, to }) => {
    if (from && to) return `${format.date(from)} – ${format.date(to)}`
    if (to) return t(($) => $.former, { when: format.date(to) })
    if (from) return t(($) => $.sinceWhen, { when: format.date(from) })
    return active ? '' : t(($) => $.left)
  }
}

function Place({ place, onTask }: PlaceProps) {
  const { t } = useTranslation('contacts')
  const textOf = useLabel()
  const periodOf = usePeriod()
  const customer = textOf(place.customer.label)
  const about = [place.title, place.departmentName, place.role && textOf(place.role.label), periodOf(place)]
  return (
    <li className={styles.place} data-former={!place.active || undefined}>
      <span className={styles.where}>
        <Link to={paths.customer(place.customerId)}>{customer}</Link>
        {place.primary && <Chip tone="blue">{t(($) => $.primary)}</Chip>}
        <span className={styles.role}>{about.filter(Boolean).join(' · ')}</span>
      </span>
      {onTask && (
        <span className={styles.verbs}>
          {place.active && (
            <IconButton
              small
              icon={IconArrowsExchange}
              label={t(($) => $.moveFrom, { customer })}
              onClick={() => onTask({ kind: 'move', of: place })}
            />
          )}
          <IconButton
            small
            icon={IconPencil}
            label={t(($) => $.editPlace, { customer })}
            onClick={() => onTask({ kind: 'edit', of: place })}
          />
        </span>
      )}
    </li>
  )
}

export function ContactPlaces({ contact }: { contact: Contact }) {
  const { t } = useTranslation('contacts')
  const writable = useWritable('contacts')
  const [task, setTask] = useState<PlaceTask>()
  const edits = contact.can.edit && writable('customers') && contact.customers !== undefined
  const add = <IconButton small icon={IconPlus} label={t(($) => $.addPlace)} onClick={() => setTask({ kind: 'add' })} />
  return (
    <Section bare title={t(($) => $.places)} aside={edits && add}>
      {contact.customers?.length === 0 && <p className={styles.none}>{t(($) => $.noPlaces)}</p>}
      <ul>
        {contact.customers?.map((place) => (
          <Place key={place.id} place={place} onTask={edits ? setTask : undefined} />
        ))}
      </ul>
      <Suspense>{task && <PlaceForm contact={contact} task={task} onClose={() => setTask(undefined)} />}</Suspense>
    </Section>
  )
}
