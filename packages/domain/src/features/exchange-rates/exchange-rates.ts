/** An exchange rate as it comes in and as it is sent. */
import type { z } from 'zod'
import { decimalString, draftSchema, recordSchema } from '../../field/schemas.ts'
import { exchangeRateFields } from './exchange-rates.fields.ts'

const rate = decimalString({ scale: 8, min: '0.00000001', max: '9999999999' })

export const exchangeRateDraft = draftSchema(exchangeRateFields, { rate })
export const exchangeRate = recordSchema('ExchangeRate', exchangeRateFields, ['delete'] as const)

export type ExchangeRateDraft = z.output<typeof exchangeRateDraft>
export type ExchangeRate = z.output<typeof exchangeRate>
