/** What a person typed survives a refusal, a lost connection and a reload. */
import { unique } from '@rapport/prisma/factories/world.ts'
import { expectNoViolations } from '../axe.ts'
import { freeAttempts } from '../attempts.ts'
import { expect, test as base } from '../fixtures.ts'
import { aSeller } from '../sales-world.ts'
import { settle } from '../routes.ts'

const test = base.extend<{ sellerId: string }>({
  sellerId: async ({ world }, use) => use((await aSeller(world)).ownerId),
})

test.use({ account: null })

test.beforeEach(async ({ page, sellerId, signIn }) => {
  await signIn(sellerId)
  await page.goto('/customers?new=customers')
  await settle(page)
})

test('keeps a new customer while the connection is lost, and over a reload', async ({ page, context, noise }) => {
  noise.expect(/ERR_INTERNET_DISCONNECTED/)
  const name = unique('启明水务')
  const panel = page.getByRole('dialog')
  await panel.getByLabel('名称').fill(name)
  await panel.getByLabel('来源').click()
  await page.getByRole('option').first().click()
  await context.setOffline(true)
  await panel.getByRole('button', { name: '新建' }).click()
  await expect(panel.getByRole('alert').filter({ hasText: '无法连接服务器' })).toBeVisible()
  await expect(panel.getByLabel('名称')).toHaveValue(name)
  await context.setOffline(false)
  await page.reload()
  await expect(panel.getByLabel('名称')).toHaveValue(name)
  await panel.getByRole('button', { name: '新建' }).click()
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
  await page.goto('/customers?new=customers')
  await expect(panel.getByLabel('名称')).toHaveValue('')
})

test('shows a refusal at its field and keeps the rest', async ({ page, noise }) => {
  noise.expect(/422/)
  const name = unique('启明水务')
  const panel = page.getByRole('dialog')
  await page.route('**/api/v1/customers', (route) =>
    route.request().method() === 'POST'
      ? route.fulfill({
          status: 422,
          contentType: 'application/problem+json',
          json: {
            type: 'about:blank',
            title: '未通过检查',
            status: 422,
            code: 'validation.failed',
            requestId: 'r-1',
            errors: [{ path: 'city', code: 'field.invalid', message: '没有这座城市' }],
          },
        })
      : route.fallback(),
  )
  await panel.getByLabel('名称').fill(name)
  await panel.getByLabel('城市').fill('无此城')
  await panel.getByLabel('来源').click()
  await page.getByRole('option').first().click()
  await panel.getByRole('button', { name: '新建' }).click()
  await expect(panel.getByText('没有这座城市')).toBeVisible()
  await expect(panel.getByLabel('城市')).toBeFocused()
  await expect(panel.getByLabel('名称')).toHaveValue(name)
})

test('leaves what is typed where it is while one signs in again', async ({ page, world, noise, sellerId }) => {
  noise.expect(/401/)
  await freeAttempts(world)
  const known = await world.user.findFirstOrThrow({
    where: { email: 'lin@example.com' },
    select: { passwordHash: true },
  })
  await world.user.update({ where: { id: sellerId }, data: known })
  const name = unique('启明水务')
  const panel = page.getByRole('dialog').filter({ has: page.getByLabel('来源') })
  await panel.getByLabel('来源').click()
  await page.getByRole('option').first().click()
  await panel.getByLabel('名称').fill(name)
  const field = await panel.getByLabel('名称').elementHandle()
  await world.session.deleteMany({ where: { userId: sellerId } })
  await panel.getByRole('button', { name: '新建' }).click()
  await page.getByRole('button', { name: '重新登录' }).click()
  const again = page.getByRole('dialog', { name: '重新登录' })
  await expect(again.locator('input')).toBeFocused()
  await expectNoViolations(page)
  await page.keyboard.type('not the password')
  await page.keyboard.press('Enter')
  await expect(again.getByRole('alert')).toBeVisible()
  await again.locator('input').fill('clean-air-demo')
  await page.keyboard.press('Enter')
  await expect(again).toBeHidden()
  await expect(page.getByRole('button', { name: '重新登录' })).toBeHidden()
  expect(await field?.evaluate((node) => node.isConnected)).toBe(true)
  await expect(panel.getByLabel('名称')).toHaveValue(name)
  await panel.getByRole('button', { name: '新建' }).click()
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
})
