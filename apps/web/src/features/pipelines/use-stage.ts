/** The stage in the editor: how to change it, and what is wrong with a part of it. */
import { useConsole } from './console.ts'
import { patchStage } from './draft.ts'
import { faultUnder } from './effects.ts'
import type { Stage } from './pipelines.queries.ts'

export function useStage(stage: Stage) {
  const { draft, edit, faults } = useConsole()
  const at = `draft.stages.${draft.stages.indexOf(stage)}`
  return {
    change: (part: Partial<Stage>) => edit(patchStage(draft, stage.id, part)),
    faultOf: (path: string) => faultUnder(faults, `${at}.${path}`),
  }
}
