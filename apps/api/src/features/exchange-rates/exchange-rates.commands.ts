/** Entering exchange rates, and taking out what was entered wrongly. */
import { exchangeRateFields } from '@rapport/domain/features/exchange-rates/exchange-rates.fields.ts'
import type { ExchangeRate, ExchangeRateDraft } from '@rapport/domain/features/exchange-rates/exchange-rates.ts'
import type { Ctx } from '../../ctx.ts'
import { transact } from '../../db/transact.ts'
import { record } from '../../events/record.ts'
import { refuse } from '../../http/problems.ts'
import { lockVisible, readRecord } from '../../records/find.ts'
import { demandWritable } from '../../records/writable.ts'
import { exchangeRateRecords } from './exchange-rates.records.ts'
import { baseCurrencyOf } from './exchange-rates.queries.ts'

const midnight = (date: string) => new Date(`${date}T00:00:00Z`)

/** Errors: 422 `rate.base` for the base currency, 409 `record.duplicate` when the day has its rate. */
export const createExchangeRate = (ctx: Ctx, draft: ExchangeRateDraft): Promise<ExchangeRate> =>
  transact(ctx, async (tx) => {
    demandWritable(tx, 'exchange-rates', exchangeRateFields, draft)
    const { currency, rate } = draft
    if (currency === (await baseCurrencyOf(tx)))
      refuse('rate.base', { currency }, [{ path: 'currency', code: 'rate.base' }])
    const date = midnight(draft.date)
    const known = await tx.db.exchangeRate.findUnique({ where: { currency_date: { currency, date } } })
    if (known) refuse('record.duplicate', { field: 'date' }, [{ path: 'date', code: 'record.duplicate' }])
    const { id } = await tx.db.exchangeRate.create({
      data: { at: tx.now, byId: tx.actor.userId, currency, date, rate },
      select: { id: true },
    })
    await record(tx, {
      type: 'exchangeRate.created',
      subject: id,
      title: `${currency} ${draft.date}`,
      changes: [{ field: 'rate', old: null, new: rate }],
    })
    return readRecord<ExchangeRate>(tx, exchangeRateRecords, id)
  })

/** Amounts written with it keep their own copy of the rate. */
export const deleteExchangeRate = (ctx: Ctx, id: string): Promise<void> =>
  transact(ctx, async (tx) => {
    await lockVisible(tx, exchangeRateRecords, id)
    const { currency, date, rate } = await tx.db.exchangeRate.delete({ where: { id } })
    await record(tx, {
      type: 'exchangeRate.deleted',
      subject: id,
      title: `${currency} ${date.toISOString().slice(0, 10)}`,
      changes: [{ field: 'rate', old: String(rate), new: null }],
    })
  })
