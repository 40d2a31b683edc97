/** Opens the conditions as a form, for those who expect one. */
import { IconAdjustmentsHorizontal } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../icon.tsx'
import type { ChipsProps } from './chips.tsx'
import styles from './filter-bar.module.css'

const FilterForm = lazy(() => import('./filter-form.tsx'))

export function FormButton({ fields, filter, onFilter }: ChipsProps) {
  const { t } = useTranslation()
  const [opened, setOpened] = useState(false)
  return (
    <>
      <button type="button" className={styles.add} aria-haspopup="dialog" onClick={() => setOpened(true)}>
        <Icon of={IconAdjustmentsHorizontal} size={14} />
        {t(($) => $.filter.form)}
      </button>
      <Suspense>{opened && <FilterForm {...{ fields, filter, onFilter }} onClose={() => setOpened(false)} />}</Suspense>
    </>
  )
}
