/** What must hold before a deal enters or leaves a stage: one sentence each, with how many deals meet it now. */
import { Menu } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/icon.tsx'
import { CriterionRow } from './criterion-row.tsx'
import { placedAt } from './draft.ts'
import { blankCriterion, criterionForms, type Side } from './draft-parts.ts'
import type { Criterion, Stage } from './pipelines.queries.ts'
import { keyOf } from './stable-keys.ts'
import { useStage } from './use-stage.ts'
import styles from './stage-criteria.module.css'

type Props = { stage: Stage; side: Side }

function Add({ stage, side }: Props) {
  const { t } = useTranslation('pipelines')
  const { change } = useStage(stage)
  return (
    <Menu position="bottom-start" width={280}>
      <Menu.Target>
        <button type="button" className={styles.add}>
          <Icon of={IconPlus} size={14} />
          {t(($) => (side === 'entry' ? $.addEntry : $.addExit))}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {criterionForms.map((kind) => (
          <Menu.Item key={kind} onClick={() => change({ criteria: [...stage.criteria, blankCriterion(side, kind)] })}>
            {t(($) => $.kinds[kind])}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

export function StageCriteria({ stage, side }: Props) {
  const { t } = useTranslation('pipelines')
  const { change } = useStage(stage)
  const own = stage.criteria.filter((criterion) => criterion.side === side)
  const replace = (id: string, next: Criterion | null) =>
    change({ criteria: stage.criteria.flatMap((one) => (one.id === id ? (next ?? []) : one)) })
  return (
    <section className={styles.criteria} aria-label={t(($) => $[side])}>
      <div className={styles.head}>
        <h3>{t(($) => $[side])}</h3>
        {side === 'entry' && <span>{t(($) => $.entryNote)}</span>}
        {own.length > 0 && <span className={styles.fitHead}>{t(($) => $.openDeals)}</span>}
      </div>
      <ul>
        {own.map((criterion, at) => (
          <CriterionRow
            key={keyOf(criterion.id)}
            stage={stage}
            criterion={criterion}
            onChange={(next) => replace(criterion.id, next)}
            onDrop={(id, edge) => change({ criteria: placedAt(stage.criteria, id, criterion.id, edge) })}
            above={own[at - 1]?.id}
            below={own[at + 1]?.id}
          />
        ))}
      </ul>
      <Add stage={stage} side={side} />
    </section>
  )
}
