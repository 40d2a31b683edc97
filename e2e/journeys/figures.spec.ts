/**
 * Every figure opens the rows that make it, and they add up [B21]. A crawler walks the page of analytics – every slice, every
 * chart also as its table – collects each figure with the address it opens, and asks the API for the total of that list.
 * Looked at as the sales manager, whose team no other test touches. Some are then opened as a person would.
 */
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { settle } from '../routes.ts'

type Figure = { value: string; href: string }
/** What a list comes to: its count, and the sums a figure may show. */
type Totals = { count: number; sums: string[] }

test.use({ account: 'xu@example.com' })

const slices = ['负责人', '团队', '产品', '来源', '行业']

const figuresIn = (page: Page) =>
  page.locator('[data-drill]').evaluateAll((links) =>
    links.map((link): Figure => ({
      value: link.getAttribute('data-drill') ?? '',
      href: link.getAttribute('href') ?? '',
    })),
  )

const get = async <T>(page: Page, path: string, params: Record<string, string>): Promise<T> => {
  const reply = await page.request.get(`/api/v1${path}`, { params })
  expect(reply.ok(), `${path} ${JSON.stringify(params)}`).toBe(true)
  return (await reply.json()) as T
}

type Groups = { groups: { values: [number, string | null, string | null] }[] }
type FunnelDeals = { total: { value: number }; enteredValue: string }

const totalsBehind = async (page: Page, href: string): Promise<Totals> => {
  const { pathname, searchParams } = new URL(href, 'http://list')
  if (pathname === '/analytics/funnel') {
    const { total, enteredValue } = await get<FunnelDeals>(page, '/reports/funnel/deals', {
      ...Object.fromEntries(searchParams),
      limit: '1',
    })
    return { count: total.value, sums: [enteredValue] }
  }
  expect(pathname).toBe('/opportunities')
  const { groups } = await get<Groups>(page, '/opportunities/aggregate', {
    filter: searchParams.get('filter') ?? '',
    measures: 'count,sum:baseAmount,sum:weightedBase',
  })
  const [count, ...sums] = groups[0]?.values ?? [0, null, null]
  return { count, sums: sums.map((sum) => sum ?? '0') }
}

/** A whole number counts rows, a decimal is what they are worth. */
const isTotal = (value: string, { count, sums }: Totals) =>
  value.includes('.') ? sums.some((sum) => Number(sum) === Number(value)) : Number(value) === count

/** Figures on the page as it stands, then with every chart as its table, then by every slice. */
const crawl = async (page: Page): Promise<Figure[]> => {
  await page.goto('/analytics')
  await settle(page)
  const found = await figuresIn(page)
  // A chart that became a table offers the chart instead.
  const toTable = page.getByRole('button', { name: '表格' })
  for (let left = await toTable.count(); left > 0; left--) {
    await toTable.first().click()
    await expect(toTable).toHaveCount(left - 1)
  }
  found.push(...(await figuresIn(page)))
  for (const slice of slices) {
    await page.getByRole('radio', { name: slice }).check({ force: true })
    await expect(page.getByRole('columnheader', { name: slice })).toBeVisible()
    await settle(page)
    found.push(...(await figuresIn(page)))
  }
  return found
}

test('what this month, quarter and year should end at opens its deals, as bars and as a table', async ({ page }) => {
  await page.goto('/analytics')
  await settle(page)
  const chart = page.getByRole('figure', { name: '预计结果' })
  const expected = () =>
    chart
      .locator('[data-drill]')
      .evaluateAll(
        (links) => links.filter((link) => decodeURIComponent(link.getAttribute('href') ?? '').includes('"or"')).length,
      )
  expect(await expected()).toBe(3)
  await chart.getByRole('button', { name: '表格' }).click()
  await expect.poll(expected).toBe(3)
})

test('every figure of the page equals the list it opens', async ({ page }) => {
  const figures = await crawl(page)
  const totals = new Map<string, Totals>()
  for (const href of new Set(figures.map((figure) => figure.href))) totals.set(href, await totalsBehind(page, href))
  const wrong = figures.filter(({ value, href }) => !isTotal(value, totals.get(href) ?? { count: -1, sums: [] }))
  expect(wrong, `${figures.length} figures`).toEqual([])
  expect(totals.size).toBeGreaterThan(100)
  const counts = figures.filter(({ value }) => !value.includes('.') && value !== '0')
  const isFunnel = ({ href }: Figure) => href.startsWith('/analytics/funnel')
  const [some, others] = [counts.filter(isFunnel).slice(0, 1), counts.filter((figure) => !isFunnel(figure)).slice(0, 1)]
  expect([...some, ...others]).toHaveLength(2)
  for (const { value, href } of [...some, ...others]) {
    await page.goto(href)
    await settle(page)
    await expect(page.locator('main header, main').first()).toContainText(`${value} 个`)
    await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', String(Number(value) + 1))
  }
})

test('the numbers of a figure are saved as a file, exact where the page shows short ones', async ({ page }) => {
  await page.goto('/analytics')
  await settle(page)
  const results = page.getByRole('region', { name: '成果' })
  const [short, exact] = await results
    .locator('tfoot [data-drill]')
    .last()
    .evaluate((figure) => [figure.textContent, figure.getAttribute('data-drill')])
  const saving = page.waitForEvent('download')
  await results.getByRole('button', { name: '保存数据：成果' }).click()
  const file = await saving
  expect(file.suggestedFilename()).toMatch(/^成果 \d{4}-\d\d-\d\d\.csv$/)
  const text = await readFile(await file.path(), 'utf8')
  expect(text).toContain('负责人,赢单,输单,赢率,赢单金额')
  expect(text).toContain(`,${exact}\r\n`)
  expect(text).not.toContain(String(short))
})
