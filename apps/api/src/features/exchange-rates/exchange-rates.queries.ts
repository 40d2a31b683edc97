/** The rate an amount is written with. */
import type { Ctx, Tx } from '../../ctx.ts'
import { refuse } from '../../http/problems.ts'

/** Days after which a rate no longer speaks for a date. */
const VALID_DAYS = 31

/**
 * Base units for one unit of the currency on that day, as an exact decimal: the latest rate on or before it, at most
 * 31 days old; 1 for the base currency. Errors: 422 `rate.missing`.
 */
export const rateOf = async (ctx: Ctx | Tx, currency: string, date: string): Promise<string> => {
  const [row] = await ctx.db.$queryRaw<{ rate: string | null }[]>`
    select case when ${currency} = coalesce((select value->>'baseCurrency' from settings where key = 'organisation'), 'CNY') then '1'
      else (select trim_scale(rate)::text from exchange_rates
        where currency = ${currency} and date <= ${date}::date and date >= ${date}::date - ${VALID_DAYS}::int
        order by date desc limit 1) end as rate`
  return row?.rate ?? refuse('rate.missing', { currency, date }, [{ path: 'currency', code: 'rate.missing' }])
}

/** The currency all amounts are also kept in. */
export const baseCurrencyOf = async (ctx: Ctx | Tx): Promise<string> => {
  const [row] = await ctx.db.$queryRaw<{ base: string }[]>`
    select coalesce((select value->>'baseCurrency' from settings where key = 'organisation'), 'CNY') as base`
  return row?.base ?? 'CNY'
}
