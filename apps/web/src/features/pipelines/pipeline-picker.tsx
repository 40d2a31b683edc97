/** Which pipeline is being defined, and what of it is in force. */
import { Menu } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconChevronDown } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { useLabel } from '../../lib/use-language.ts'
import { Icon } from '../../ui/icon.tsx'
import { Chip } from '../../ui/marks/chip.tsx'
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
  const name = textOf(chosen.label)
  const rank = (row: PipelineRow) => (row.archivedAt ? 2 : row.isDefault ? 0 : 1)
  return (
    <Menu position="bottom-start" width={280}>
      <Menu.Target>
        <button type="button" className={styles.picker} aria-label={`${t(($) => $.pipeline)}: ${name}`}>
          <span>{name}</span>
          <Icon of={IconChevronDown} size={14} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup value={chosen.id} onChange={onChoose}>
          {pipelines
            .toSorted((a, b) => rank(a) - rank(b))
            .map((row) => (
              <Menu.RadioItem key={row.id} value={row.id}>
                <Row row={row} />
              </Menu.RadioItem>
            ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
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
