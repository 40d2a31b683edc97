/** Which pipeline is being defined, and what of it is in force. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { useLabel } from '../../lib/use-language.ts'
import { Chip } from '../../ui/marks/chip.tsx'
import { Picker } from '../../ui/picker.tsx'
import styles from './pipelines.module.css'
import { versionsQuery, type Pipeline, type PipelineRow } from './pipelines.queries.ts'

type Props = { pipelines: PipelineRow[]; chosen: Pipeline; onChoose: (id: string) => void }

function Row({ row }: { row: PipelineRow }) {
  const { t } = useTranslation('pipelines')
  const textOf = useLabel()
  return (
    <span className={styles.option}>
      {textOf(row.label)}
      {row.isDefault && <Chip tone="blue">{t(($) => $.usual)}</Chip>}
      {row.draftAt && <Chip tone="warn">{t(($) => $.draft)}</Chip>}
      {row.archivedAt && <Chip>{t(($) => $.archived)}</Chip>}
    </span>
  )
}

export function PipelinePicker({ pipelines, chosen, onChoose }: Props) {
  const { t } = useTranslation('pipelines')
  const textOf = useLabel()
  const rank = (row: PipelineRow) => (row.archivedAt ? 2 : row.isDefault ? 0 : 1)
  const options = pipelines
    .toSorted((a, b) => rank(a) - rank(b))
    .map((row) => ({ value: row.id, label: <Row row={row} /> }))
  return (
    <Picker
      label={t(($) => $.pipeline)}
      shown={textOf(chosen.label)}
      value={chosen.id}
      options={options}
      onChange={onChoose}
      width={280}
    />
  )
}

/** "Version 7 published · 3 Nov · Shen Yining". */
export function PublishedNote({ pipeline }: { pipeline: Pipeline }) {
  const { t } = useTranslation('pipelines')
  const textOf = useLabel()
  const format = useFormat()
  const { data } = useQuery(versionsQuery(pipeline.id))
  const last = data?.items[0]
  if (pipeline.archivedAt) return <Chip>{t(($) => $.archived)}</Chip>
  if (pipeline.publishedVersion === 0) return <Chip tone="warn">{t(($) => $.neverPublished)}</Chip>
  const words = [
    t(($) => $.published, { version: pipeline.publishedVersion }),
    last && format.shortDateTime(last.at),
    last?.by && textOf(last.by.label ?? ''),
  ]
  return <span className={styles.published}>{words.filter(Boolean).join(' · ')}</span>
}
