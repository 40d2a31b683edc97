/** A screen that scrolls as a whole; lists and boards fill the sheet themselves. */
import type { ReactNode } from 'react'
import styles from './page.module.css'

export const Page = ({ children }: { children: ReactNode }) => <div className={styles.page}>{children}</div>

/** A screen whose parts divide the height of the sheet. */
export const FullPage = ({ children }: { children: ReactNode }) => (
  <div className={styles.full} data-column>
    {children}
  </div>
)
