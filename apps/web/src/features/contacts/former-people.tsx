/** Who once stood at a customer; the history of a place does not go with the person. */
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { paths } from '../../app/paths.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useLabel } from '../../lib/use-language.ts'
import styles from './contacts.module.css'
import type { CustomerPerson } from './contacts.queries.ts'

export function FormerPeople({ people }: { people: CustomerPerson[] }) {
  const { t } = useTranslation('contacts')
  const textOf = useLabel()
  const format = useFormat()
  if (people.length === 0) return null
  return (
    <details className={styles.former}>
      <summary>{t(($) => $.formerCount, { count: people.length })}</summary>
      <ul>
        {people.map(({ id, contactId, contact, title, to }) => (
          <li key={id} className={styles.person}>
            <Link to={paths.contact(contactId)} className={styles.name}>
              <b>{textOf(contact.label) || t(($) => $.somebody)}</b> <span>{title}</span>
            </Link>
            <span className={styles.role}>{to ? t(($) => $.former, { when: format.date(to) }) : t(($) => $.left)}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
