/** What a refused move names as missing: criteria, or the order that a pipeline asks of every win. */
import { isProblem } from '../../lib/problem.ts'

type Label = { zh: string; en: string }
export type Unmet = { criterionId: string; stageId: string; label: Label; missing: Label | null; field?: string }

/** Null when the refusal was for another reason. */
export const unmetOf = (error: unknown): Unmet[] | null =>
  isProblem(error, 'stage.criteria_unmet', 'opportunity.win_needs_order')
    ? ((error.params['unmet'] ?? []) as Unmet[])
    : null
