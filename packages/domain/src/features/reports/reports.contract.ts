/** The fixed reports, and what each of their figures means. */
import { pageOf } from '../../contract/page.ts'
import { route } from '../../contract/route.ts'
import { opportunity } from '../opportunities/opportunities.ts'
import { outlookQuery, outlookReport } from './outlook.ts'
import {
  forecastQuery,
  forecastReport,
  funnelDealsQuery,
  funnelQuery,
  funnelReport,
  metricList,
  pipelineQuery,
  pipelineReport,
  salesQuery,
  salesReport,
} from './reports.ts'
import { watchQuery, watchReport } from './watch.ts'
import { winLossQuery, winLossReport } from './win-loss.ts'

export const reportRoutes = {
  sales: route({
    method: 'GET',
    path: '/reports/sales',
    access: 'session',
    permission: 'reports.read',
    summary: 'Won, lost, won value and win rate by owner, team, product, month, source, industry or pipeline',
    query: salesQuery,
    reply: salesReport,
  }),
  pipeline: route({
    method: 'GET',
    path: '/reports/pipeline',
    access: 'session',
    permission: 'reports.read',
    summary: 'Open deals by stage: count, value, weighted value',
    query: pipelineQuery,
    reply: pipelineReport,
  }),
  forecast: route({
    method: 'GET',
    path: '/reports/forecast',
    access: 'session',
    permission: 'reports.read',
    summary: 'Stage-weighted forecast by month of the expected close, beside what is won',
    query: forecastQuery,
    reply: forecastReport,
  }),
  outlook: route({
    method: 'GET',
    path: '/reports/outlook',
    access: 'session',
    permission: 'reports.read',
    summary: 'Won so far and weighted forecast of this month, quarter and year, beside what the one before brought',
    query: outlookQuery,
    reply: outlookReport,
  }),
  funnel: route({
    method: 'GET',
    path: '/reports/funnel',
    access: 'session',
    permission: 'reports.read',
    summary: 'Conversion and days per stage of deals that entered it in the period',
    query: funnelQuery,
    reply: funnelReport,
  }),
  funnelDeals: route({
    method: 'GET',
    path: '/reports/funnel/deals',
    access: 'session',
    permission: 'reports.read',
    summary: 'The deals behind one figure of the funnel',
    query: funnelDealsQuery,
    reply: pageOf(opportunity),
  }),
  winLoss: route({
    method: 'GET',
    path: '/reports/win-loss',
    access: 'session',
    permission: 'reports.read',
    summary: 'Lost deals by reason and by stage, win rate by competitor, beside the period before',
    query: winLossQuery,
    reply: winLossReport,
  }),
  watch: route({
    method: 'GET',
    path: '/reports/watch',
    access: 'session',
    permission: 'reports.read',
    summary: 'Large, stuck and slipping open deals: count and value',
    query: watchQuery,
    reply: watchReport,
  }),
  metrics: route({
    method: 'GET',
    path: '/metrics',
    access: 'session',
    permission: 'reports.read',
    summary: 'What each figure means',
    reply: metricList,
  }),
}
