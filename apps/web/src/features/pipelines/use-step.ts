/** Moves a stage by a step and says where it stands now. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLabel } from '../../lib/use-language.ts'
import { useConsole } from './console.ts'
import { stepStage } from './draft.ts'
import type { Stage } from './pipelines.queries.ts'

export function useStep() {
  const { t } = useTranslation('pipelines')
  const textOf = useLabel()
  const { draft, edit } = useConsole()
  const [said, say] = useState('')
  const step = (stage: Stage, by: -1 | 1) => {
    const next = stepStage(draft, stage.id, by)
    if (next === draft) return
    const place = next.stages.findIndex(({ id }) => id === stage.id) + 1
    say(t(($) => $.movedTo, { name: textOf(stage.label), place }))
    edit(next)
  }
  return { step, said }
}
