/** A figure of the funnel: it opens the deals it counts. */
import type { ReactNode } from 'react'
import { Figure } from './figure.tsx'
import { funnelDealsPath, type FunnelReport, type Window } from './reports.queries.ts'

export type Stage = FunnelReport['stages'][number]
export type Narrowed = Window & { pipelineId: string }
export type FunnelProps = { report: FunnelReport; window: Narrowed }
export type FigureOf = (stage: Stage, figure: FunnelFigure) => ReactNode
type FunnelFigure = { outcome?: string; value: string | number; words: ReactNode; during?: Days }
export type Days = { from?: string; to?: string }

/** `during` where the figure is of another period than the shown one. */
export const figureOf =
  ({ pipelineId, from, to }: Narrowed): FigureOf =>
  ({ stageId }, { outcome, value, words, during = { ...(from && { from }), ...(to && { to }) } }) => (
    <Figure to={funnelDealsPath({ pipelineId, stageId, ...(outcome && { outcome }), ...during })} value={value}>
      {words}
    </Figure>
  )
