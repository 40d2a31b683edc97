/** Every page on the smallest phone [B15]: nothing beyond its edge, nothing too small for a finger, nothing that moves while it comes in [B12]. */
import { expect, test } from '../fixtures.ts'
import { listOverflowing, listSmallTargets } from '../measure.ts'
import { addressOf, doors, screens, settle } from '../routes.ts'
import type { Page } from '@playwright/test'

test.use({ viewport: { width: 360, height: 740 }, strewn: true })

/** What a desk of 1280 has left at 200 %, and the least a page is read at [B18]. */
const ZOOMED = [640, 320]

async function expectNothingBeyond(page: Page, width: number): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth), 'width').toBeLessThanOrEqual(width)
  expect(await page.evaluate(listOverflowing), `beyond the edge at ${width}`).toEqual([])
}

async function expectToFit(page: Page): Promise<void> {
  await settle(page)
  await expectNothingBeyond(page, 360)
  expect(await page.evaluate(listSmallTargets), 'smaller than 24 px').toEqual([])
  for (const width of ZOOMED) {
    await page.setViewportSize({ width, height: 740 })
    await settle(page)
    await expectNothingBeyond(page, width)
  }
}

for (const route of screens)
  test(`${route.path} fits`, async ({ page }) => {
    await page.goto(await addressOf(route, page))
    await expectToFit(page)
  })

test.describe('nobody signed in', () => {
  test.use({ account: null })
  for (const route of doors)
    test(`${route.path} fits`, async ({ page }) => {
      await page.goto(await addressOf(route, page))
      await expectToFit(page)
    })
})
