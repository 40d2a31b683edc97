/** Who takes part in the decision of a deal, and in which role. */
import { IconPlus } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { useListValue } from '../../ui/form/use-list-value.ts'
import { useRefSearch } from '../../ui/ref-source.ts'
import type { Opportunity } from './opportunities.queries.ts'
import { PartPanel } from './part-panel.tsx'
import styles from './part-panel.module.css'
import { PersonInputs, type PersonRow } from './person-row.tsx'
import { usePartForm } from './use-part-form.ts'
import { randomId } from '../../lib/random-id.ts'

const rowsOf = ({ contacts = [] }: Opportunity): PersonRow[] =>
  contacts.map(({ contactId, buyingRole, attitude }) => ({ key: contactId, contactId, buyingRole, attitude }))

const draftsOf = (rows: PersonRow[]) =>
  rows.map(({ contactId, buyingRole, attitude }) => ({ contactId, buyingRole, attitude }))

/** Those who stand at the customer and are not in the list yet. */
function useKnown(customerId: string | null, rows: PersonRow[]) {
  const { data = [] } = useRefSearch(
    'contacts',
    '',
    customerId ? { field: 'customerIds', op: 'hasAny', value: [customerId] } : undefined,
  )
  const taken = new Set(rows.map(({ contactId }) => contactId))
  return data.filter(({ value }) => customerId !== null && !taken.has(value))
}

function People({ customerId }: { customerId: string | null }) {
  const { t } = useTranslation('opportunities')
  const { items, set, remove, change, errorOf } = useListValue<PersonRow>({ name: 'contacts', label: '' })
  const [fresh, setFresh] = useState<string | null>(null)
  const adding = useRef<HTMLButtonElement>(null)
  const known = useKnown(customerId, items)
  const add = () => {
    const key = randomId()
    setFresh(key)
    set([...items, { key, contactId: '', buyingRole: items.length === 0 ? 'decider' : 'evaluator', attitude: 0 }])
  }
  return (
    <>
      {items.length === 0 && <p className={styles.empty}>{t(($) => $.person.none)}</p>}
      <ul aria-label={t(($) => $.record.people)}>
        {items.map((row, at) => (
          <PersonInputs
            key={row.key}
            row={row}
            at={at}
            fresh={row.key === fresh}
            known={known}
            errorOf={(name) => errorOf(at, name)}
            onChange={(part) => change(at, part)}
            onRemove={() => {
              remove(at)
              adding.current?.focus()
            }}
          />
        ))}
      </ul>
      <Button ref={adding} small tone="quiet" icon={IconPlus} onClick={add} className={styles.add}>
        {t(($) => $.person.add)}
      </Button>
    </>
  )
}

export default function PeopleEditor({ deal, onClose }: { deal: Opportunity; onClose: () => void }) {
  const { t } = useTranslation('opportunities')
  const form = usePartForm({ deal, part: 'contacts', rowsOf, draftsOf, onClose })
  return (
    <PartPanel of={form} title={t(($) => $.part.people)} onClose={onClose}>
      <People customerId={deal.customerId} />
    </PartPanel>
  )
}
