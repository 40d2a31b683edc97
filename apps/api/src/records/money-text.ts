/** An amount as text with the digits of its currency, made by the database: for amounts inside JSON. */
import { currenciesWithDigits } from '@rapport/domain/money.ts'
import { sql, type Sql } from './record-set.ts'

export const moneyText = (amount: Sql, currency: Sql): Sql => sql`(case
  when ${currency} = any(${currenciesWithDigits(0)}::text[]) then round(${amount}, 0)
  when ${currency} = any(${currenciesWithDigits(3)}::text[]) then round(${amount}, 3)
  else round(${amount}, 2) end)::text`
