/**
 * The words of new rows wait in a list of their search index until it is long; then whoever inserts next sorts them in, a
 * fifth of the time of a batch. A batch lets its list grow instead and has it sorted in on another connection, while it
 * goes on.
 */
import type { Ctx, Tx } from '../ctx.ts'

/** Until the transaction ends nothing it inserts sorts words in. */
export const leaveWords = async (tx: Tx): Promise<void> => {
  await tx.db.$queryRaw`select set_config('gin_pending_list_limit', '65536', true)`
}

/** Sorts in the words that wait at the search indexes of the table; what is not committed yet among them as well. */
export const sortWords = async (ctx: Ctx, table: string): Promise<void> => {
  await ctx.services.prisma.$queryRaw`
    select gin_clean_pending_list(i.indexrelid) from pg_index i join pg_class c on c.oid = i.indexrelid join pg_am a on a.oid = c.relam
    where i.indrelid = to_regclass(${table}) and a.amname = 'gin' and i.indisvalid`
}
