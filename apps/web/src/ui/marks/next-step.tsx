/** The next step, the same on card, row and header: an arrow when planned, a dashed ring when there is none, ! when overdue. */
import styles from './marks.module.css'

export type NextStepState = 'planned' | 'none' | 'overdue'

function Drawing({ state }: { state: NextStepState }) {
  if (state === 'none') return <circle cx="7" cy="7" r="5.6" strokeDasharray="2.2 2" />
  if (state === 'planned') {
    return (
      <>
        <circle cx="7" cy="7" r="5.6" />
        <path d="M4.6 7h4.6M7.3 5l2 2-2 2" />
      </>
    )
  }
  return (
    <>
      <circle cx="7" cy="7" r="5.6" fill="currentColor" />
      <path d="M7 4.1v3.5M7 9.7v.1" className={styles.inverse} />
    </>
  )
}

/** The words carry the state; the ring repeats it. */
export function NextStep({ state, words, quiet }: { state: NextStepState; words: string; quiet?: boolean }) {
  return (
    <span className={styles.next} data-state={state} data-quiet={quiet || undefined}>
      <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden>
        <Drawing state={state} />
      </svg>
      <span className={styles.cut}>{words}</span>
    </span>
  )
}
