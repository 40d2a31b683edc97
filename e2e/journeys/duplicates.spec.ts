/** A customer by keyboard alone [B16], of whom three things must be known [B19]; one who is there already is warned of, with the reasons. */
import { unique } from '@rapport/prisma/factories/world.ts'
import { aSource } from '@rapport/prisma/factories/sources.ts'
import { expect, test } from '../fixtures.ts'
import { chooseTyped, forbidPointer, press, tabTo } from '../keyboard.ts'
import { settle } from '../routes.ts'

test('warns of a customer who is there already while its name is typed, and says why', async ({ page, world }) => {
  const name = unique('启明水务')
  const number = `139${String(Date.now()).slice(-8)}`
  const source = unique('展会')
  const { id: sourceId } = await aSource(world, { label: { zh: source, en: source } })
  await forbidPointer(page)
  await page.goto('/customers')
  await settle(page)
  const phones = [{ type: 'mobile', number }]
  const made = await page.request.post('/api/v1/customers', {
    data: { kind: 'company', name: `上海${name}有限公司`, sourceId, phones, city: '上海' },
  })
  expect(made.status()).toBe(201)
  await page.keyboard.press('c')
  await expect(page.getByRole('menuitem', { name: '客户' })).toBeFocused()
  await page.keyboard.press('Enter')
  const panel = page.getByRole('dialog')
  await expect(panel.getByLabel('名称')).toBeFocused()
  await page.keyboard.type(name)
  const warning = panel.getByRole('status').filter({ hasText: '是否已存在' })
  await expect(warning).toContainText('疑似相同')
  await expect(warning).toContainText('公司名称相同')
  await expect(warning.getByRole('link', { name: `上海${name}有限公司` })).toHaveAttribute('target', '_blank')
  await tabTo(page, panel.getByLabel('城市'))
  await page.keyboard.type('上海市')
  await expect(warning).toContainText('城市相同')

  expect(await panel.locator('input[required], [aria-required=true]').count()).toBeLessThanOrEqual(3)
  await tabTo(page, panel.getByLabel('来源'), 'Shift+Tab')
  await chooseTyped(page, source)
  await press(page, panel.getByRole('button', { name: '新建' }))
  await expect(page.getByRole('heading', { name, level: 1, exact: true })).toBeVisible()
})
