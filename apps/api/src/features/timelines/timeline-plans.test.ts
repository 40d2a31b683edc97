/** A page of a timeline is read from indexes in its order, however much happened to others. */
import { aCustomer } from '@rapport/prisma/factories/customers.ts'
import pg from 'pg'
import { describe, expect, it, vi } from 'vitest'
import { useApp, type Caller } from '../../test/app.ts'

const test = useApp()
const ROWS = 20_000
type Sent = { text: string; values: unknown[] }
type Plan = { 'Node Type': string; 'Index Name'?: string; 'Relation Name'?: string; Plans?: Plan[] }

const statementOf = async (caller: Caller, path: string): Promise<Sent> => {
  const spy = vi.spyOn(pg.Client.prototype, 'query')
  try {
    expect((await caller.call('GET', path)).status).toBe(200)
    const sent = spy.mock.calls.map(([query]) => query as unknown as Sent)
    return sent.find(({ text }) => text.includes('root.seen')) ?? expect.unreachable()
  } finally {
    spy.mockRestore()
  }
}

const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)]
const planOf = async ({ text, values }: Sent): Promise<Plan[]> => {
  const { rows } = await test.database.pool.query<{ 'QUERY PLAN': { Plan: Plan }[] }>(
    `explain (format json) ${text}`,
    values,
  )
  return nodes(rows[0]!['QUERY PLAN'][0]!.Plan)
}

/** Every other row is by `person`. */
const fill = async (customers: string[], person: string) => {
  const { prisma } = test.database
  await prisma.$executeRaw`
    insert into events (at, "actorType", action, type, entity, "recordId", "customerId", "actorId")
    select now() - make_interval(mins => n), 'user', 'update', 'customer.updated', 'customers', c, c,
      case when n % 2 = 0 then ${person}::uuid end
    from (select n, (${customers}::uuid[])[1 + n % ${customers.length}::int] as c from generate_series(1, ${ROWS}::int) n) made`
  await prisma.$executeRaw`
    insert into activities (kind, subject, status, "customerId", "actualStart", "actualEnd", "ownerId")
    select 'call', 'Call', 'done', c, now() - make_interval(mins => n), now() - make_interval(mins => n),
      case when n % 2 = 0 then ${person}::uuid end
    from (select n, (${customers}::uuid[])[1 + n % ${customers.length}::int] as c from generate_series(1, ${ROWS}::int) n) made`
  await prisma.$executeRaw`analyze events, activities, customers`
}

describe('GET /customers/:id/timeline', () => {
  it('200 reads its page from the indexes of events and activities, by whoever it is asked, of one person as of all', async () => {
    const { prisma } = test.database
    const rep = await test.as({ role: 'rep' })
    const others = await Promise.all(Array.from({ length: 20 }, () => aCustomer(prisma)))
    const { id } = await aCustomer(prisma, { ownerId: rep.userId })
    await fill([id, ...others.map((other) => other.id)], rep.userId)
    const path = `/customers/${id}/timeline`
    const asked = [rep, await test.as()].flatMap((caller) => [
      [caller, path] as const,
      [caller, `${path}?by=${rep.userId}`] as const,
    ])
    for (const [caller, page] of asked) {
      const plan = await planOf(await statementOf(caller, page))
      const indexes = plan.map((node) => node['Index Name'])
      expect(indexes).toContain('events_customer_at_idx')
      expect(indexes).toContain('activities_customer_done_idx')
      const whole = plan.filter((node) => node['Node Type'] === 'Seq Scan').map((node) => node['Relation Name'])
      expect(whole).not.toContain('events')
      expect(whole).not.toContain('activities')
    }
  })
})
