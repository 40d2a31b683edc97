/** How deals go on from a stage, and how it counts: ways out, back, phase, forecast, colour. */
import { Menu } from '@mantine/core'
import { forecastCategories, phases, stageColors } from '@rapport/domain/features/pipelines/stages.fields.ts'
import { IconChevronDown } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { useLabel } from '../../lib/use-language.ts'
import { ChoiceChip } from '../../ui/choice-chip.tsx'
import { Icon } from '../../ui/icon.tsx'
import { StageDot } from '../../ui/marks/stage.tsx'
import { colourOf } from './colour-of.ts'
import { useConsole } from './console.ts'
import { isEnd } from './draft.ts'
import type { Stage } from './pipelines.queries.ts'
import criteria from './stage-criteria.module.css'
import { useStage } from './use-stage.ts'
import styles from './stage-editor.module.css'

type Props = { stage: Stage }

/** None chosen means every stage. */
function Next({ stage }: Props) {
  const { t } = useTranslation('pipelines')
  const textOf = useLabel()
  const format = useFormat()
  const { draft } = useConsole()
  const { change } = useStage(stage)
  const others = draft.stages.filter(({ id }) => id !== stage.id)
  const chosen = others.filter(({ id }) => stage.allowedNextIds.includes(id))
  const words = chosen.length === 0 ? t(($) => $.anyStage) : format.list(chosen.map(({ label }) => textOf(label)))
  const toggle = (id: string, on: boolean) =>
    change({ allowedNextIds: on ? [...stage.allowedNextIds, id] : stage.allowedNextIds.filter((one) => one !== id) })
  return (
    <Menu position="top-start" closeOnItemClick={false} width={240}>
      <Menu.Target>
        <button type="button" className={criteria.token} aria-label={`${t(($) => $.next)}: ${words}`}>
          {words}
          <Icon of={IconChevronDown} size={12} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {others.map((other) => (
          <Menu.CheckboxItem
            key={other.id}
            checked={stage.allowedNextIds.includes(other.id)}
            onChange={(on) => toggle(other.id, on)}
          >
            {textOf(other.label)}
          </Menu.CheckboxItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

/** One of the steps of blue; how deep, is said by its number. */
function Colour({ stage }: Props) {
  const { t } = useTranslation('pipelines')
  const { change } = useStage(stage)
  const step = (color: Stage['color']) => t(($) => $.colourStep, { step: stageColors.indexOf(color) + 1 })
  return (
    <Menu position="top-start" width={160}>
      <Menu.Target>
        <button type="button" className={criteria.token} aria-label={`${t(($) => $.colour)}: ${step(stage.color)}`}>
          <StageDot token={colourOf(stage.color)} />
          <Icon of={IconChevronDown} size={12} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup value={stage.color} onChange={(color) => change({ color: color as Stage['color'] })}>
          {stageColors.slice(0, 8).map((color) => (
            <Menu.RadioItem key={color} value={color}>
              <span className={styles.colour}>
                <StageDot token={color} />
                {step(color)}
              </span>
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  )
}

function Kind({ stage }: Props) {
  const { t } = useTranslation('pipelines')
  const textOf = useLabel()
  const { change, faultOf } = useStage(stage)
  const named = (choices: typeof phases | typeof forecastCategories) =>
    choices.map(({ value, label }) => ({ value: value as string, label: textOf(label) }))
  return (
    <>
      <Option label={t(($) => $.phase)} fault={faultOf('phase')}>
        <ChoiceChip
          label={t(($) => $.phase)}
          value={stage.phase as string}
          options={named(phases).filter(({ value }) => value === 'open' || value === 'commit')}
          onChange={(phase) => change({ phase: phase as Stage['phase'] })}
        />
      </Option>
      <Option label={t(($) => $.forecast)}>
        <ChoiceChip
          label={t(($) => $.forecast)}
          value={stage.forecastCategory as string}
          options={named(forecastCategories)}
          onChange={(category) => change({ forecastCategory: category as Stage['forecastCategory'] })}
        />
      </Option>
    </>
  )
}

function Option({ label, fault, children }: { label: string; fault?: string | undefined; children: ReactNode }) {
  return (
    <div className={styles.option}>
      <span>{label}</span>
      {children}
      {fault && <em>{fault}</em>}
    </div>
  )
}

export function StageOptions({ stage }: Props) {
  const { t } = useTranslation('pipelines')
  const { change } = useStage(stage)
  if (isEnd(stage)) return null
  const back = [
    { value: 'yes' as const, label: t(($) => $.backAllowed) },
    { value: 'no' as const, label: t(($) => $.backForbidden) },
  ]
  return (
    <div className={styles.options} role="group" aria-label={t(($) => $.ways)}>
      <Option label={t(($) => $.next)}>
        <Next stage={stage} />
      </Option>
      <Option label={t(($) => $.back)}>
        <ChoiceChip
          label={t(($) => $.back)}
          value={stage.allowBack ? 'yes' : 'no'}
          options={back}
          onChange={(value) => change({ allowBack: value === 'yes' })}
        />
      </Option>
      <Kind stage={stage} />
      <Option label={t(($) => $.colour)}>
        <Colour stage={stage} />
      </Option>
    </div>
  )
}
