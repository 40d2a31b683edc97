/** Exchange rates over HTTP. */
import { exchangeRateRoutes } from '@rapport/domain/features/exchange-rates/exchange-rates.contract.ts'
import type { ExchangeRate } from '@rapport/domain/features/exchange-rates/exchange-rates.ts'
import type { FastifyInstance } from 'fastify'
import { serve } from '../../http/serve.ts'
import { readRecord } from '../../records/find.ts'
import { listRecords } from '../../records/list.ts'
import { createExchangeRate, deleteExchangeRate } from './exchange-rates.commands.ts'
import { exchangeRateRecords } from './exchange-rates.records.ts'

export const registerExchangeRates = (app: FastifyInstance): void => {
  const routes = exchangeRateRoutes
  serve(app, routes.list, ({ query }, ctx) => listRecords<ExchangeRate>(ctx, exchangeRateRecords, query))
  serve(app, routes.read, ({ params }, ctx) => readRecord<ExchangeRate>(ctx, exchangeRateRecords, params.id))
  serve(app, routes.create, ({ body }, ctx) => createExchangeRate(ctx, body))
  serve(app, routes.delete, ({ params }, ctx) => deleteExchangeRate(ctx, params.id))
}
