/** Says that somebody else was faster, and offers the two ways on; each field concerned shows what they saved. */
import { useTranslation } from 'react-i18next'
import { Button } from '../button.tsx'
import styles from './form.module.css'

type Props = { onTakeTheirs: () => void; onKeepMine: () => void }

export function ConflictNotice({ onTakeTheirs, onKeepMine }: Props) {
  const { t } = useTranslation()
  return (
    <div className={styles.conflict} role="alert">
      <p>{t(($) => $.form.conflict)}</p>
      <Button small onClick={onTakeTheirs}>
        {t(($) => $.form.takeTheirs)}
      </Button>
      <Button small onClick={onKeepMine}>
        {t(($) => $.form.keepMine)}
      </Button>
    </div>
  )
}
