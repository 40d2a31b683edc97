/** From a list to its records and on, by keyboard alone [B16]: a quick look beside the list, then page by page, and back. */
import { aCustomer } from '@rapport/prisma/factories/customers.ts'
import { unique } from '@rapport/prisma/factories/world.ts'
import { expectNoViolations } from '../axe.ts'
import { expect, test } from '../fixtures.ts'
import { forbidPointer, press, tabTo } from '../keyboard.ts'
import { aDeal, aSeller } from '../sales-world.ts'
import { settle } from '../routes.ts'

test.use({ account: null })

test('looks at customers beside their list, opens one, walks on, and comes back to the list', async ({
  page,
  world,
  signIn,
}) => {
  const seller = await aSeller(world)
  const names = ['甲', '乙', '丙'].map((letter) => unique(`${letter}环保`))
  for (const name of names) await aCustomer(world, { ...seller, name })
  const heading = (level: number, at: number) => page.getByRole('heading', { name: names[at]!, level })
  await signIn(seller.ownerId)
  await forbidPointer(page)
  await page.goto('/customers?sort=createdAt')
  await settle(page)
  await tabTo(page, page.getByRole('grid'))
  await page.keyboard.press('Home')
  await page.keyboard.press('Space')
  const look = page.getByRole('complementary', { name: '速览' })
  await expect(look.getByText('第 1 个，共 3 个')).toBeVisible()
  await expect(heading(2, 0)).toBeVisible()
  await expect(look.getByRole('region', { name: '最近动态' })).toBeVisible()
  await expectNoViolations(page)
  await page.keyboard.press('ArrowDown')
  await expect(heading(2, 1)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(look).toBeHidden()
  await page.keyboard.press('Space')
  await expect(heading(2, 1)).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(heading(1, 1)).toBeVisible()
  await expect(page.getByText('第 2 个，共 3 个')).toBeVisible()
  await page.keyboard.press('Control+ArrowDown')
  await expect(heading(1, 2)).toBeVisible()
  await page.reload()
  await expect(page.getByText('第 3 个，共 3 个')).toBeVisible()
  await page.keyboard.press('Control+ArrowUp')
  await expect(heading(1, 1)).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('grid')).toBeVisible()
  await expect(heading(2, 1)).toBeVisible()
  await press(page, look.getByRole('link', { name: '记跟进' }))
  await expect(heading(1, 1)).toBeVisible()
  await expect(page.getByRole('textbox', { name: '发生了什么' })).toBeFocused()
})

test('looks at deals beside their board, and walks down a column from inside one', async ({ page, world, signIn }) => {
  const seller = await aSeller(world)
  const deals = [await aDeal(world, seller), await aDeal(world, seller)]
  const [first, second] = deals.map(({ name }) => name) as [string, string]
  await signIn(seller.ownerId)
  await forbidPointer(page)
  await page.goto('/opportunities?sort=createdAt')
  await settle(page)
  await page.getByRole('article', { name: first }).focus()
  await page.keyboard.press('Space')
  const look = page.getByRole('complementary', { name: '速览' })
  await expect(look.getByRole('heading', { name: first, level: 2 })).toBeVisible()
  await expect(look.getByText('第 1 个，共 2 个')).toBeVisible()
  await expectNoViolations(page)
  await page.keyboard.press('ArrowDown')
  await expect(look.getByRole('heading', { name: second, level: 2 })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(look).toBeHidden()
  await page.getByRole('article', { name: first }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: first, level: 1 })).toBeVisible()
  await page.keyboard.press('Control+ArrowDown')
  await expect(page.getByRole('heading', { name: second, level: 1 })).toBeVisible()
  await expect(page.getByText('第 2 个，共 2 个')).toBeVisible()
})
