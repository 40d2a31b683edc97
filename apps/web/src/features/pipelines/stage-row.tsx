/** One stage in the list: names, chance, days, criteria, deals; what the draft changes of it stands in a word. */
import { IconGripVertical } from '@tabler/icons-react'
import { phases } from '@rapport/domain/features/pipelines/stages.fields.ts'
import type { KeyboardEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { moveComma } from '../../lib/move-comma.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useLabel, useLanguage } from '../../lib/use-language.ts'
import { Icon } from '../../ui/icon.tsx'
import { Chip } from '../../ui/marks/chip.tsx'
import { StageDot } from '../../ui/marks/stage.tsx'
import { useSortable } from '../../ui/use-sortable.ts'
import { colourOf } from './colour-of.ts'
import { useConsole } from './console.ts'
import { isEnd, type Edge } from './draft.ts'
import { changesOf, faultUnder, stockOf } from './effects.ts'
import styles from './stage-list.module.css'
import type { Stage } from './pipelines.queries.ts'

type Props = {
  stage: Stage
  /** Absent for those that always stand at the end. */
  onStep?: (by: -1 | 1) => void
  onDrop?: (id: string, edge: Edge) => void
}

const steps: Record<string, -1 | 1> = { ArrowUp: -1, ArrowDown: 1 }

function Change({ stage }: { stage: Stage }) {
  const { t } = useTranslation('pipelines')
  const { draft, pipeline, seen, faults } = useConsole()
  const at = draft.stages.indexOf(stage)
  if (faultUnder(faults, `draft.stages.${at}`)) return <Chip tone="risk">{t(($) => $.faulty)}</Chip>
  if (!pipeline.stages?.some(({ id }) => id === stage.id)) return <Chip tone="warn">{t(($) => $.added)}</Chip>
  return changesOf(seen, stage.id).length > 0 ? <Chip tone="warn">{t(($) => $.changed)}</Chip> : null
}

function Names({ stage }: { stage: Stage }) {
  const textOf = useLabel()
  const zh = useLanguage() === 'zh'
  return (
    <span className={styles.names}>
      <span className={styles.name}>
        <b>{textOf(stage.label)}</b>
        <Change stage={stage} />
      </span>
      <span className={styles.other}>{zh ? stage.label.en : stage.label.zh}</span>
    </span>
  )
}

function Days({ stage }: { stage: Stage }): ReactNode {
  const { t } = useTranslation('pipelines')
  const { pipeline } = useConsole()
  if (stage.phase === 'lost') return t(($) => $.needsReason)
  if (stage.phase === 'won') return pipeline.winNeedsOrder ? t(($) => $.needsOrder) : '–'
  if (stage.expectedDays === null && stage.maxDays === null) return '–'
  return `${stage.expectedDays ?? '–'} / ${stage.maxDays ?? '–'}`
}

function Deals({ stage }: { stage: Stage }) {
  const format = useFormat()
  const { seen } = useConsole()
  const stock = stockOf(seen, stage.id)
  const [before, after] = [stock?.before.count ?? 0, stock?.after.count ?? 0]
  return (
    <span className={styles.figure} data-figure>
      {before !== after && <s>{format.number(before)} → </s>}
      {format.number(after)}
    </span>
  )
}

function Cells({ stage }: { stage: Stage }) {
  const textOf = useLabel()
  const format = useFormat()
  const phase = phases.find(({ value }) => value === stage.phase)
  const digits = moveComma(stage.probability, 2).includes('.') ? 1 : 0
  return (
    <>
      <StageDot token={colourOf(stage.color)} />
      <Names stage={stage} />
      <span className={styles.quiet}>{phase && textOf(phase.label)}</span>
      <span className={styles.figure} data-figure>
        {stage.probability === '' ? '–' : format.percent(stage.probability, digits)}
      </span>
      <span className={styles.quiet} data-figure>
        <Days stage={stage} />
      </span>
      <span className={styles.quiet} data-figure>
        {stage.criteria.length}
      </span>
      <Deals stage={stage} />
    </>
  )
}

export function StageRow({ stage, onStep, onDrop }: Props) {
  const { chosen, choose } = useConsole()
  const { setRow, setGrip, edge } = useSortable({
    id: stage.id,
    list: 'stages',
    enabled: onDrop !== undefined,
    onDrop: (id, side) => onDrop?.(id, side),
  })
  const press = (event: KeyboardEvent) => {
    const by = event.altKey ? steps[event.key] : undefined
    if (!by) return
    event.preventDefault()
    onStep?.(by)
  }
  return (
    <li ref={setRow} className={styles.row} data-edge={edge ?? undefined} data-end={isEnd(stage) || undefined}>
      <span ref={setGrip} className={styles.grip} aria-hidden>
        {onDrop && <Icon of={IconGripVertical} size={14} />}
      </span>
      <button
        type="button"
        className={styles.open}
        aria-current={stage.id === chosen || undefined}
        aria-keyshortcuts={onStep ? 'Alt+ArrowUp Alt+ArrowDown' : undefined}
        onKeyDown={press}
        onClick={() => choose(stage.id)}
      >
        <Cells stage={stage} />
      </button>
    </li>
  )
}
