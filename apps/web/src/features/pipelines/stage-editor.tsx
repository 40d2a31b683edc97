/** Everything that is said of one stage. Each change is in the draft at once. */
import { copyLabel } from '@rapport/domain/features/pipelines/stage-names.ts'
import { IconArrowDown, IconArrowUp, IconCopy, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useLabel } from '../../lib/use-language.ts'
import { IconButton } from '../../ui/button.tsx'
import { Chip } from '../../ui/marks/chip.tsx'
import { StageDot } from '../../ui/marks/stage.tsx'
import { colourOf } from './colour-of.ts'
import { useConsole } from './console.ts'
import { insertAfter, isEnd, removeStage } from './draft.ts'
import { copyOf } from './draft-parts.ts'
import { changesOf } from './effects.ts'
import type { Stage } from './pipelines.queries.ts'
import { StageChecklist } from './stage-checklist.tsx'
import { StageCriteria } from './stage-criteria.tsx'
import { StageFields } from './stage-fields.tsx'
import { useStep } from './use-step.ts'
import { StageOptions } from './stage-options.tsx'
import { StageTexts } from './stage-texts.tsx'
import styles from './stage-editor.module.css'

function Tools({ stage }: { stage: Stage }) {
  const { t } = useTranslation('pipelines')
  const { t: common } = useTranslation('common')
  const name = useLabel()(stage.label)
  const { draft, edit, choose } = useConsole()
  const { step, said } = useStep()
  if (isEnd(stage)) return null
  const copy = () => {
    const added = copyOf(stage, copyLabel(stage.label))
    edit(insertAfter(draft, stage.id, added))
    choose(added.id)
  }
  const remove = () => {
    edit(removeStage(draft, stage.id))
    choose(null)
  }
  return (
    <div className={styles.tools}>
      <IconButton icon={IconArrowUp} label={common(($) => $.list.up, { name })} onClick={() => step(stage, -1)} />
      <IconButton icon={IconArrowDown} label={common(($) => $.list.down, { name })} onClick={() => step(stage, 1)} />
      <IconButton icon={IconCopy} label={t(($) => $.copyStage, { name })} onClick={copy} />
      <IconButton icon={IconTrash} label={t(($) => $.removeStage, { name })} onClick={remove} />
      <p role="status" className={styles.said}>
        {said}
      </p>
    </div>
  )
}

export function StageEditor({ stage }: { stage: Stage }) {
  const { t } = useTranslation('pipelines')
  const textOf = useLabel()
  const { seen, pipeline } = useConsole()
  const isAdded = !pipeline.stages?.some(({ id }) => id === stage.id)
  const changes = changesOf(seen, stage.id).length
  return (
    <section className={styles.editor} aria-label={textOf(stage.label)}>
      <div className={styles.head}>
        <StageDot token={colourOf(stage.color)} />
        <h2>{textOf(stage.label)}</h2>
        {isAdded && <Chip tone="warn">{t(($) => $.added)}</Chip>}
        {!isAdded && changes > 0 && <Chip tone="warn">{t(($) => $.changes, { count: changes })}</Chip>}
        <Tools stage={stage} />
      </div>
      <StageFields stage={stage} />
      <StageTexts stage={stage} />
      <StageCriteria stage={stage} side="entry" />
      {!isEnd(stage) && <StageCriteria stage={stage} side="exit" />}
      {!isEnd(stage) && <StageChecklist stage={stage} />}
      <StageOptions stage={stage} />
    </section>
  )
}
