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

/** How many rows may wait before their words are sorted in: a long list makes a search slow, a short one takes as long to sort. */
const ROWS = 2_000

/**
 * For the batches of a job on this table: `next` is told of each that was committed, while the one after it is on its way, and
 * `end` sorts in what is left. No batch fails with it: sooner or later others would do it.
 */
export const sortingWords = (ctx: Ctx, table: string) => {
  let waiting = 0
  let sorted: Promise<void> = Promise.resolve()
  const sort = () => {
    waiting = 0
    sorted = sortWords(ctx, table).catch((error: unknown) =>
      ctx.log.warn({ err: error, table }, 'words of a search index were left waiting'),
    )
  }
  return {
    next: async (rows: number): Promise<void> => {
      await sorted
      waiting += rows
      if (waiting >= ROWS) sort()
    },
    end: async (): Promise<void> => {
      await sorted
      if (waiting > 0) sort()
      await sorted
    },
  }
}

/** Sorts in the words that wait at the search indexes of the table; what is not committed yet among them as well. */
const sortWords = async (ctx: Ctx, table: string): Promise<void> => {
  await ctx.services.prisma.$queryRaw`
    select gin_clean_pending_list(i.indexrelid) from pg_index i join pg_class c on c.oid = i.indexrelid join pg_am a on a.oid = c.relam
    where i.indrelid = to_regclass(${table}) and a.amname = 'gin' and i.indisvalid`
}
