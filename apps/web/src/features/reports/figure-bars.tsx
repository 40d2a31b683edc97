/** Named bars, a slim lighter one below each for the period before; the bar opens the rows of its figure. */
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { drillPath } from './reports.queries.ts'
import styles from './figure-bars.module.css'

export type FigureBar = {
  key: string
  name: string
  /** The filter behind the bar. */
  drill: unknown
  /** Shares of the track, from 0 to 1; `before` only where something is compared. */
  now: number
  before?: number
  figure: ReactNode
  /** What stands at the right edge: a value, or words with their figures. */
  beside: ReactNode
}

type Props = {
  bars: FigureBar[]
  tone: 'won' | 'lost'
  /** The track is shown: the bars are shares of a whole. */
  whole?: true
}

const width = (share: number) => ({ width: `${100 * share}%` })

export function FigureBars({ bars, tone, whole }: Props) {
  return (
    <ol className={styles.bars}>
      {bars.map(({ key, name, drill, now, before, figure, beside }) => (
        <li key={key} className={styles.bar}>
          <span className={styles.name} title={name}>
            {name}
          </span>
          {/* The figure beside it is the same link, for keyboards and readers. */}
          <Link to={drillPath(drill)} tabIndex={-1} aria-hidden className={styles.open}>
            <span className={styles.pair} data-whole={whole}>
              <i data-tone={tone} style={width(now)} />
              {before !== undefined && <i data-before style={width(before)} />}
            </span>
          </Link>
          <b className={styles.count}>{figure}</b>
          <span className={styles.value}>{beside}</span>
        </li>
      ))}
    </ol>
  )
}
