/** The deep page: reached as a program reaches it, cursor by cursor, from the first page on. */
import { queryOf } from './queries.ts'
import type { Shot } from './fire.ts'
import type { World } from './world.ts'

const PAGE = 1_000
const LIMIT = '50'
const AROUND = 20

type Page = { nextCursor: string | null }

/** The pages just before page 1,000, or before the last where the company has fewer. */
export async function reachDeepPages({ server, as }: World): Promise<Shot[]> {
  const cursors: string[] = []
  let cursor: string | null = null
  for (let page = 1; page < PAGE; page += 1) {
    const query: Record<string, string> = { limit: LIMIT, fields: 'number', total: 'none', ...(cursor && { cursor }) }
    const reply = await fetch(`${server.url}/api/v1/opportunities?${queryOf(query)}`, { headers: as.all })
    if (reply.status !== 200) throw new Error(`page ${page} answered ${reply.status}: ${await reply.text()}`)
    cursor = ((await reply.json()) as Page).nextCursor
    if (cursor === null) break
    cursors.push(cursor)
  }
  return cursors
    .slice(-AROUND)
    .map((at) => ({ path: `/api/v1/opportunities?${queryOf({ limit: LIMIT, total: 'none', cursor: at })}` }))
}
