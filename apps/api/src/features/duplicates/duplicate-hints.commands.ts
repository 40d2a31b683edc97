/**
 * That something exists beyond one's reach is told of so many records an hour and no more, or whoever asks for every number there
 * is would know all customers. Counted apart from the caller's transaction, because a refusal takes that back and still has told.
 */
import type { Ctx, Tx } from '../../ctx.ts'

export const HINTS_AN_HOUR = 60

/** Those of the records of which the caller may be told now. The row is locked, so that questions at once do not pass the limit. */
export const takeHints = async (ctx: Ctx | Tx, recordIds: readonly string[]): Promise<string[]> => {
  const { userId } = ctx.actor
  if (userId === null || recordIds.length === 0) return []
  const [row] = await ctx.services.prisma.$queryRaw<{ told: string[] }[]>`
    insert into duplicate_hints as h ("userId", since, "recordIds") values (${userId}::uuid, ${ctx.now}, (${[...recordIds]}::uuid[])[1:${HINTS_AN_HOUR}::int])
    on conflict ("userId") do update set
      since = case when h.since > ${ctx.now}::timestamptz - interval '1 hour' then h.since else excluded.since end,
      "recordIds" = case when h.since <= ${ctx.now}::timestamptz - interval '1 hour' then excluded."recordIds"
        else (h."recordIds" || array(select id from unnest(excluded."recordIds") id where id <> all(h."recordIds")))[1:${HINTS_AN_HOUR}::int] end
    returning "recordIds"::text[] as told`
  return recordIds.filter((id) => row?.told.includes(id))
}
