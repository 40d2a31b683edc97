/** Every page on the smallest phone [B15]: nothing beyond its edge, nothing too small for a finger, nothing that moves while it comes in [B12]. */
import { expect, test } from '../fixtures.ts'
import { listOverflowing, listSmallTargets } from '../measure.ts'
import { addressOf, doors, screens, settle } from '../routes.ts'
import type { Page } from '@playwright/test'

test.use({ viewport: { width: 360, height: 740 }, strewn: true })

async function expectToFit(page: Page): Promise<void> {
  await settle(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth), 'width').toBeLessThanOrEqual(360)
  expect(await page.evaluate(listOverflowing), 'beyond the edge').toEqual([])
  expect(await page.evaluate(listSmallTargets), 'smaller than 24 px').toEqual([])
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
