/** Somebody else changed the stages while one was editing: both are there, and one chooses. */
import { useTranslation } from 'react-i18next'
import { useLabel } from '../../lib/use-language.ts'
import { Button } from '../../ui/button.tsx'
import { toast } from '../../ui/toast.tsx'
import { useConsole } from './console.ts'
import styles from './pipelines.module.css'
import { useNews } from './use-news.ts'

export function StaleNotice() {
  const { t } = useTranslation('pipelines')
  const textOf = useLabel()
  const { conflict, pipeline, draft, edit, takeTheirs, keepMine } = useConsole()
  useNews()
  if (!conflict) return null
  const take = () => {
    takeTheirs()
    // What one typed is laid aside and not thrown away.
    toast(
      t(($) => $.tookTheirs),
      { action: { label: t(($) => $.bringBack), run: () => edit(draft) } },
    )
  }
  const by = pipeline.draftBy ? textOf(pipeline.draftBy.label ?? '') : ''
  return (
    <div className={styles.stale} role="alert">
      <p>{by ? t(($) => $.staleBy, { name: by }) : t(($) => $.stale)}</p>
      <Button small onClick={take}>
        {t(($) => $.takeTheirs)}
      </Button>
      <Button small onClick={keepMine}>
        {t(($) => $.keepMine)}
      </Button>
    </div>
  )
}
