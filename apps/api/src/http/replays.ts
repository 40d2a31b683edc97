/** A replayed answer is given only to who may still see the record it speaks of. */
import type { Ctx } from '../ctx.ts'
import type { Answer } from '../db/idempotency.ts'
import { visibleIds } from '../records/find.ts'
import { recordSets } from '../records/all.ts'
import { refuse } from './problems.ts'

/** Errors: 404 when the record is gone or no longer visible. */
export const demandStillVisible = async (ctx: Ctx, { entity, recordId }: Answer): Promise<void> => {
  const set = entity === null ? undefined : recordSets()[entity]
  if (!set || recordId === null) return
  const visible = await visibleIds(ctx, set, [recordId])
  if (!visible.has(recordId)) refuse('record.notFound')
}
