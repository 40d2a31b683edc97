/** The tick box of a row or of all rows. Plain elements: hundreds of them are drawn while scrolling. */
import { IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import styles from './record-grid.module.css'

export function Box({ checked, label }: { checked: boolean | 'mixed'; label: string }) {
  const { t } = useTranslation()
  return (
    <span
      role="checkbox"
      tabIndex={-1}
      aria-checked={checked}
      aria-label={t(($) => $.list.select, { name: label })}
      className={styles.box}
    >
      {checked === true && <IconCheck size={11} stroke={3} aria-hidden />}
    </span>
  )
}

/** Its drawing alone, inside what is a tick box as a whole. */
export function Tick({ checked }: { checked: boolean }) {
  return (
    <span className={styles.box} data-checked={checked} aria-hidden>
      {checked && <IconCheck size={11} stroke={3} />}
    </span>
  )
}
