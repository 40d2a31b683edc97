/** The columns of the file, each with some of its values, where it goes, and what was recognised. */
import { IconArrowRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useProblemText } from '../../lib/use-problem-text.ts'
import { Icon } from '../../ui/icon.tsx'
import { ColumnResult } from './column-result.tsx'
import { useSettle, type Import } from './imports.queries.ts'
import styles from './mapping-step.module.css'
import { sentMapping } from './sent-mapping.ts'
import { TargetPicker } from './target-picker.tsx'

const SAMPLES = 3
function Line({ of, at, onMap }: { of: Import; at: number; onMap: (column: string, target: string | null) => void }) {
  const { t } = useTranslation('imports')
  const column = of.columns[at]
  const mapped = of.mapping.find((one) => one.column === column?.header)
  if (!column) return null
  const { header, samples } = column
  return (
    <li className={styles.line} data-off={!mapped?.target || undefined}>
      <b className={styles.header} title={header}>
        {header}
      </b>
      <span className={styles.samples} title={samples.join('\n')}>
        {samples.slice(0, SAMPLES).join(t(($) => $.and)) || t(($) => $.noSamples)}
      </span>
      <Icon of={IconArrowRight} size={14} className={styles.arrow} />
      <TargetPicker
        of={of}
        column={header}
        value={mapped?.target ?? null}
        onChange={(target) => onMap(header, target)}
      />
      <ColumnResult of={of} at={at} />
    </li>
  )
}

export function MappingTable({ of }: { of: Import }) {
  const { t } = useTranslation('imports')
  const textOf = useProblemText()
  const settle = useSettle(of.id)
  const map = (column: string, target: string | null) => {
    const others = sentMapping(of.mapping).filter((one) => one.column !== column)
    // A target that another column had goes to this one; those that take several keep both.
    const many = of.targets.find(({ path }) => path === target)?.many ?? false
    const freed = others.map((one) =>
      !many && target !== null && one.target === target ? { ...one, target: null } : one,
    )
    settle.mutate({ mapping: [...freed, { column, target }] })
  }
  return (
    <section className={styles.table} aria-label={t(($) => $.mapping)}>
      <div className={styles.head} aria-hidden>
        <span>{t(($) => $.inFile)}</span>
        <span>{t(($) => $.samples)}</span>
        <span />
        <span>{t(($) => $.goesTo)}</span>
        <span>{t(($) => $.recognised)}</span>
      </div>
      {settle.isError && (
        <p className={styles.problem} role="alert">
          {textOf(settle.error)}
        </p>
      )}
      <ul className={styles.lines}>
        {of.columns.map(({ header }, at) => (
          <Line key={header} of={of} at={at} onMap={map} />
        ))}
      </ul>
    </section>
  )
}
