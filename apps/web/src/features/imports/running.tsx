/** How far an import or its undo has come. */
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { Progress } from '../../ui/progress.tsx'
import { Counts } from './counts.tsx'
import type { Import } from './imports.queries.ts'
import styles from './result-step.module.css'

// An undo walks from the last row to the first.
const doneOf = ({ status, progress, rowCount, created, updated, skipped, failed }: Import) =>
  status === 'undoing' ? Math.max(0, rowCount - progress) : created + updated + skipped + failed

export function Running({ of }: { of: Import }) {
  const { t } = useTranslation('imports')
  const format = useFormat()
  const done = doneOf(of)
  const words = t(($) => (of.status === 'undoing' ? $.undoing : $.running), {
    done: format.number(done),
    rows: format.number(of.rowCount),
  })
  return (
    <>
      <p className={styles.sentence} role="status">
        {words}
      </p>
      <Progress label={words} done={done} total={of.rowCount} />
      <Counts of={of} />
    </>
  )
}
