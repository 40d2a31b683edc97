/** Opens the conditions as a form, for those who expect one. */
import { IconAdjustmentsHorizontal } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../button.tsx'
import type { ChipsProps } from './chips.tsx'

const FilterForm = lazy(() => import('./filter-form.tsx'))

export function FormButton({ fields, filter, onFilter }: ChipsProps) {
  const { t } = useTranslation()
  const [opened, setOpened] = useState(false)
  return (
    <>
      <IconButton
        small
        icon={IconAdjustmentsHorizontal}
        label={t(($) => $.filter.form)}
        aria-haspopup="dialog"
        onClick={() => setOpened(true)}
      />
      <Suspense>{opened && <FilterForm {...{ fields, filter, onFilter }} onClose={() => setOpened(false)} />}</Suspense>
    </>
  )
}
