/** By keyboard alone [B16] a list is kept under a name, changed, shared with the team, and opened there by somebody else from its link. */
import { aCustomer } from '@rapport/prisma/factories/customers.ts'
import { aSource } from '@rapport/prisma/factories/sources.ts'
import { aUser } from '@rapport/prisma/factories/users.ts'
import { unique } from '@rapport/prisma/factories/world.ts'
import { expect, test } from '../fixtures.ts'
import { forbidPointer, press } from '../keyboard.ts'
import { aSeller } from '../sales-world.ts'
import { settle } from '../routes.ts'

test.use({ account: null })

test('saves a view, shares it with the team, and a colleague sees his own customers in it', async ({
  page,
  world,
  signIn,
}) => {
  const seller = await aSeller(world)
  const role = await world.role.findFirstOrThrow({ where: { code: 'rep' }, select: { id: true } })
  const colleague = await aUser(world, { roleIds: [role.id], teamId: seller.teamId, locale: 'zh-CN' })
  const mine = await aCustomer(world, { ...seller, name: unique('启明水务'), lifecycle: 'active' })
  await aCustomer(world, { ...seller, name: unique('海岳机械'), lifecycle: 'lost' })
  const his = { ownerId: colleague.id, teamId: seller.teamId }
  const theirs = await aCustomer(world, { ...his, name: unique('澄江食品'), lifecycle: 'active' })
  const name = unique('在谈客户')
  const rows = page.getByRole('grid').getByRole('rowgroup').nth(1).getByRole('row')

  await signIn(seller.ownerId)
  await forbidPointer(page)
  const filter = JSON.stringify({ field: 'lifecycle', op: 'in', value: ['active'] })
  await page.goto(`/customers?filter=${encodeURIComponent(filter)}`)
  await settle(page)
  await expect(rows).toHaveCount(1)

  await press(page, page.getByRole('button', { name: '另存', exact: true }))
  await expect(page.getByRole('textbox', { name: '名称' })).toBeFocused()
  await page.keyboard.type(name)
  await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('radio', { name: '我的团队' })).toBeChecked()
  await page.keyboard.press('Enter')
  const tab = page.getByRole('link', { name: new RegExp(name) })
  await expect(tab).toHaveAttribute('aria-current', 'page')
  await expect(page.getByText('已修改')).toHaveCount(0)

  // A change says so, and goes when it is kept.
  await press(page, page.getByRole('columnheader', { name: '名称' }).getByRole('button'))
  await expect(page.getByText('已修改')).toBeVisible()
  await press(page, page.getByRole('navigation', { name: '视图' }).getByRole('button', { name: '保存' }))
  await expect(page.getByText('已修改')).toHaveCount(0)
  const kept = await world.savedView.findFirstOrThrow({ where: { label: name } })
  // Its tab says how many it holds, and goes on with what is entered.
  await expect(tab).toHaveAccessibleDescription('1')
  const { id: sourceId } = await aSource(world)
  const data = { kind: 'company', name: unique('青禾餐饮'), sourceId, lifecycle: 'active' }
  expect((await page.request.post('/api/v1/customers', { data })).status()).toBe(201)
  await expect(tab).toHaveAccessibleDescription('2')
  expect(kept).toMatchObject({ shared: 'team', teamId: seller.teamId, sort: ['name'], version: 2 })

  await signIn(colleague.id)
  await page.goto(page.url())
  await settle(page)
  await expect(tab).toHaveAttribute('aria-current', 'page')
  await expect(rows).toHaveCount(1)
  await expect(rows).toContainText(theirs.name)
  await expect(rows).not.toContainText(mine.name)
  await expect(tab).toHaveAccessibleDescription('1')
  await press(page, page.getByRole('columnheader', { name: '名称' }).getByRole('button'))
  const bar = page.getByRole('navigation', { name: '视图' })
  await expect(bar.getByRole('button', { name: '另存', exact: true })).toBeVisible()
  await expect(bar.getByRole('button', { name: '保存' })).toHaveCount(0)
})
