/**
 * One transaction for a whole command: the change, its event row, its jobs and the answer to its idempotency key
 * commit together or not at all. Conflicts between transactions are retried three times, then answered with 503.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { refuse } from '../http/problems.ts'
import { isTx, type Ctx, type Tx } from '../ctx.ts'
import { rememberAnswer, Replay, takeKey } from './idempotency.ts'
import { sqlStateOf } from './sql-state.ts'

const conflicts = new Set(['40001', '40P01', '55P03'])
const TRIES = 4

/** Runs `fn` in a transaction; inside one already, in that one. `fn` must do nothing slow: no mail, no HTTP, no hashing. */
export const transact = async <T>(ctx: Ctx | Tx, fn: (tx: Tx) => Promise<T>): Promise<T> => {
  if (isTx(ctx)) return fn(ctx)
  for (let attempt = 1; ; attempt++) {
    try {
      return await once(ctx, fn)
    } catch (error) {
      if (!conflicts.has(sqlStateOf(error) ?? '')) throw error
      if (attempt === TRIES) return refuse('service.unavailable')
      await wait(attempt * 10 + Math.floor((performance.now() * 1000) % 20))
    }
  }
}

const once = <T>(ctx: Ctx, fn: (tx: Tx) => Promise<T>): Promise<T> =>
  ctx.services.prisma.$transaction(
    async (db) => {
      const tx: Tx = { ...ctx, db, subject: null }
      if (!ctx.idempotency) return fn(tx)
      const known = await takeKey(tx, ctx.idempotency)
      if (known) throw new Replay(known)
      const result = await fn(tx)
      await rememberAnswer(tx, ctx.idempotency, result)
      return result
    },
    { maxWait: 2_000, timeout: 10_000 },
  )
