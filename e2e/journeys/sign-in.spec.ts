/** Signing in by keyboard alone [B16]. */
import { freeAttempts } from '../attempts.ts'
import { expect, test } from '../fixtures.ts'
import { forbidPointer, tabTo } from '../keyboard.ts'

test.use({ account: null })

test('signs in, is told of a wrong password, and arrives where one wanted to go', async ({ page, world, noise }) => {
  await freeAttempts(world)
  await forbidPointer(page)
  noise.expect(/401 .*\/api\/v1\/session/)
  await page.goto('/customers')
  await expect(page).toHaveURL(/\/login\?next=%2Fcustomers/)
  await expect(page.getByLabel('邮箱')).toBeFocused()
  await page.keyboard.type('xu@example.com')
  await tabTo(page, page.getByLabel('密码', { exact: true }))
  await page.keyboard.type('not the password')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toBeVisible()
  await tabTo(page, page.getByLabel('密码', { exact: true }), 'Shift+Tab')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('clean-air-demo')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: '客户', level: 1 })).toBeVisible()
})
