/** Says that the lighter bars are the period before, and which days that was. */
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import styles from './win-loss.module.css'

export function BeforeLegend({ days: { from, to } }: { days: { from: string; to: string } }) {
  const { t } = useTranslation('reports')
  const format = useFormat()
  return (
    <span className={styles.legend} title={`${format.date(from)} – ${format.date(to)}`}>
      {t(($) => $.before)}
    </span>
  )
}
