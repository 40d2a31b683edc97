/** Where a record stands, shown in the head of the shell: “Customers › Lanzhun”, and the walk through its list. */
import { IconChevronRight } from '@tabler/icons-react'
import { createContext, use, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { Link } from 'react-router'
import styles from './crumbs.module.css'
import { Icon } from './icon.tsx'

const Slot = createContext<HTMLElement | null>(null)
/** The place in the head that crumbs are drawn into; absent on phones, where the walk stands above the record. */
export const CrumbSlot = Slot

export type Crumb = { label: string; to: string }

export function Crumbs({ above, here, children }: { above: Crumb[]; here: string; children?: ReactNode }) {
  const slot = use(Slot)
  if (!slot) return children ? <div className={styles.phone}>{children}</div> : null
  return createPortal(
    <>
      {above.map(({ label, to }) => (
        <span key={to} className={styles.crumb}>
          <Link to={to} className={styles.link}>
            {label}
          </Link>
          <Icon of={IconChevronRight} size={14} />
        </span>
      ))}
      <b className={styles.here} title={here}>
        {here}
      </b>
      {children}
    </>,
    slot,
  )
}
