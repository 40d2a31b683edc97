/** Creating deals and moving them, each with what the screens send along. */
import { randomUUID } from 'node:crypto'
import { inTurn } from './queries.ts'
import type { Shot } from './fire.ts'
import type { World } from './world.ts'

const DEALS = '/api/v1/opportunities'

export const shootCreates = ({ customerIds, pipelineId }: World): (() => Shot) => {
  const customer = inTurn(customerIds)
  let made = 0
  return () => ({
    method: 'POST',
    path: DEALS,
    headers: { 'idempotency-key': randomUUID() },
    body: {
      name: `恒达电子 控制器采购 ${++made}`,
      customerId: customer(),
      pipelineId,
      amount: `${1_000 + (made % 900) * 100}.00`,
      expectedCloseAt: '2027-03-31',
    },
  })
}

type Deal = { id: string; version: number; stageId: string }

/** Moves open deals to the next stage and back; each is in flight once at a time, with the version last seen. */
export async function shootMoves({ server, as, stageIds }: World): Promise<() => Shot> {
  const deals = await findOpenDeals(server.url, as.all)
  const [, second, third] = stageIds
  return () => {
    const deal = deals.shift()
    if (!deal) throw new Error('no open deal is left to move')
    return {
      method: 'POST',
      path: `${DEALS}/${deal.id}/move`,
      headers: { 'idempotency-key': randomUUID(), 'if-match': `"${deal.version}"` },
      body: { stageId: deal.stageId === second ? third : second },
      done: (status, body) => {
        if (status === 200) deals.push(JSON.parse(body) as Deal)
      },
    }
  }
}

async function findOpenDeals(url: string, headers: Record<string, string>): Promise<Deal[]> {
  const query = new URLSearchParams({
    filter: JSON.stringify({ field: 'phase', op: 'eq', value: 'open' }),
    fields: 'stageId',
    limit: '200',
    total: 'none',
  })
  const reply = await fetch(`${url}${DEALS}?${query}`, { headers })
  return ((await reply.json()) as { items: Deal[] }).items
}
