/** What can be done with the selected records; floats at the foot of the list while something is selected. */
import { IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../lib/use-format.ts'
import styles from './action-bar.module.css'
import { IconButton } from './button.tsx'
import { countOf, type ListSelection } from './record-grid/use-selection.ts'

type Props = {
  selection: ListSelection
  /** How many the filter holds, to offer taking them all. */
  total: { value: number; exact: boolean } | undefined
  children: ReactNode
}

export function ActionBar({ selection, total, children }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const all = total?.value ?? 0
  const chosen = countOf(selection, total)
  const count = chosen.value
  if (count === 0 && !selection.picking) return null
  const shown = format.total(chosen)
  const words = t(($) => $.list.selected, { count, shown })
  return (
    <div className={styles.bar} role="toolbar" aria-label={words}>
      <b role="status">{words}</b>
      {!selection.everything && total && all > count && (
        <button type="button" className={styles.all} onClick={selection.takeEverything}>
          {t(($) => $.list.takeAll, { total: format.total(total) })}
        </button>
      )}
      <span className={styles.rule} />
      {count > 0 && (
        <>
          {children}
          <span className={styles.rule} />
        </>
      )}
      <IconButton icon={IconX} label={t(($) => $.list.letGo)} onClick={selection.clear} />
    </div>
  )
}
