/** A replayed answer is given only to who may still see the record it speaks of, and as far as he may. */
import type { Reply, Route } from '@rapport/domain/contract/route.ts'
import { lensOf } from '../access/lens.ts'
import type { Ctx } from '../ctx.ts'
import type { Answer } from '../db/idempotency.ts'
import { readRecord, visibleIds } from '../records/find.ts'
import { recordSets } from '../records/all.ts'
import type { RecordSet } from '../records/record-set.ts'
import { refuse } from './problems.ts'

/**
 * The first answer word for word, or, where the caller's rights have changed since, the record as he reads it now. Errors:
 * 404 when the record is gone or no longer visible, 403 for an answer that cannot be given anew.
 */
export const replayFor = async <R extends Route>(ctx: Ctx, route: R, known: Answer): Promise<Reply<R>> => {
  const { entity, recordId, body, lens } = known
  const set = entity === null ? undefined : recordSets()[entity]
  if (set && recordId !== null) await demandStillVisible(ctx, set, recordId)
  if (route.reply === null || lens === lensOf(ctx.actor)) return body as Reply<R>
  const isRecord = set && recordId !== null && (body as { id?: unknown } | null)?.id === recordId
  const now = isRecord ? await readRecord(ctx, set, recordId) : undefined
  return route.reply.safeParse(now).success ? (now as Reply<R>) : refuse('access.denied')
}

const demandStillVisible = async (ctx: Ctx, set: RecordSet, id: string): Promise<void> => {
  const visible = await visibleIds(ctx, set, [id])
  if (!visible.has(id)) refuse('record.notFound')
}
