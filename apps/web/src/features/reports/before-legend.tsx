/** Says that the lighter bars are the period before, and which days that was. */
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import styles from './figure-bars.module.css'

/** `grey` as the bars are where those of the present stand on a track. */
export function BeforeLegend({ days: { from, to }, grey }: { days: { from: string; to: string }; grey?: true }) {
  const { t } = useTranslation('reports')
  const format = useFormat()
  return (
    <span className={styles.legend} data-grey={grey} title={`${format.date(from)} – ${format.date(to)}`}>
      {t(($) => $.before)}
    </span>
  )
}
