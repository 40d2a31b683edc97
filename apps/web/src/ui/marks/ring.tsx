/** How complete a record is, as a ring; amber below 60 %. Also the progress of a job. */
import { useTranslation } from 'react-i18next'
import styles from './marks.module.css'

const LOW = 60

export function Ring({ percent, size = 14 }: { percent: number; size?: number }) {
  const width = size / 6.4
  const radius = size / 2 - width / 2
  const round = 2 * Math.PI * radius
  const middle = size / 2
  return (
    <svg
      width={size}
      height={size}
      viewBox={`0 0 ${size} ${size}`}
      className={styles.ring}
      data-low={percent < LOW || undefined}
      aria-hidden
    >
      <circle cx={middle} cy={middle} r={radius} strokeWidth={width} />
      <circle
        cx={middle}
        cy={middle}
        r={radius}
        strokeWidth={width}
        strokeDasharray={`${(round * percent) / 100} ${round}`}
        transform={`rotate(-90 ${middle} ${middle})`}
      />
    </svg>
  )
}

/** Ring and number, for a cell. */
export function Completeness({ percent }: { percent: number }) {
  const { t } = useTranslation()
  return (
    <span className={styles.complete} title={t(($) => $.mark.complete, { percent })} data-figure>
      <Ring percent={percent} />
      {percent}
    </span>
  )
}
