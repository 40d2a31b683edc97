/**
 * Idempotency keys live in the transaction of the change: a rollback leaves no key behind, and what was answered once
 * is answered again word for word. A transaction-level advisory lock tells a request that is still running.
 */
import { lensOf } from '../access/lens.ts'
import type { Ctx, Idempotency, Tx } from '../ctx.ts'
import { refuse } from '../http/problems.ts'

export type Answer = {
  status: number
  body: unknown
  entity: string | null
  recordId: string | null
  /** What the caller could read by when it was given. */
  lens: string | null
}

/** Thrown out of a transaction whose key was already answered; the edge sends that answer, after checking rights again. */
export class Replay extends Error {
  readonly answer: Answer
  constructor(answer: Answer) {
    super('replay')
    this.answer = answer
  }
}

const HOURS = 24

/** The answer given before to this key, or null after taking it. Errors: 409 while it runs, 422 for another request. */
export const takeKey = async (tx: Tx, { principal, key, fingerprint }: Idempotency): Promise<Answer | null> => {
  const [lock] = await tx.db.$queryRaw<{ taken: boolean }[]>`
    select pg_try_advisory_xact_lock(hashtextextended(${`${principal}\n${key}`}, 7)) as taken`
  if (!lock?.taken) refuse('idempotency.running')
  const [known] = await tx.db.$queryRaw<(Answer & { fingerprint: string; expiresAt: Date })[]>`
    select fingerprint, status, body, entity, "recordId", lens, "expiresAt" from idempotency_keys where principal = ${principal} and key = ${key}`
  if (!known) return null
  if (known.expiresAt < tx.now) {
    await tx.db.idempotencyKey.delete({ where: { principal_key: { principal, key } } })
    return null
  }
  if (known.fingerprint !== fingerprint) refuse('idempotency.differs')
  const { status, body, entity, recordId, lens } = known
  return { status, body, entity, recordId, lens }
}

/** Stores the answer with the change it belongs to. */
export const rememberAnswer = async (tx: Tx, { principal, key, fingerprint, status }: Idempotency, result: unknown) => {
  const expiresAt = new Date(tx.now.getTime() + HOURS * 3_600_000)
  await tx.db.$executeRaw`
    insert into idempotency_keys (principal, key, fingerprint, status, body, entity, "recordId", lens, "expiresAt")
    values (${principal}, ${key}, ${fingerprint}, ${status}, ${JSON.stringify(result === undefined ? {} : result)}::jsonb,
      ${tx.subject?.entity ?? null}, ${tx.subject?.id ?? null}::uuid, ${lensOf(tx.actor)}, ${expiresAt})`
}

/** What is kept longer than promised is of no use but to who should not have it. */
export const forgetAnswers = async (ctx: Ctx): Promise<void> => {
  await ctx.db.idempotencyKey.deleteMany({ where: { expiresAt: { lt: ctx.now } } })
}
