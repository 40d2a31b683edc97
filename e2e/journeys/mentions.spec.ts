/** A mention: the colleague is offered because he sees the record, his bell knows without a reload, and it leads to the words. */
import { aCustomer } from '@rapport/prisma/factories/customers.ts'
import { aUser } from '@rapport/prisma/factories/users.ts'
import { unique } from '@rapport/prisma/factories/world.ts'
import { expect, test } from '../fixtures.ts'
import { settle } from '../routes.ts'
import { aSeller } from '../sales-world.ts'

test.use({ account: null })

test('mentions a colleague, whose bell leads to the record', async ({ page, world, signIn, signedIn }) => {
  const seller = await aSeller(world)
  const { id: roleId } = await world.role.findFirstOrThrow({ where: { code: 'salesManager' }, select: { id: true } })
  const name = unique('许主管')
  const manager = await aUser(world, { roleIds: [roleId], teamId: seller.teamId, name, locale: 'zh-CN' })
  const customer = await aCustomer(world, { ...seller, name: unique('启明水务') })

  await signIn(manager.id)
  await page.goto('/customers')
  await settle(page)
  await expect(page.getByRole('button', { name: '通知', exact: true })).toBeEnabled()

  const own = await signedIn(seller.ownerId)
  await own.goto(`/customers/${customer.id}`)
  await own.getByRole('textbox', { name: '写评论' }).click()
  await own.keyboard.type(`@${name}`)
  await expect(own.getByRole('option', { name })).toHaveAttribute('aria-selected', 'true')
  await own.keyboard.press('Enter')
  await own.keyboard.type('能给九折吗？')
  await own.keyboard.press('Control+Enter')
  await expect(own.getByText('能给九折吗？').first()).toBeVisible()

  await page.getByRole('button', { name: '通知，1 条未读' }).click()
  await page.getByRole('link', { name: new RegExp(`在 ${customer.name} 的评论中提到了您`) }).click()
  await expect(page.getByRole('heading', { name: customer.name, level: 1 })).toBeVisible()
  await expect(page.getByText(`@${name}`).first()).toBeVisible()
  await expect(page.getByRole('button', { name: '通知', exact: true })).toBeVisible()
})
