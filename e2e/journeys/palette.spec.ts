/** A record found from anywhere by keyboard alone [B16]: by what a name sounds like, and by a place's name. */
import { aCustomer } from '@rapport/prisma/factories/customers.ts'
import { unique } from '@rapport/prisma/factories/world.ts'
import { expectNoViolations } from '../axe.ts'
import { expect, test } from '../fixtures.ts'
import { forbidPointer } from '../keyboard.ts'
import { settle } from '../routes.ts'
import { aSeller } from '../sales-world.ts'

test.use({ account: null })

test('opens a customer and a page from the palette', async ({ page, world, signIn }) => {
  const seller = await aSeller(world)
  const wanted = await aCustomer(world, { ...seller, name: unique('溪桥仪表') })
  await signIn(seller.ownerId)
  await forbidPointer(page)
  await page.goto('/products')
  await settle(page)
  await page.keyboard.press('Control+k')
  const box = page.getByRole('dialog').getByRole('textbox')
  await expect(box).toBeFocused()
  await page.keyboard.type(wanted.name.slice(1, 3))
  await expect(page.getByRole('option', { name: wanted.name })).toHaveAttribute('data-combobox-selected', 'true')
  await expectNoViolations(page)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: wanted.name, level: 1 })).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('>联系人')
  await expect(page.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: '联系人', level: 1 })).toBeVisible()
})
