/** Who reports to whom at a customer, as a tree; on a phone as a table. */
import { reportingTree, type ReportingNode } from '@rapport/domain/features/contacts/reporting-tree.ts'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { paths } from '../../app/paths.ts'
import { useIsPhone } from '../../lib/use-is-phone.ts'
import { useLabel } from '../../lib/use-language.ts'
import { Avatar } from '../../ui/marks/avatar.tsx'
import { Tree, type TreeNode } from '../../ui/tree.tsx'
import styles from './contacts.module.css'
import type { CustomerPerson } from './contacts.queries.ts'

type Person = CustomerPerson & { name: string }

// The place has an id of its own; people report to people.
const chartOf = (people: Person[]) => reportingTree(people.map((person) => ({ ...person, id: person.contactId })))

const nodeOf = ({ person, reports }: ReportingNode<Person>): TreeNode => ({
  id: person.contactId,
  name: [person.name, person.title].filter(Boolean).join(', '),
  content: (
    <>
      <Avatar name={person.name} />
      <Link to={paths.contact(person.contactId)} tabIndex={-1} className={styles.name}>
        <b>{person.name}</b> <span>{person.title}</span>
      </Link>
    </>
  ),
  children: reports.map(nodeOf),
})

function Table({ people }: { people: Person[] }) {
  const { t } = useTranslation('contacts')
  const names = new Map(people.map(({ contactId, name }) => [contactId, name]))
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t(($) => $.person)}</th>
          <th scope="col">{t(($) => $.reportsTo)}</th>
        </tr>
      </thead>
      <tbody>
        {people.map(({ contactId, name, title, reportsToId }) => (
          <tr key={contactId}>
            <td>
              <Link to={paths.contact(contactId)}>{name}</Link> {title}
            </td>
            <td>{names.get(reportsToId ?? '') ?? '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export default function PeopleChart({ people }: { people: CustomerPerson[] }) {
  const { t } = useTranslation('contacts')
  const textOf = useLabel()
  const isPhone = useIsPhone()
  const named = people.map((person) => ({ ...person, name: textOf(person.contact.label) || t(($) => $.somebody) }))
  if (isPhone) return <Table people={named} />
  return <Tree label={t(($) => $.chart)} nodes={chartOf(named).map(nodeOf)} />
}
