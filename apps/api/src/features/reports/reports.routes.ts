/** The fixed reports over HTTP. */
import { metrics } from '@rapport/domain/features/reports/metrics.ts'
import { reportRoutes } from '@rapport/domain/features/reports/reports.contract.ts'
import type { FastifyInstance } from 'fastify'
import { serve } from '../../http/serve.ts'
import { funnelDeals } from './funnel-deals.queries.ts'
import { funnelReport } from './funnel.queries.ts'
import { outlookReport } from './outlook.queries.ts'
import { forecastReport, pipelineReport } from './pipeline.queries.ts'
import { salesReport } from './sales.queries.ts'
import { watchReport } from './watch.queries.ts'
import { winLossReport } from './win-loss.queries.ts'

export const registerReports = (app: FastifyInstance): void => {
  serve(app, reportRoutes.sales, ({ query }, ctx) => salesReport(ctx, query))
  serve(app, reportRoutes.pipeline, ({ query }, ctx) => pipelineReport(ctx, query))
  serve(app, reportRoutes.forecast, ({ query }, ctx) => forecastReport(ctx, query))
  serve(app, reportRoutes.outlook, ({ query }, ctx) => outlookReport(ctx, query))
  serve(app, reportRoutes.funnel, ({ query }, ctx) => funnelReport(ctx, query))
  serve(app, reportRoutes.funnelDeals, ({ query }, ctx) => funnelDeals(ctx, query))
  serve(app, reportRoutes.winLoss, ({ query }, ctx) => winLossReport(ctx, query))
  serve(app, reportRoutes.watch, ({ query }, ctx) => watchReport(ctx, query))
  serve(app, reportRoutes.metrics, async () => ({
    items: Object.entries(metrics).map(([id, metric]) => ({ id, ...metric })),
  }))
}
