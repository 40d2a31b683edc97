/** A menu is first seen where it belongs, however slow the machine [B12]. */
import { expect, test } from '../fixtures.ts'
import { aDeal, aSeller } from '../sales-world.ts'
import { settle } from '../routes.ts'

test.use({ account: null })

type Watched = { elsewhere: string[] }

/** Notes each menu that can be seen before it has been given its place. Sent to the page whole. */
function watchMenus(): void {
  const elsewhere: string[] = []
  Object.assign(window, { elsewhere })
  const look = () => {
    for (const menu of document.querySelectorAll<HTMLElement>('[role=menu]')) {
      const isUnplaced = menu.style.top === '0px' && menu.style.left === '0px'
      if (isUnplaced && getComputedStyle(menu).opacity !== '0') elsewhere.push(menu.innerText)
    }
  }
  new MutationObserver(look).observe(document, { subtree: true, childList: true, attributeFilter: ['style'] })
}

test('the menus of a deal are not seen before they stand at their buttons', async ({ page, world, signIn }) => {
  const seller = await aSeller(world)
  await signIn(seller.ownerId)
  const { id } = await aDeal(world, seller)
  await page.addInitScript(watchMenus)
  await page.goto(`/opportunities/${id}`)
  await settle(page)
  const openers = await page.locator('main [aria-haspopup=menu]:visible').all()
  expect(openers.length).toBeGreaterThan(0)
  for (const opener of openers) {
    await opener.click()
    await expect(page.getByRole('menu')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('menu')).toHaveCount(0)
  }
  expect(await page.evaluate(() => (window as unknown as Watched).elsewhere)).toEqual([])
})
