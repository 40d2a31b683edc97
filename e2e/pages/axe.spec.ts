/** Every page as everybody can use it [B1]: it stands still while it comes in, and axe finds nothing, in the language and theme of the project. */
import { expectNoViolations } from '../axe.ts'
import { expect, test } from '../fixtures.ts'
import { addressOf, doors, screens, settle } from '../routes.ts'

test('the router lists the pages', () => {
  expect(screens.length).toBeGreaterThan(8)
})

// A page is looked at as it comes in on a slow line, and stands still meanwhile [B12].
test.use({ strewn: true })

for (const route of screens)
  test(`${route.path} has no violation`, async ({ page }) => {
    await page.goto(await addressOf(route, page))
    await settle(page)
    await expectNoViolations(page)
  })

test.describe('nobody signed in', () => {
  test.use({ account: null })
  for (const route of doors)
    test(`${route.path} has no violation`, async ({ page }) => {
      await page.goto(await addressOf(route, page))
      await settle(page)
      await expectNoViolations(page)
    })
})

test('an address without a page has no violation', async ({ page }) => {
  await page.goto('/nothing-here')
  await settle(page)
  await expectNoViolations(page)
})
