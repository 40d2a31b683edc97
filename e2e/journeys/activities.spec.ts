/** The list of activities: one's own day in the standing views, a step completed on the spot, and the way to its record. */
import { anActivity } from '@rapport/prisma/factories/activities.ts'
import { aCustomer } from '@rapport/prisma/factories/customers.ts'
import { unique } from '@rapport/prisma/factories/world.ts'
import { expect, test } from '../fixtures.ts'
import { expectFocusSeen, forbidPointer, tabTo } from '../keyboard.ts'
import { settle } from '../routes.ts'
import { aSeller } from '../sales-world.ts'

test.use({ account: null })

const DAY = 24 * 60 * 60 * 1000

test('a seller sees what is late, completes it in the list and goes to the customer', async ({
  page,
  world,
  signIn,
}) => {
  const seller = await aSeller(world)
  const customer = await aCustomer(world, { ...seller, name: unique('启明水务') })
  const plan = async (subject: string, days: number) => {
    const plannedStart = new Date(Date.now() + days * DAY)
    const about = { customerId: customer.id, ownerId: seller.ownerId, teamId: seller.teamId }
    await anActivity(world, { ...about, kind: 'task', status: 'planned', subject: unique(subject), plannedStart })
  }
  await plan('迟到的报价', -5)
  await plan('今天的回访', 0)
  await plan('下周的拜访', 6)
  const rows = page.getByRole('grid').getByRole('rowgroup').nth(1).getByRole('row')

  await signIn(seller.ownerId)
  await page.goto('/customers')
  await settle(page)
  await page.getByRole('link', { name: '活动' }).click()
  await settle(page)
  await expect(page.getByRole('link', { name: '我的待办' })).toHaveAttribute('aria-current', 'page')
  await expect(rows).toHaveCount(3)
  await page.getByRole('link', { name: '今天' }).click()
  await expect(rows).toHaveCount(1)
  await expect(rows).toContainText('今天的回访')
  await page.getByRole('link', { name: '逾期' }).click()
  await expect(rows).toHaveCount(1)
  await expect(rows).toContainText('逾期 5 天')

  await page.getByRole('button', { name: /^完成“迟到的报价/ }).click()
  const panel = page.getByRole('dialog')
  await panel.getByRole('textbox', { name: '备注' }).fill('已寄出')
  await panel.getByRole('button', { name: '完成', exact: true }).click()
  await expect(page.getByText('没有符合条件的记录')).toBeVisible()
  await expect(panel).toBeHidden()
  const done = await world.activity.findFirstOrThrow({ where: { customerId: customer.id, status: 'done' } })
  expect(done.subject).toContain('迟到的报价')

  await page.getByRole('link', { name: '今天' }).click()
  await rows.first().getByText('今天的回访').click()
  await panel.getByRole('link', { name: customer.name }).click()
  await expect(page).toHaveURL(new RegExp(`/customers/${customer.id}`))
})

test('a seller works his list through by keyboard alone: puts one off, completes the next, plans another', async ({
  page,
  world,
  signIn,
}) => {
  const seller = await aSeller(world)
  const customer = await aCustomer(world, { ...seller, name: unique('汇川水泵') })
  const { ownerId, teamId } = seller
  const about = { customerId: customer.id, ownerId, teamId, kind: 'call', status: 'planned' }
  const call = async (subject: string, days: number) =>
    anActivity(world, { ...about, subject, plannedStart: new Date(Date.now() - days * DAY) })
  const [later, sooner] = [await call('问预算', 3), await call('问交期', 2)]
  await signIn(ownerId)
  await forbidPointer(page)
  await page.goto('/activities')
  await settle(page)
  const grid = page.getByRole('grid')
  await tabTo(page, grid)
  await page.keyboard.press('Home')
  await page.keyboard.press('d')
  await expect(page.getByRole('status').filter({ hasText: '已推迟到' })).toBeVisible()
  await expect
    .poll(() => world.activity.findUniqueOrThrow({ where: { id: later.id } }))
    .toMatchObject({ deferCount: 1 })

  await expect(grid.getByRole('row').nth(1)).toContainText('问交期')
  await page.keyboard.press('e')
  const answer = page.getByRole('dialog').getByRole('radio', { name: '有兴趣', exact: true })
  await expect(page.getByRole('dialog').getByRole('radio').first()).toBeFocused()
  await expectFocusSeen(page)
  await page.keyboard.press('2')
  await expect(answer).toBeChecked()
  await page.keyboard.type('下月到货')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(grid).toBeFocused()
  const done = await world.activity.findUniqueOrThrow({ where: { id: sooner.id } })
  expect(done).toMatchObject({ status: 'done', body: '下月到货' })

  await page.keyboard.press('c')
  await expect(page.getByRole('menuitem').first()).toBeFocused()
  for (let steps = 0; steps < 3; steps++) await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('menuitem', { name: '活动' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('combobox', { name: '关联' })).toBeFocused()
  await page.keyboard.type(customer.name)
  await page.getByRole('option', { name: customer.name }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('textbox', { name: '主题' }))
  await page.keyboard.type('寄样机')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('status').filter({ hasText: '已安排' })).toBeVisible()
  await expect(grid.getByText('寄样机')).toBeVisible()
  const planned = await world.activity.findFirstOrThrow({ where: { customerId: customer.id, subject: '寄样机' } })
  expect(planned).toMatchObject({ kind: 'call', status: 'planned', ownerId })
})
