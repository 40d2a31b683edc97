/**
 * Throttling of sign-in, per account and per address: the row is locked and counted before a password is looked at, so
 * parallel guesses queue. The wait grows and fades; nobody is locked out for good.
 */
import type { Ctx } from '../../ctx.ts'
import { refuse } from '../../http/problems.ts'

const FREE = 5
const WINDOW_MINUTES = 15
const LONGEST_SECONDS = 300

/** Counts one attempt for each key. Errors: 429 `auth.throttled` with the seconds to wait. */
export const countAttempt = async (ctx: Ctx, keys: readonly string[]): Promise<void> => {
  for (const key of keys) {
    const [row] = await ctx.db.$queryRaw<{ failures: number; wait: number }[]>`
      insert into login_throttles as t (key, failures, "windowStart", "nextAt") values (${key}, 1, now(), now())
      on conflict (key) do update set
        failures = case when t."windowStart" < now() - ${`${WINDOW_MINUTES} minutes`}::interval then 1 when t."nextAt" > now() then t.failures else t.failures + 1 end,
        "windowStart" = case when t."windowStart" < now() - ${`${WINDOW_MINUTES} minutes`}::interval then now() else t."windowStart" end,
        "nextAt" = case when t."nextAt" > now() then t."nextAt"
          when t.failures + 1 > ${FREE} and t."windowStart" >= now() - ${`${WINDOW_MINUTES} minutes`}::interval
          then now() + make_interval(secs => least(${LONGEST_SECONDS}, power(2, t.failures + 1 - ${FREE} + 2)::int)) else now() end
      returning failures, ceil(extract(epoch from "nextAt" - now()))::int as wait`
    if (row && row.wait > 0) refuse('auth.throttled', { seconds: row.wait })
  }
}

/** A success clears the account's counter; the address keeps its own. */
export const forgetAttempts = async (ctx: Ctx, key: string): Promise<void> => {
  await ctx.db.$executeRaw`delete from login_throttles where key = ${key}`
}
