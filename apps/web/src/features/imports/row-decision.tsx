/** What is to be done with a row: only what makes sense for what it met. */
import { Radio } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Row } from './imports.queries.ts'
import styles from './row-panel.module.css'

export type Decision = NonNullable<Row['decision']>

const offered = (row: Row): Decision[] => {
  if (row.record) return ['merge', 'update', 'create', 'skip']
  if (row.sameAs.length > 0) return ['merge', 'create', 'skip']
  return row.verdict === 'duplicate' || row.level !== null ? ['create', 'skip'] : ['skip']
}
const AS_PROPOSED = 'proposed'

type Props = { row: Row; value: Decision | null; onChange: (decision: Decision | null) => void }

export function RowDecision({ row, value, onChange }: Props) {
  const { t } = useTranslation('imports')
  return (
    <Radio.Group
      label={t(($) => $.whatToDo)}
      value={value ?? AS_PROPOSED}
      onChange={(next) => onChange(next === AS_PROPOSED ? null : (next as Decision))}
    >
      <div className={styles.decisions}>
        <Radio
          value={AS_PROPOSED}
          label={
            row.verdict === 'duplicate'
              ? t(($) => $.undecided)
              : t(($) => $.asProposed, { verdict: t(($) => $.verdicts[row.verdict ?? 'new']) })
          }
        />
        {offered(row).map((decision) => (
          <Radio key={decision} value={decision} label={t(($) => $.decisions[decision])} />
        ))}
      </div>
    </Radio.Group>
  )
}
