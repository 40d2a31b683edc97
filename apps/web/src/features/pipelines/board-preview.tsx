/** The board as it will stand: how many deals each stage holds before and after, one mark per deal. */
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { useLabel } from '../../lib/use-language.ts'
import { StageDot } from '../../ui/marks/stage.tsx'
import { useConsole } from './console.ts'
import { colourOf } from './colour-of.ts'
import { isEnd } from './draft.ts'
import { stockOf, type Stock } from './effects.ts'
import styles from './board-preview.module.css'
import { keyOf } from './stable-keys.ts'
import type { Stage } from './pipelines.queries.ts'

/** Marks beyond these say nothing more. */
const MARKS = 10

function Marks({ before, after, token }: { before: number; after: number; token: string }) {
  const kept = Math.min(before, after, MARKS)
  const come = Math.min(Math.max(after - before, 0), MARKS - kept)
  const gone = Math.min(Math.max(before - after, 0), MARKS - kept)
  const style = { background: `var(--rp-${token})` }
  return (
    <span className={styles.marks} aria-hidden>
      {Array.from({ length: kept + come }, (_, at) => (
        <i key={at} style={style} />
      ))}
      {Array.from({ length: gone }, (_, at) => (
        <i key={`gone ${at}`} data-gone />
      ))}
    </span>
  )
}

function Count({ stock }: { stock: Stock | undefined }) {
  const format = useFormat()
  const [before, after] = [stock?.before.count ?? 0, stock?.after.count ?? 0]
  return (
    <span className={styles.count} data-figure>
      {before !== after && <s>{format.number(before)} → </s>}
      {format.number(after)}
    </span>
  )
}

function Column({ stage }: { stage: Stage }) {
  const textOf = useLabel()
  const format = useFormat()
  const { seen } = useConsole()
  const stock = stockOf(seen, stage.id)
  const [before, after] = [stock?.before.count ?? 0, stock?.after.count ?? 0]
  const sum = format.money(stock?.after.baseAmount ?? '0', format.reader.currency, 'compact')
  return (
    <li className={styles.column} data-changed={before !== after || undefined}>
      <p>
        <StageDot token={colourOf(stage.color)} />
        <b>{textOf(stage.label)}</b>
        <Count stock={stock} />
      </p>
      <Marks before={before} after={after} token={colourOf(stage.color)} />
      <span className={styles.sum} data-figure>
        {sum}
      </span>
    </li>
  )
}

export function BoardPreview() {
  const { t } = useTranslation('pipelines')
  const textOf = useLabel()
  const format = useFormat()
  const { draft, seen } = useConsole()
  const open = draft.stages.filter((stage) => !isEnd(stage))
  const count = open.reduce((sum, stage) => sum + (stockOf(seen, stage.id)?.after.count ?? 0), 0)
  return (
    <section className={styles.preview} aria-label={t(($) => $.board)}>
      <div className={styles.head}>
        <h2>{t(($) => $.board)}</h2>
        {seen && <span>{t(($) => $.boardNote, { count, shown: format.number(count) })}</span>}
      </div>
      <div className={styles.strip}>
        <ol className={styles.columns} aria-label={t(($) => $.board)}>
          {open.map((stage) => (
            <Column key={keyOf(stage.id)} stage={stage} />
          ))}
        </ol>
        <ul className={styles.ends} aria-label={t(($) => $.ends)}>
          {draft.stages.filter(isEnd).map((stage) => (
            <li key={keyOf(stage.id)}>
              <StageDot token={colourOf(stage.color)} />
              <b>{textOf(stage.label)}</b>
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}
