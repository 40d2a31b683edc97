/**
 * Throttling of passwords, counted in PostgreSQL before a password is looked at: the row's lock makes parallel guesses
 * queue. The wait grows with each failure and fades with the window; nobody is locked out for good.
 */
import { Prisma } from '@rapport/prisma'
import ipaddr from 'ipaddr.js'
import type { Ctx } from '../../ctx.ts'
import { refuse } from '../../http/problems.ts'

/** Attempts before the first wait, and the longest wait in seconds. */
type Limit = { key: string; free: number; longest: number }

const WINDOW = '15 minutes'
const FIRST_WAIT = 4

/** Where guesses come from. An IPv6 network is one place: who has one address of it has them all. */
export const placeOf = (ip: string | null): string => {
  if (ip === null || !ipaddr.isValid(ip)) return 'address:unknown'
  const address = ipaddr.process(ip)
  if (address.kind() === 'ipv4') return `address:${address.toString()}`
  return `address:${address.toNormalizedString().split(':').slice(0, 4).join(':')}::/64`
}

const atPlace = (ip: string | null): Limit => ({ key: placeOf(ip), free: 5, longest: 300 })
const onAccount = (email: string): Limit => ({ key: `account:${email}`, free: 20, longest: 60 })

/**
 * Counts one attempt on the account from the address. Guesses from one place are stopped there and do not reach the
 * account's own count, which guards against many places at once and spares those where its owner has signed in before.
 * Errors: 429 `auth.throttled` with the seconds to wait.
 */
export const countAttempt = async (ctx: Ctx, email: string): Promise<void> => {
  const there = await count(ctx, atPlace(ctx.ip))
  if (there > 0) refuse('auth.throttled', { seconds: there })
  const wait = await count(ctx, onAccount(email))
  if (wait > 0 && !(await isFamiliar(ctx, email))) refuse('auth.throttled', { seconds: wait })
}

// The column keeps milliseconds and rounds: an instant rounded up would still lie ahead of the next attempt and refuse it.
const NOW = Prisma.sql`date_trunc('milliseconds', clock_timestamp())`

// The seconds to wait, 0 when this attempt may go on. `refused` tells of this very attempt, for the row is locked.
const count = async (ctx: Ctx, { key, free, longest }: Limit): Promise<number> => {
  const [row] = await ctx.db.$queryRaw<{ refused: boolean; seconds: number }[]>`
    insert into login_throttles as t (key, failures, "windowStart", "nextAt", refused) values (${key}, 1, ${NOW}, ${NOW}, false)
    on conflict (key) do update set
      refused = t."nextAt" > clock_timestamp(),
      failures = case when t."nextAt" > clock_timestamp() then t.failures
        when t."windowStart" < clock_timestamp() - ${WINDOW}::interval then 1 else t.failures + 1 end,
      "windowStart" = case when t."nextAt" <= clock_timestamp() and t."windowStart" < clock_timestamp() - ${WINDOW}::interval
        then ${NOW} else t."windowStart" end,
      "nextAt" = case when t."nextAt" > clock_timestamp() then t."nextAt"
        when t.failures + 1 >= ${free}::int and t."windowStart" >= clock_timestamp() - ${WINDOW}::interval
        then clock_timestamp() + make_interval(secs => least(${longest}::int, ${FIRST_WAIT}::int * power(2, least(t.failures + 1 - ${free}::int, 20))))
        else ${NOW} end
    returning refused, greatest(1, ceil(extract(epoch from "nextAt" - clock_timestamp())))::int as seconds`
  return row?.refused ? row.seconds : 0
}

const isFamiliar = async (ctx: Ctx, email: string): Promise<boolean> => {
  if (ctx.ip === null) return false
  const since = new Date(ctx.now.getTime() - 30 * 86_400_000)
  const session = await ctx.db.session.findFirst({
    where: { ip: ctx.ip, createdAt: { gt: since }, user: { email } },
    select: { id: true },
  })
  return session !== null
}

/** A success clears the account's count and takes its own attempt off the address's, no more: others may have failed there. */
export const forgetAttempt = async (ctx: Ctx, email: string): Promise<void> => {
  await ctx.db.$executeRaw`
    delete from login_throttles where key = ${onAccount(email).key} or "nextAt" < now() - interval '1 day'`
  await ctx.db.$executeRaw`
    update login_throttles set failures = greatest(failures - 1, 0), "nextAt" = ${NOW} where key = ${placeOf(ctx.ip)}`
}
