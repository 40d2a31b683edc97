/** The list differs from its view: keep that, keep it as another view, or go back. */
import { useTranslation } from 'react-i18next'
import styles from './saved-views.module.css'
import type { ViewActs } from './use-view-acts.ts'
import type { Views } from './use-views.ts'

export function ViewChanges({ of, acts }: { of: Views; acts: ViewActs }) {
  const { t } = useTranslation()
  const { view } = of
  if (of.changed.length === 0 || !of.ready) return null
  return (
    <div className={styles.changes} role="group" aria-label={t(($) => $.view.changed)}>
      <span>{t(($) => $.view.changed)}</span>
      {view?.can.edit && (
        <button type="button" className={styles.act} disabled={acts.busy} onClick={() => acts.save(view)}>
          {t(($) => $.action.save)}
        </button>
      )}
      <button type="button" className={styles.act} onClick={acts.create}>
        {t(($) => $.view.saveAs)}
      </button>
      <button type="button" className={styles.act} onClick={acts.revert}>
        {t(($) => $.view.revert)}
      </button>
    </div>
  )
}
