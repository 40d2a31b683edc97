/** The criteria a refused move names. */
import { isProblem } from '../../lib/problem.ts'

type Label = { zh: string; en: string }
export type Unmet = { criterionId: string; stageId: string; label: Label; missing: Label | null; field?: string }

/** Null when the refusal was for another reason. */
export const unmetOf = (error: unknown): Unmet[] | null =>
  isProblem(error) && error.code === 'stage.criteria_unmet' ? ((error.params?.unmet ?? []) as Unmet[]) : null
