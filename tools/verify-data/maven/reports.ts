/** The same figures once more, as the fixed reports show them: a report that disagrees with the aggregates is a defect. */
import type { Client } from '../client.ts'
import type { Figures } from '../compare.ts'
import type { Maven } from './load.ts'

type Row = {
  label: string | { zh: string; en: string } | null
  key: string | null
  won: number
  lost: number
  wonValue: string
  winRate: { value: number | null }
}
type Sales = {
  rows: Row[]
  total: Row & { cycle: Record<'wonMean' | 'wonMedian' | 'lostMean' | 'lostMedian', number> }
}
type Expected = Record<string, { Won?: number; Lost?: number; won?: number; lost?: number; won_value: number }>

const nameOf = ({ label, key }: Row): string =>
  label === null ? (key ?? '') : typeof label === 'string' ? label : label.en
const figuresOf = ({ won, lost, wonValue }: Row): Figures => ({ won, lost, won_value: Number(wonValue) })
const spellings: Record<string, string> = { 'GTX Pro': 'GTXPro' }

const wantedOf = (group: unknown): Figures =>
  Object.fromEntries(
    Object.entries(group as Expected).map(([name, one]) => [
      name,
      { won: one.Won ?? one.won ?? 0, lost: one.Lost ?? one.lost ?? 0, won_value: one.won_value },
    ]),
  )

const wantedTotal = (expected: Figures): Figures => {
  const { won_mean = 0, won_median = 0, lost_mean = 0, lost_median = 0 } = expected.cycle_days as Record<string, number>
  return {
    won_value: Number(expected.won_value_total),
    win_rate: Number(expected.win_rate_of_closed),
    won_mean,
    won_median,
    lost_mean,
    lost_median,
  }
}

const foundTotal = (total: Sales['total']): Figures => ({
  won_value: Number(total.wonValue),
  win_rate: total.winRate.value,
  won_mean: total.cycle.wonMean,
  won_median: total.cycle.wonMedian,
  lost_mean: total.cycle.lostMean,
  lost_median: total.cycle.lostMedian,
})

export const reportFigures = async (
  api: Client,
  { pipelineId }: Maven,
  expected: Figures,
): Promise<{ expected: Figures; found: Figures }> => {
  const sales = (by: string) => api.get<Sales>('/reports/sales', { by, pipelineId })
  const slice = async (by: string, wanted: Expected, spelt: (name: string) => string) => {
    const rows = (await sales(by)).rows.map((row) => [spelt(nameOf(row)), figuresOf(row)] as const)
    return Object.fromEntries(rows.filter(([name]) => name in wanted))
  }
  const {
    by_agent: agents,
    by_manager: managers,
    by_product_as_spelt_in_pipeline: products,
    by_month: months,
  } = expected
  const { total } = await sales('owner')
  return {
    expected: {
      'report by owner': wantedOf(agents),
      'report by team': wantedOf(managers),
      'report by product': wantedOf(products),
      'report by month': wantedOf(months),
      'report total': wantedTotal(expected),
    },
    found: {
      'report by owner': await slice('owner', agents as unknown as Expected, (name) => name),
      'report by team': await slice('team', managers as unknown as Expected, (name) => name.replace('Team ', '')),
      'report by product': await slice('product', products as unknown as Expected, (name) => spellings[name] ?? name),
      'report by month': await slice('month', months as unknown as Expected, (name) => name.slice(0, 7)),
      'report total': foundTotal(total),
    },
  }
}
