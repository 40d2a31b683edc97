/** The tab of one view, with how many records stand behind it: a number that describes the link and is no part of its name. */
import { useId, type ReactNode } from 'react'
import { Link } from 'react-router'
import { useFormat } from '../../lib/use-format.ts'
import styles from './saved-views.module.css'
import type { ViewTotal } from './use-view-counts.ts'

type Props = {
  to: string
  on: boolean
  label: string
  /** It will bear a number, for which there is room from the start. */
  counted: boolean
  total: ViewTotal
  children?: ReactNode
}

export function ViewTab({ to, on, label, counted, total, children }: Props) {
  const format = useFormat()
  const id = useId()
  return (
    <Link
      to={{ search: to }}
      className={styles.tab}
      aria-current={on ? 'page' : undefined}
      aria-describedby={total && id}
      preventScrollReset
    >
      <span className={styles.label} title={label}>
        {label}
      </span>
      {counted && (
        <span id={id} aria-hidden className={styles.count}>
          {total && format.total(total)}
        </span>
      )}
      {children}
    </Link>
  )
}
