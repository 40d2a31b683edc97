/** What stands in place of a screen's data when asking for it failed: why, and a way to try again. */
import { useTranslation } from 'react-i18next'
import { useProblemText } from '../lib/use-problem-text.ts'
import { Button } from './button.tsx'
import styles from './query-problem.module.css'

type Props = {
  error: unknown
  retry: () => void
  /** Among the fields of a form or in a narrow column, where there is no room for more than a line. */
  inline?: boolean | undefined
}

export function QueryProblem({ error, retry, inline }: Props) {
  const { t } = useTranslation()
  const textOf = useProblemText()
  return (
    <div className={styles.broken} data-inline={inline || undefined} role="alert">
      <p>{textOf(error)}</p>
      <Button small={inline === true} onClick={retry}>
        {t(($) => $.action.retry)}
      </Button>
    </div>
  )
}
