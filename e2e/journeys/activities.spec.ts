/** The list of activities: one's own day in the standing views, a step completed on the spot, and the way to its record. */
import { anActivity } from '@rapport/prisma/factories/activities.ts'
import { aCustomer } from '@rapport/prisma/factories/customers.ts'
import { unique } from '@rapport/prisma/factories/world.ts'
import { expect, test } from '../fixtures.ts'
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
  await expect(panel).toContainText('已完成')
  const done = await world.activity.findFirstOrThrow({ where: { customerId: customer.id, status: 'done' } })
  expect(done.subject).toContain('迟到的报价')

  await panel.getByRole('link', { name: customer.name }).click()
  await expect(page).toHaveURL(new RegExp(`/customers/${customer.id}`))
})
