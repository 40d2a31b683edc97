/** The figures of expected.json, read back through the API: aggregates by group, and the deals themselves for medians. */
import { daysBetween, dateIn } from '@rapport/domain/dates.ts'
import type { Client } from '../client.ts'
import type { Figures } from '../compare.ts'
import type { Maven } from './load.ts'

type Group = { key: (string | null)[]; labels: unknown[]; values: (string | number)[] }
type Deal = { phase: string; baseAmount: string; startedAt: string | null; closedAt: string | null; amount: string }
type Filter = Record<string, unknown>

const ZONE = 'Asia/Shanghai'
const eq = (field: string, value: unknown): Filter => ({ field, op: 'eq', value })
const among = (field: string, value: readonly string[]): Filter => ({ field, op: 'in', value })
const rounded = (value: number, digits: number) => Number(value.toFixed(digits))

/** Counts and won value by one field and by stage, under names people know. */
const byField = async (
  api: Client,
  { pipelineId, stages }: Maven,
  field: string,
  nameOf: (group: Group) => string | null,
  extra: Filter[] = [],
): Promise<Record<string, Figures>> => {
  const filter = { and: [eq('pipelineId', pipelineId), ...extra] }
  const { groups } = await api.get<{ groups: Group[] }>('/opportunities/aggregate', {
    filter,
    groupBy: `${field},stageId`,
    measures: 'count,sum:baseAmount',
  })
  const found: Record<string, Record<string, number>> = {}
  for (const group of groups) {
    const name = nameOf(group)
    if (name === null) continue
    const figures = (found[name] ??= { total: 0, Prospecting: 0, Engaging: 0, Won: 0, Lost: 0, won_value: 0 })
    const stage = stages[String(group.key[1])] ?? ''
    const [count = 0, sum = 0] = group.values.map(Number)
    figures.total = (figures.total ?? 0) + count
    figures[stage] = (figures[stage] ?? 0) + count
    if (stage === 'Won') figures.won_value = (figures.won_value ?? 0) + sum
  }
  return Object.fromEntries(
    Object.entries(found).map(([name, one]) => [name, { ...one, win_rate_of_closed: rateOf(one) }]),
  )
}

const rateOf = ({ Won = 0, Lost = 0 }: Record<string, number>) =>
  Won + Lost === 0 ? null : rounded(Won / (Won + Lost), 6)
const labelOf = ({ labels }: Group): string | null => {
  const [label] = labels
  if (label === null || label === undefined) return null
  return typeof label === 'string' ? label : (label as { en: string }).en
}

const byPeriod = async (api: Client, { pipelineId, stages }: Maven, period: 'month' | 'quarter') => {
  const filter = { and: [eq('pipelineId', pipelineId), among('phase', ['won', 'lost'])] }
  const { groups } = await api.get<{ groups: Group[] }>('/opportunities/aggregate', {
    filter,
    groupBy: `closedAt:${period},stageId`,
    measures: 'count,sum:baseAmount',
  })
  const found: Record<string, { won: number; lost: number; won_value: number }> = {}
  for (const { key, values } of groups) {
    const [day = ''] = key as string[]
    const name = period === 'month' ? day.slice(0, 7) : `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
    const figures = (found[name] ??= { won: 0, lost: 0, won_value: 0 })
    const isWon = stages[String(key[1])] === 'Won'
    figures[isWon ? 'won' : 'lost'] += Number(values[0])
    if (isWon) figures.won_value += Number(values[1])
  }
  return found
}

/** Every deal, page by page. */
const allDeals = async (api: Client, { pipelineId }: Maven): Promise<Deal[]> => {
  const deals: Deal[] = []
  for (let cursor: string | undefined; ;) {
    const page = await api.get<{ items: Deal[]; nextCursor: string | null }>('/opportunities', {
      filter: eq('pipelineId', pipelineId),
      fields: 'phase,amount,baseAmount,startedAt,closedAt',
      limit: '200',
      total: 'none',
      cursor,
    })
    deals.push(...page.items)
    if (page.nextCursor === null) return deals
    cursor = page.nextCursor
  }
}

const median = (values: readonly number[]) => {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}
const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0)

const wholeOf = (deals: readonly Deal[]): Figures => {
  const inPhase = (phase: string) => deals.filter((deal) => deal.phase === phase)
  const [won, lost] = [inPhase('won'), inPhase('lost')]
  const values = won.map(({ baseAmount }) => Number(baseAmount))
  const closedOn = ({ closedAt }: Deal) => dateIn(new Date(closedAt ?? ''), ZONE)
  const days = (some: readonly Deal[]) => some.map((deal) => daysBetween(deal.startedAt ?? '', closedOn(deal)))
  const [wonDays, lostDays] = [days(won), days(lost)]
  const closings = [...won, ...lost].map(closedOn).toSorted()
  const starts = deals.flatMap(({ startedAt }) => startedAt ?? []).toSorted()
  return {
    won_value_total: sum(values),
    avg_won_value: rounded(sum(values) / values.length, 2),
    median_won_value: median(values),
    win_rate_of_closed: rounded(won.length / (won.length + lost.length), 6),
    cycle_days: {
      won_mean: rounded(sum(wonDays) / wonDays.length, 4),
      won_median: median(wonDays),
      lost_mean: rounded(sum(lostDays) / lostDays.length, 4),
      lost_median: median(lostDays),
      max: Math.max(...wonDays, ...lostDays),
      min: Math.min(...wonDays, ...lostDays),
    },
    close_date_range: [closings[0] ?? '', closings.at(-1) ?? ''],
    engage_date_range: [starts[0] ?? '', starts.at(-1) ?? ''],
  }
}

const namesById = async (api: Client, path: string): Promise<Map<string, string>> => {
  const { items } = await api.get<{ items: { id: string; label: { en: string } }[] }>(path, { limit: '200' })
  return new Map(items.map(({ id, label }) => [id, label.en]))
}

const byProduct = async (api: Client, maven: Maven): Promise<Record<string, Figures>> => {
  const found: Record<string, Figures> = {}
  for (const [id, name] of await namesById(api, '/products')) {
    const one = await byField(api, maven, 'pipelineId', () => name, [
      { field: 'productIds', op: 'hasAny', value: [id] },
    ])
    // The expected figures stand under the spelling of the pipeline file.
    Object.assign(found, { [name === 'GTX Pro' ? 'GTXPro' : name]: one[name] })
  }
  return found
}

const byOffice = async (api: Client, maven: Maven): Promise<Record<string, Figures>> => {
  const { items } = await api.get<{ items: { id: string; label: { en: string }; parentId: string | null }[] }>(
    '/teams',
    { limit: '200' },
  )
  const found: Record<string, Figures> = {}
  for (const office of items.filter(
    ({ parentId, id }) => parentId === null && items.some((team) => team.parentId === id),
  )) {
    const teams = items.filter(({ parentId }) => parentId === office.id).map(({ id }) => id)
    Object.assign(found, await byField(api, maven, 'pipelineId', () => office.label.en, [among('teamId', teams)]))
  }
  return found
}

/** Open deals at list price: their lines say it, so their amount does. */
const openPipeline = async (api: Client, maven: Maven): Promise<Figures> => {
  const report = await api.get<{
    stages: { label: { en: string }; phase: string; count: number; value: string }[]
    total: { count: number; value: string }
  }>('/reports/pipeline', { pipelineId: maven.pipelineId })
  const stages = report.stages.filter(({ phase }) => phase === 'open')
  const by_stage = Object.fromEntries(
    stages.map(({ label, count, value }) => [label.en, { n: count, list_price_value: Number(value) }]),
  )
  return { count: report.total.count, list_price_value: Number(report.total.value), by_stage }
}

const blanks = async (api: Client, { pipelineId, stages }: Maven): Promise<Figures> => {
  const filter = { and: [eq('pipelineId', pipelineId), { field: 'customerId', op: 'empty' }] }
  const { groups } = await api.get<{ groups: Group[] }>('/opportunities/aggregate', {
    filter,
    groupBy: 'stageId',
    measures: 'count',
  })
  const by = Object.fromEntries(groups.map(({ key, values }) => [stages[String(key[0])] ?? '', Number(values[0])]))
  return { blank_account: sum(Object.values(by)), blank_account_by_stage: by }
}

export const readFigures = async (api: Client, maven: Maven, top: readonly string[]): Promise<Figures> => {
  const industries = await namesById(api, '/dictionary-items')
  const { imports } = maven
  const customers = await byField(api, maven, 'customerId', labelOf)
  const stages = await byField(api, maven, 'pipelineId', () => 'all')
  const { Won = 0, Lost = 0, Engaging = 0, Prospecting = 0 } = (stages.all ?? {}) as Record<string, number>
  return {
    rows: {
      opportunities: Won + Lost + Engaging + Prospecting,
      accounts: imports.accounts?.created ?? 0,
      products: imports.products?.created ?? 0,
      agents: (imports.users?.created ?? 0) - 6,
    },
    stages: { Won, Lost, Engaging, Prospecting },
    ...wholeOf(await allDeals(api, maven)),
    by_quarter: await byPeriod(api, maven, 'quarter'),
    by_month: await byPeriod(api, maven, 'month'),
    by_agent: await byField(api, maven, 'ownerId', labelOf),
    by_manager: await byField(api, maven, 'teamId', (group) => labelOf(group)?.replace('Team ', '') ?? null),
    by_regional_office: await byOffice(api, maven),
    by_product_as_spelt_in_pipeline: await byProduct(api, maven),
    by_sector: await byField(api, maven, 'customer.industryId', ({ key }) =>
      key[0] === null ? '(no account)' : (industries.get(String(key[0])) ?? '').toLowerCase(),
    ),
    top20_accounts: Object.fromEntries(top.map((name) => [name, customers[name] ?? null])),
    open_pipeline: await openPipeline(api, maven),
    quirks: await blanks(api, maven),
  }
}
