/** What stands in place of a screen's data when asking for it failed: why, and a way to try again. */
import { useTranslation } from 'react-i18next'
import { useProblemText } from '../lib/use-problem-text.ts'
import { Button } from './button.tsx'
import styles from './query-problem.module.css'

export function QueryProblem({ error, retry }: { error: unknown; retry: () => void }) {
  const { t } = useTranslation()
  const textOf = useProblemText()
  return (
    <div className={styles.broken} role="alert">
      <p>{textOf(error)}</p>
      <Button onClick={retry}>{t(($) => $.action.retry)}</Button>
    </div>
  )
}
