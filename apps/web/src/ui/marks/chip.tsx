/** A small word beside a name: archived, large, changed. Colour only repeats what the word says. */
import type { ReactNode } from 'react'
import styles from './marks.module.css'

export type ChipTone = 'plain' | 'blue' | 'warn' | 'risk' | 'ok'

export const Chip = ({ tone = 'plain', children }: { tone?: ChipTone; children: ReactNode }) => (
  <span className={styles.chip} data-tone={tone}>
    {children}
  </span>
)
