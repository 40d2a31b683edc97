/** A customer by keyboard alone [B16]: found by its name, opened, and one fact changed where it stands. */
import { aCustomer } from '@rapport/prisma/factories/customers.ts'
import { unique } from '@rapport/prisma/factories/world.ts'
import { expect, test } from '../fixtures.ts'
import { forbidPointer, tabTo } from '../keyboard.ts'
import { aSeller } from '../sales-world.ts'
import { settle } from '../routes.ts'

test.use({ account: null })

test('finds a customer and changes its city, which a reload still shows', async ({ page, world, signIn }) => {
  const seller = await aSeller(world)
  const wanted = await aCustomer(world, { ...seller, name: unique('启明水务') })
  await aCustomer(world, { ...seller, name: unique('海岳机械') })
  await signIn(seller.ownerId)
  await forbidPointer(page)
  await page.goto('/customers')
  await settle(page)
  await page.keyboard.press('/')
  await page.keyboard.type(wanted.name)
  await expect(page.getByRole('row')).toHaveCount(3) // the head, the one found, the totals
  await tabTo(page, page.getByRole('grid'))
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: wanted.name, level: 1 })).toBeVisible()
  await settle(page)
  await tabTo(page, page.getByRole('button', { name: /^编辑城市/ }))
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('城市')).toBeFocused()
  await page.keyboard.type('宁波')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: /^编辑城市/ })).toContainText('宁波')
  await page.reload()
  await expect(page.getByRole('button', { name: /^编辑城市/ })).toContainText('宁波')
})
