/** Exporting a list: how many records, in which format, with which columns; then the job that does it. */
import { isOffered, withCards, type ExportFormat } from '@rapport/domain/features/exports/export-formats.ts'
import type { JobEntity } from '@rapport/domain/features/jobs/job-choices.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListState } from '../../lib/list-state.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useProblemText } from '../../lib/use-problem-text.ts'
import { Button } from '../../ui/button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { toast } from '../../ui/toast.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { exportCount, useExport, writable } from './exports.queries.ts'
import styles from './exports.module.css'

type Props = {
  entity: JobEntity
  state: ListState
  /** The columns shown, in their order. */
  columns: readonly string[]
  onClose: () => void
}
type Which = 'shown' | 'all'

type Counted = { entity: JobEntity; state: Parameters<typeof exportCount>[1] }

function Count({ entity, state }: Counted) {
  const { t } = useTranslation('jobs')
  const format = useFormat()
  const textOf = useProblemText()
  const { data, error } = useQuery(exportCount(entity, state))
  if (error) return <p role="alert">{textOf(error)}</p>
  if (data === undefined) return <Waiting rows={1} />
  const isAll = !state.filter && state.search.trim() === ''
  return (
    <p className={styles.sentence} role="status">
      {data === 0
        ? t(($) => $.exportNone)
        : t(($) => (isAll ? $.exportAll : $.exportFiltered), { count: data, shown: format.number(data) })}
    </p>
  )
}

/** Of customers only persons have cards: how many of the list are left out. */
function WithoutCard({ entity, state }: Counted) {
  const { t } = useTranslation('jobs')
  const format = useFormat()
  const all = useQuery(exportCount(entity, state))
  const persons = useQuery(exportCount(entity, withCards(entity, state)))
  if (all.data === undefined || persons.data === undefined || all.data === persons.data) return null
  const count = all.data - persons.data
  return (
    <p className={styles.notes} role="status">
      {t(($) => $.withoutCard, { count, shown: format.number(count) })}
    </p>
  )
}

function Problem({ error }: { error: unknown }) {
  const textOf = useProblemText()
  return (
    <p role="alert" className={styles.problem}>
      {textOf(error)}
    </p>
  )
}

type ChoicesProps = {
  entity: JobEntity
  format: ExportFormat
  onFormat: (format: ExportFormat) => void
  which: Which
  onWhich: (which: Which) => void
}

function Choices({ entity, format, onFormat, which, onWhich }: ChoicesProps) {
  const { t } = useTranslation('jobs')
  const formats = [
    { value: 'csv' as const, label: 'CSV' },
    { value: 'xlsx' as const, label: 'Excel (XLSX)' },
    { value: 'vcf' as const, label: 'vCard' },
  ].filter(({ value }) => isOffered(value, entity))
  const choices = [
    { value: 'shown' as const, label: t(($) => $.columnsShown) },
    { value: 'all' as const, label: t(($) => $.columnsAll) },
  ]
  return (
    <>
      <Segmented showLabel label={t(($) => $.format)} value={format} options={formats} onChange={onFormat} />
      {format !== 'vcf' && (
        <Segmented showLabel label={t(($) => $.columns)} value={which} options={choices} onChange={onWhich} />
      )}
    </>
  )
}

export default function ExportPanel({ entity, state, columns, onClose }: Props) {
  const { t } = useTranslation('jobs')
  const { t: common } = useTranslation()
  const [format, setFormat] = useState<ExportFormat>('csv')
  const [which, setWhich] = useState<Which>('shown')
  const start = useExport()
  const isPartly = format === 'vcf' && entity === 'customers'
  const told = isPartly ? withCards(entity, state) : state
  const { data: count } = useQuery(exportCount(entity, told))
  const onSuccess = () => {
    toast(t(($) => $.started))
    onClose()
  }
  const fields = which === 'shown' && format !== 'vcf' ? writable(entity, columns) : undefined
  return (
    <Panel opened onClose={onClose} title={common(($) => $.list.export)}>
      <div className={styles.body}>
        <Count entity={entity} state={told} />
        {isPartly && <WithoutCard entity={entity} state={state} />}
        <Choices entity={entity} format={format} onFormat={setFormat} which={which} onWhich={setWhich} />
        <p className={styles.notes}>{t(($) => (format === 'vcf' ? $.exportCards : $.exportBack))}</p>
        <p className={styles.notes}>{t(($) => (format === 'vcf' ? $.exportCardNotes : $.exportNotes))}</p>
        {start.error && <Problem error={start.error} />}
      </div>
      <div className={styles.foot}>
        <Button onClick={onClose}>{common(($) => $.action.cancel)}</Button>
        <Button
          tone="primary"
          busy={start.isPending}
          disabled={count === 0}
          onClick={() => start.mutate({ entity, state, format, fields }, { onSuccess })}
          data-autofocus
        >
          {t(($) => $.startExport)}
        </Button>
      </div>
    </Panel>
  )
}
