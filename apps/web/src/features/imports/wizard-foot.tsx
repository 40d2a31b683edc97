/** The last line of each step: what was found, or how far it is, and the way on. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { Progress } from '../../ui/progress.tsx'
import type { Import } from './imports.queries.ts'
import styles from './imports.module.css'

/** What a check found, in one sentence; or that it is on its way. */
export function Found({ of }: { of: Import }) {
  const { t } = useTranslation('imports')
  const format = useFormat()
  const { checked, rowCount, status, progress } = of
  if (status === 'checking') {
    const words = t(($) => $.checking, { done: format.number(progress), rows: format.number(rowCount) })
    return (
      <>
        <span data-figure>{words}</span>
        <span className={styles.footProgress}>
          <Progress label={words} done={progress} total={rowCount} />
        </span>
      </>
    )
  }
  if (checked === null) return null
  const undecided = (checked.certain ?? 0) + (checked.likely ?? 0)
  const parts = (['new', 'update', 'duplicate', 'error'] as const).map((name) => (
    <b key={name} data-bad={(name === 'error' && checked.error > 0) || undefined}>
      {t(($) => $.verdicts[name])} {format.number(checked[name])}
    </b>
  ))
  return (
    <>
      <span role="status" data-figure>
        {t(($) => $.checkedRows, { count: rowCount, shown: format.number(rowCount) })} {joined(parts)}
      </span>
      {undecided > 0 && (
        <span className={styles.hint}>
          {t(($) => $.undecidedRows, { count: undecided, shown: format.number(undecided) })}
        </span>
      )}
      {checked.error > 0 && undecided === 0 && <span className={styles.hint}>{t(($) => $.nothingLost)}</span>}
    </>
  )
}

const joined = (parts: ReactNode[]) => parts.flatMap((part, at) => (at === 0 ? [part] : [' · ', part]))

export function WizardFoot({ children, buttons }: { children?: ReactNode; buttons: ReactNode }) {
  return (
    <div className={styles.foot}>
      <div className={styles.footWords}>{children}</div>
      <div className={styles.buttons}>{buttons}</div>
    </div>
  )
}
