/** A part of a screen: separated by space and its heading, never by a box. */
import { useId, type ReactNode } from 'react'
import styles from './section.module.css'

type Props = {
  title: string
  /** After the title: a count, a hint. */
  note?: ReactNode
  /** At the right edge of the heading. */
  aside?: ReactNode
  /** Keeps forms at a readable width. */
  narrow?: boolean
  /** Sits in a column that has its own padding. */
  bare?: boolean
  children: ReactNode
}

export function Section({ title, note, aside, narrow, bare, children }: Props) {
  const id = useId()
  return (
    <section
      aria-labelledby={id}
      className={styles.section}
      data-narrow={narrow || undefined}
      data-bare={bare || undefined}
    >
      <div className={styles.head}>
        <h2 id={id}>{title}</h2>
        {note && <span className={styles.note}>{note}</span>}
        {aside && <div className={styles.aside}>{aside}</div>}
      </div>
      {children}
    </section>
  )
}
