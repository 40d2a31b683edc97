/** Every page of the SPA, as its router lists them: the build prints the list, so a new page cannot escape. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'

type Route = { path: string; testParams: Record<string, string> }

const file = path.resolve(import.meta.dirname, '../apps/web/dist/.vite/routes.json')

/** Pages inside the shell, and those for who is not signed in. */
export const { screens, doors } = JSON.parse(readFileSync(file, 'utf8')) as { screens: Route[]; doors: Route[] }

/** Records that the sample company has none of are made as a person makes them. */
const makers: Record<string, (page: Page) => Promise<unknown>> = {
  imports: (page) =>
    page.request.post('/api/v1/imports', {
      multipart: {
        entity: 'products',
        file: { name: 'products.csv', mimeType: 'text/csv', buffer: Buffer.from('code,name\nA-1,Air cleaner\n') },
      },
    }),
}

const listed = async (noun: string, page: Page): Promise<{ id: string }[]> => {
  const reply = await page.request.get(`/api/v1/${noun}?limit=1`)
  return ((await reply.json()) as { items: { id: string }[] }).items
}

/** The address of a route, its parameters filled with the first record of the noun that the route names. */
export async function addressOf({ path: pattern, testParams }: Route, page: Page): Promise<string> {
  let address = pattern
  for (const [name, noun] of Object.entries(testParams)) {
    address = address.replace(`:${name}`, noun === 'none' ? noun : await firstOf(noun, page))
  }
  return address
}

async function firstOf(noun: string, page: Page): Promise<string> {
  const known = await listed(noun, page)
  if (known.length === 0) await makers[noun]?.(page)
  const [first] = known.length > 0 ? known : await listed(noun, page)
  return first?.id ?? `no-${noun}`
}

/** Waits until a page has what it asked for: a heading, no skeleton, nothing busy, and its fonts. */
export async function settle(page: Page): Promise<void> {
  await expect(page.locator('h1')).toBeVisible()
  await expect(
    page.locator('[aria-busy=true], [role=status][aria-label="正在加载"], [role=status][aria-label="Loading"]'),
  ).toHaveCount(0)
  await expect(page.locator('[data-waiting]')).toHaveCount(0)
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
}
