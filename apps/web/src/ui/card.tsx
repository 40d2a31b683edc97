/** One card on a quiet page, with the mark above and the choice of language below: sign in, set up, errors without a shell. */
import type { ReactNode } from 'react'
import styles from './card.module.css'
import { Logo } from './logo.tsx'

export function Card({ children, foot }: { children: ReactNode; foot?: ReactNode }) {
  return (
    <div className={styles.page}>
      <main className={styles.card}>
        <Logo size={32} />
        {children}
      </main>
      <footer className={styles.foot}>{foot}</footer>
    </div>
  )
}
