/** One criterion: its sentence, how many deals meet it, and what else can be done with it. */
import { Menu } from '@mantine/core'
import { IconDots, IconGripVertical } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { ShareBar } from '../../ui/marks/bar.tsx'
import { Chip } from '../../ui/marks/chip.tsx'
import { useSortable } from '../../ui/use-sortable.ts'
import { CriterionSentence } from './criterion-sentence.tsx'
import { useConsole } from './console.ts'
import type { Edge } from './draft.ts'
import { fitOf } from './effects.ts'
import type { Criterion, Stage } from './pipelines.queries.ts'
import { useStage } from './use-stage.ts'
import styles from './stage-criteria.module.css'

type Props = {
  stage: Stage
  criterion: Criterion
  onChange: (next: Criterion | null) => void
  onDrop: (id: string, edge: Edge) => void
  above: string | undefined
  below: string | undefined
}

function FitMark({ stage, criterion }: Pick<Props, 'stage' | 'criterion'>) {
  const { t } = useTranslation('pipelines')
  const { seen } = useConsole()
  const fit = fitOf(seen, stage.id, criterion.id)
  if (!fit || fit.of === 0) return <span className={styles.fit}>–</span>
  return (
    <span className={styles.fit} title={t(($) => $.fitNote, { met: fit.met, of: fit.of })}>
      <ShareBar parts={[{ share: fit.met / fit.of, token: 'stage-5' }]} height={4} />
      <b data-figure>
        {fit.met} / {fit.of}
      </b>
    </span>
  )
}

function More({ criterion, onChange, onDrop, above, below }: Props) {
  const { t } = useTranslation('pipelines')
  const { t: common } = useTranslation('common')
  const set = (part: Partial<Criterion>) => onChange({ ...criterion, ...part })
  const place = (target: string, edge: Edge) => onDrop(target, edge)
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <IconButton small icon={IconDots} label={t(($) => $.moreOf)} />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => set({ blocking: !criterion.blocking })}>
          {t(($) => (criterion.blocking ? $.onlyHint : $.mustHold))}
        </Menu.Item>
        <Menu.Item onClick={() => set({ side: criterion.side === 'entry' ? 'exit' : 'entry' })}>
          {t(($) => (criterion.side === 'entry' ? $.toExit : $.toEntry))}
        </Menu.Item>
        {above && <Menu.Item onClick={() => place(above, 'bottom')}>{t(($) => $.moveUp)}</Menu.Item>}
        {below && <Menu.Item onClick={() => place(below, 'top')}>{t(($) => $.moveDown)}</Menu.Item>}
        <Menu.Divider />
        <Menu.Item onClick={() => onChange(null)}>{common(($) => $.action.remove)}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

export function CriterionRow(props: Props) {
  const { stage, criterion, onChange, onDrop } = props
  const { t } = useTranslation('pipelines')
  const { pipeline } = useConsole()
  const { faultOf } = useStage(stage)
  const { setRow, setGrip, edge } = useSortable({ id: criterion.id, list: `${stage.id} ${criterion.side}`, onDrop })
  const before = pipeline.stages?.flatMap(({ criteria }) => criteria).find(({ id }) => id === criterion.id)
  const isChanged = JSON.stringify(before) !== JSON.stringify(criterion)
  const fault = faultOf(`criteria.${stage.criteria.indexOf(criterion)}`)
  // Other words than those it had would say something else; without any, the server words it.
  const demand = (params: Criterion['params']) => onChange({ ...criterion, params, label: { zh: '', en: '' } })
  return (
    <li ref={setRow} className={styles.row} data-edge={edge ?? undefined} data-changed={isChanged || undefined}>
      <span ref={setGrip} className={styles.grip} aria-hidden>
        <Icon of={IconGripVertical} size={14} />
      </span>
      <div className={styles.sentence}>
        <CriterionSentence criterion={criterion} onDemand={demand} />
        {!criterion.blocking && <Chip>{t(($) => $.hint)}</Chip>}
      </div>
      <FitMark stage={stage} criterion={criterion} />
      <More {...props} />
      {fault && (
        <p className={styles.fault} role="alert">
          {fault}
        </p>
      )}
    </li>
  )
}
