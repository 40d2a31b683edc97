/** Exchange rates in SQL. */
import { may } from '@rapport/domain/access/actor.ts'
import { exchangeRateFields } from '@rapport/domain/features/exchange-rates/exchange-rates.fields.ts'
import { recordSet, sql } from '../../records/record-set.ts'
import { searchedText } from '../../records/searched.ts'

export const exchangeRateRecords = recordSet({
  noun: 'exchange-rates',
  alias: 'exchange',
  fields: exchangeRateFields,
  from: sql`exchange_rates exchange`,
  visibleTo: () => sql`true`,
  labels: {},
  search: searchedText({ currency: sql`exchange.currency::text` }),
  can: (actor) => ({ delete: may(actor, 'exchange-rates.delete') }),
  defaultSort: ['-date', 'currency'],
})
