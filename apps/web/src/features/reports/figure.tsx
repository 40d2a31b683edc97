/** A number that opens the rows behind it. */
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { drillPath } from './reports.queries.ts'
import styles from './analytics.module.css'

type Props = {
  /** The filter of the list it opens; or the address, where the rows stand elsewhere. */
  drill?: unknown
  to?: string
  children: ReactNode
  strong?: boolean
  value?: string | number
}

/** `value` is the bare number, for tests that compare it with the list it opens. */
export function Figure({ drill, to = drillPath(drill), children, strong, value }: Props) {
  return (
    <Link to={to} className={styles.drill} data-strong={strong || undefined} data-drill={value} data-figure>
      {children}
    </Link>
  )
}
