/** What became of the rows; the four numbers are all rows that were read. */
import { importFields } from '@rapport/domain/features/imports/imports.fields.ts'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { useLabel } from '../../lib/use-language.ts'
import { ShareBar } from '../../ui/marks/bar.tsx'
import type { Import } from './imports.queries.ts'
import styles from './result-step.module.css'

const parts = [
  { name: 'created', token: 'ok-mark' },
  { name: 'updated', token: 'stage-5' },
  { name: 'skipped', token: 'lost' },
  { name: 'failed', token: 'risk-mark' },
] as const

export function Counts({ of }: { of: Import }) {
  const { t } = useTranslation('imports')
  const textOf = useLabel()
  const format = useFormat()
  const isOver = of.finishedAt !== null
  return (
    <section className={styles.counts} aria-label={t(($) => $.became)}>
      {isOver && (
        <ShareBar height={8} parts={parts.map(({ name, token }) => ({ share: of[name] / of.rowCount, token }))} />
      )}
      <dl className={styles.numbers}>
        {parts.map(({ name, token }) => (
          <div key={name}>
            <dt>
              <i style={{ background: `var(--rp-${token})` }} />
              {textOf(importFields[name].label)}
            </dt>
            <dd data-figure>{format.number(of[name])}</dd>
          </div>
        ))}
        <div className={styles.sum}>
          <dt>{t(($) => $.rowsRead)}</dt>
          <dd data-figure>{format.number(of.rowCount)}</dd>
        </div>
      </dl>
    </section>
  )
}
