/** What a manager looks at first is found by indexes, however many deals there are. */
import { watchedDeals } from '@rapport/domain/features/opportunities/watched-deals.ts'
import { aPipeline } from '@rapport/prisma/factories/pipelines.ts'
import pg from 'pg'
import { describe, expect, it, vi } from 'vitest'
import { useApp, type Caller } from '../../test/app.ts'

const test = useApp()
const ROWS = 20_000
type Sent = { text: string; values: unknown[] }
type Plan = {
  'Node Type': string
  'Index Name'?: string
  'Index Cond'?: string
  'Relation Name'?: string
  'Actual Rows'?: number
  Plans?: Plan[]
}

const statementOf = async (caller: Caller, path: string): Promise<Sent> => {
  const spy = vi.spyOn(pg.Client.prototype, 'query')
  try {
    expect((await caller.call('GET', path)).status).toBe(200)
    const sent = spy.mock.calls.map(([query]) => query as unknown as Sent)
    return sent.find(({ text }) => text.includes('from opportunities')) ?? expect.unreachable()
  } finally {
    spy.mockRestore()
  }
}

const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)]
const planOf = async ({ text, values }: Sent): Promise<Plan[]> => {
  const { rows } = await test.database.pool.query<{ 'QUERY PLAN': { Plan: Plan }[] }>(
    `explain (analyze, format json) ${text}`,
    values,
  )
  return nodes(rows[0]!['QUERY PLAN'][0]!.Plan)
}

/** One deal in a hundred is large, one pushed, one late, one stuck. */
const fill = async () => {
  const { prisma } = test.database
  const { id, stages } = await aPipeline(prisma)
  await prisma.stage.update({ where: { id: stages[0]?.id ?? '' }, data: { maxDays: 10 } })
  await prisma.$executeRaw`
    insert into opportunities (number, name, "pipelineId", "stageId", phase, amount, "baseAmount", "pushCount", "expectedCloseAt", "stageEnteredAt")
    select 'W-' || n, 'Deal', ${id}::uuid, ${stages[0]?.id}::uuid, 'open', case when n % 100 = 1 then 300000 else n end,
      case when n % 100 = 1 then 300000 else n end, case when n % 100 = 2 then 1 else 0 end,
      current_date + case when n % 100 = 3 then -5 else 30 end, now() - make_interval(days => case when n % 100 = 4 then 12 else 3 end)
    from generate_series(1, ${ROWS}::int) n`
  await prisma.$executeRaw`vacuum analyze opportunities`
}

describe('GET /opportunities/aggregate', () => {
  it('200 counts large and slipping deals from indexes, by whoever it is asked', async () => {
    await fill()
    for (const caller of [await test.as(), await test.as({ role: 'rep' })])
      for (const [watch, index] of [
        ['large', /amount_idx/],
        ['slipping', /opportunities_pushed_idx/],
      ] as const) {
        const filter = encodeURIComponent(JSON.stringify(watchedDeals[watch].filter))
        const plan = await planOf(await statementOf(caller, `/opportunities/aggregate?filter=${filter}`))
        const whole = plan.filter((node) => node['Node Type'] === 'Seq Scan').map((node) => node['Relation Name'])
        expect(whole).not.toContain('opportunities')
        expect(plan.map((node) => node['Index Name']).join()).toMatch(index)
      }
  })

  it('200 finds stuck deals from their stage, reading no others', async () => {
    for (const caller of [await test.as(), await test.as({ role: 'rep' })]) {
      const filter = encodeURIComponent(JSON.stringify(watchedDeals.stuck.filter))
      const plan = await planOf(await statementOf(caller, `/opportunities/aggregate?filter=${filter}`))
      const reads = plan.filter((node) => node['Relation Name'] === 'opportunities')
      expect(reads.map((node) => node['Index Name'])).toEqual(['opportunities_open_idx'])
      expect(reads[0]?.['Index Cond']).toContain('stageEnteredAt')
      expect(reads[0]?.['Actual Rows']).toBeLessThanOrEqual(ROWS / 100)
    }
  })
})
