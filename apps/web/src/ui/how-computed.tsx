/** “How is this computed?”: the formula and the window of the data behind a figure. */
import { Popover } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './how-computed.module.css'

export function HowComputed({ children }: { children: ReactNode }) {
  const { t } = useTranslation()
  const label = t(($) => $.how.title)
  return (
    <Popover position="bottom-end" width={320} trapFocus>
      <Popover.Target>
        <button type="button" className={styles.open}>
          {label}
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>
        {/* The only thing in it is text: the focus needs somewhere to stand. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <div className={styles.text} tabIndex={0} data-autofocus>
          {children}
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}
