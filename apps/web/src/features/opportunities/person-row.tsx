/** One person of the deal: who, which part in the decision, for or against us. */
import { Select } from '@mantine/core'
import { attitudeLabel, attitudes } from '@rapport/domain/features/opportunities/attitudes.ts'
import { buyingRoleLabels, buyingRoles, type BuyingRole } from '@rapport/domain/features/pipelines/criterion-choices.ts'
import { IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLabel } from '../../lib/use-language.ts'
import { IconButton } from '../../ui/button.tsx'
import type { RefOption } from '../../ui/ref-source.ts'
import { RefSelect } from '../../ui/ref-select.tsx'
import { startsHere } from '../../ui/starts-here.ts'
import styles from './part-panel.module.css'

export type PersonRow = { key: string; contactId: string; buyingRole: BuyingRole; attitude: number }

type Props = {
  row: PersonRow
  at: number
  fresh: boolean
  /** The people of the customer, offered first. */
  known: RefOption[]
  errorOf: (name: string) => ReactNode
  onChange: (part: Partial<PersonRow>) => void
  onRemove: () => void
}

export function PersonInputs({ row, at, fresh, known, errorOf, onChange, onRemove }: Props) {
  const { t } = useTranslation('opportunities')
  const { t: common } = useTranslation('common')
  const textOf = useLabel()
  const path = (name: string) => ({ 'data-path': `contacts.${at}.${name}`, error: errorOf(name) })
  return (
    <li className={styles.row}>
      <RefSelect
        {...path('contactId')}
        to="contacts"
        first={known}
        label={t(($) => $.person.who)}
        value={row.contactId}
        onChange={(contactId) => onChange({ contactId })}
        {...startsHere(fresh)}
      />
      <Select
        {...path('buyingRole')}
        label={t(($) => $.person.role)}
        data={buyingRoles.map((value) => ({ value, label: textOf(buyingRoleLabels[value]) }))}
        value={row.buyingRole}
        onChange={(role) => role && onChange({ buyingRole: role as BuyingRole })}
        allowDeselect={false}
      />
      <Select
        {...path('attitude')}
        label={t(($) => $.person.attitude)}
        data={attitudes.map((value) => ({ value: String(value), label: textOf(attitudeLabel(value)) }))}
        value={String(row.attitude)}
        onChange={(value) => onChange({ attitude: Number(value ?? 0) })}
        allowDeselect={false}
      />
      <span className={styles.remove}>
        <IconButton icon={IconX} label={common(($) => $.action.remove)} onClick={onRemove} />
      </span>
    </li>
  )
}
