/** What the API says of records, for what must come back as it was [B20]. */
import { expect, type Page } from '@playwright/test'

type Row = Record<string, unknown> & { id: string }

/** Moved on by every change, so also by the one that takes another back. */
const MOVING = new Set(['version', 'updatedAt', 'updatedBy', 'updatedById'])

const still = (row: Row): Row => Object.fromEntries(Object.entries(row).filter(([key]) => !MOVING.has(key))) as Row

const get = async (page: Page, path: string): Promise<unknown> => {
  const reply = await page.request.get(`/api/v1${path}`)
  expect(reply.ok(), path).toBe(true)
  return reply.json()
}

/** One record, or all of a list in the order of their ids. */
export async function stateOf(page: Page, path: string): Promise<Row[]> {
  const body = (await get(page, path)) as Row | { items: Row[] }
  const rows = 'items' in body ? (body.items as Row[]) : [body]
  return rows.map(still).toSorted((a, b) => a.id.localeCompare(b.id))
}

/** What happened to a record, the oldest first, by the names of its events. */
export async function historyOf(page: Page, recordId: string): Promise<string[]> {
  const filter = JSON.stringify({ field: 'recordId', op: 'eq', value: recordId })
  const { items } = (await get(page, `/events?filter=${encodeURIComponent(filter)}&limit=50`)) as {
    items: { id: string; type: string }[]
  }
  return items.toReversed().map(({ type }) => type)
}
