/** The stages in their order: dragged by the grip, moved with Alt and an arrow key, opened by a click. */
import { newStageLabel } from '@rapport/domain/features/pipelines/stage-names.ts'
import { IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/icon.tsx'
import { useConsole } from './console.ts'
import { addStage, isEnd, placedAt } from './draft.ts'
import { blankStage } from './draft-parts.ts'
import { StageRow } from './stage-row.tsx'
import styles from './stage-list.module.css'
import { keyOf } from './stable-keys.ts'
import { useStep } from './use-step.ts'

function Heads() {
  const { t } = useTranslation('pipelines')
  return (
    <div className={styles.heads} aria-hidden>
      <span />
      <span />
      <span>{t(($) => $.stage)}</span>
      <span>{t(($) => $.phase)}</span>
      <span>{t(($) => $.probability)}</span>
      <span>{t(($) => $.days)}</span>
      <span>{t(($) => $.criteria)}</span>
      <span>{t(($) => $.deals)}</span>
    </div>
  )
}

function Add() {
  const { t } = useTranslation('pipelines')
  const { draft, edit, choose } = useConsole()
  const add = () => {
    const stage = blankStage(draft, newStageLabel)
    edit(addStage(draft, stage))
    choose(stage.id)
  }
  return (
    <button type="button" className={styles.add} onClick={add}>
      <Icon of={IconPlus} size={14} />
      {t(($) => $.addStage)}
    </button>
  )
}

export function StageList() {
  const { t } = useTranslation('pipelines')
  const { draft, edit } = useConsole()
  const { step, said } = useStep()
  return (
    <div className={styles.list}>
      <Heads />
      <ol aria-label={t(($) => $.stages)}>
        {draft.stages
          .filter((stage) => !isEnd(stage))
          .map((stage) => (
            <StageRow
              key={keyOf(stage.id)}
              stage={stage}
              onStep={(by) => step(stage, by)}
              onDrop={(id, edge) => edit({ ...draft, stages: placedAt(draft.stages, id, stage.id, edge) })}
            />
          ))}
      </ol>
      <Add />
      <ul aria-label={t(($) => $.ends)}>
        {draft.stages.filter(isEnd).map((stage) => (
          <StageRow key={keyOf(stage.id)} stage={stage} />
        ))}
      </ul>
      <p role="status" className={styles.said}>
        {said}
      </p>
    </div>
  )
}
