/** Criteria that are not met stop a deal, unless somebody who may do so says why they should not. */
import type { ErrorCode } from '../../errors.ts'
import type { Unmet } from '../pipelines/unmet-criteria.ts'

/** What is kept with a move that went through in spite of unmet criteria. */
export type Overridden = { byId: string | null; reason: string; unmet: Unmet[] }

type Given = {
  unmet: readonly Unmet[]
  override: { reason: string } | undefined
  mayOverride: boolean
  byId: string | null
}
type Judged =
  | { ok: true; value: Overridden | null }
  | { ok: false; code: ErrorCode; params?: Record<string, unknown>; faults?: { path: string; code: string }[] }

/**
 * Only blocking criteria stop; an override that was not needed is not kept, so that it is not counted against anybody.
 * Refusals: `stage.criteria_unmet` with the list, `opportunity.win_needs_order` when that alone is missing, `access.denied`, `reason.required`.
 */
export const judgeCriteria = ({ unmet, override, mayOverride, byId }: Given): Judged => {
  const blocking = unmet.filter((one) => one.blocking)
  if (blocking.length === 0) return { ok: true, value: null }
  if (!override) {
    const onlyOrder = blocking.every(({ kind }) => kind === 'order')
    const code = onlyOrder ? 'opportunity.win_needs_order' : 'stage.criteria_unmet'
    return { ok: false, code, params: unmetParams(blocking) }
  }
  if (!mayOverride) return { ok: false, code: 'access.denied', params: unmetParams(blocking) }
  if (override.reason.trim() === '')
    return { ok: false, code: 'reason.required', faults: [{ path: 'override.reason', code: 'field.required' }] }
  return { ok: true, value: { byId, reason: override.reason, unmet: blocking } }
}

const unmetParams = (unmet: readonly Unmet[]) => ({ count: unmet.length, unmet })
