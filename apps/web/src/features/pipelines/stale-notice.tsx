/** Somebody else changed the stages while one was editing: both are there, and one chooses. */
import { useTranslation } from 'react-i18next'
import { useLabel } from '../../lib/use-language.ts'
import { Button } from '../../ui/button.tsx'
import { useConsole } from './console.ts'
import styles from './pipelines.module.css'

export function StaleNotice() {
  const { t } = useTranslation('pipelines')
  const textOf = useLabel()
  const { conflict, pipeline, takeTheirs, keepMine } = useConsole()
  if (!conflict) return null
  const by = pipeline.draftBy ? textOf(pipeline.draftBy.label ?? '') : ''
  return (
    <div className={styles.stale} role="alert">
      <p>{by ? t(($) => $.staleBy, { name: by }) : t(($) => $.stale)}</p>
      <Button small onClick={takeTheirs}>
        {t(($) => $.takeTheirs)}
      </Button>
      <Button small onClick={keepMine}>
        {t(($) => $.keepMine)}
      </Button>
    </div>
  )
}
