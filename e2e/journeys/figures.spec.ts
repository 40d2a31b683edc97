/**
 * Every figure opens the rows that make it, and they add up [B21]. Looked at as the sales manager, whose team no other
 * test touches. All figures are compared with the list's own totals; the first of each table is opened as well.
 */
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { settle } from '../routes.ts'

type Figure = { value: string; href: string }
type Totals = { count: number; amount: string; weighted: string }

test.use({ account: 'xu@example.com' })

const figuresIn = (page: Page) =>
  page.locator('[data-drill]').evaluateAll((links) =>
    links.map((link): Figure => ({
      value: link.getAttribute('data-drill') ?? '',
      href: link.getAttribute('href') ?? '',
    })),
  )

const totalsBehind = async (page: Page, href: string): Promise<Totals> => {
  const params = {
    filter: new URL(href, 'http://list').searchParams.get('filter') ?? '',
    measures: 'count,sum:baseAmount,sum:weightedBase',
  }
  const reply = await page.request.get('/api/v1/opportunities/aggregate', { params })
  const { groups } = (await reply.json()) as { groups: { values: [number, string | null, string | null] }[] }
  const [count, amount, weighted] = groups[0]?.values ?? [0, null, null]
  return { count, amount: amount ?? '0', weighted: weighted ?? '0' }
}

/** A whole number counts rows, a decimal is their value or their weighted value. */
const isSumOf = ({ value }: Figure, { count, amount, weighted }: Totals) =>
  value.includes('.') ? [amount, weighted].some((sum) => Number(sum) === Number(value)) : Number(value) === count

for (const slice of ['负责人', '团队', '产品', '来源', '行业'])
  test(`every figure by ${slice} equals the list it opens`, async ({ page }) => {
    await page.goto('/analytics')
    await settle(page)
    await page.getByRole('radio', { name: slice }).check({ force: true })
    await expect(page.getByRole('columnheader', { name: slice })).toBeVisible()
    await settle(page)
    const figures = await figuresIn(page)
    expect(figures.length).toBeGreaterThan(20)
    const behind = new Map<string, Totals>()
    for (const href of new Set(figures.map((figure) => figure.href))) behind.set(href, await totalsBehind(page, href))
    const wrong = figures.filter(
      (figure) => !isSumOf(figure, behind.get(figure.href) ?? { count: -1, amount: '', weighted: '' }),
    )
    expect(wrong, `${figures.length} figures`).toEqual([])
  })

test('a figure of each table is opened, and the list shows its total', async ({ page }) => {
  await page.goto('/analytics')
  await settle(page)
  const tables = page.getByRole('table').filter({ has: page.locator('[data-drill]') })
  const firsts = await tables.evaluateAll((all) =>
    all.map((table) => {
      const link = [...table.querySelectorAll('[data-drill]')].find(
        (one) => !one.getAttribute('data-drill')?.includes('.'),
      )
      return { value: link?.getAttribute('data-drill') ?? '', href: link?.getAttribute('href') ?? '' }
    }),
  )
  expect(firsts.length).toBeGreaterThan(2)
  for (const { value, href } of firsts) {
    await page.goto(href)
    await settle(page)
    await expect(page.locator('main header, main').first()).toContainText(`${value} 个`)
    const rows = await page.getByRole('grid').getAttribute('aria-rowcount')
    expect(Number(rows)).toBe(Number(value) + 1)
  }
})
