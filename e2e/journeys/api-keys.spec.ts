/** A key is shown once, opens what it was made for, and ends when it is revoked. */
import { unique } from '@rapport/prisma/factories/world.ts'
import { expect, test } from '../fixtures.ts'
import { aColleague } from '../people-world.ts'

test.use({ account: null })

test('makes a key, calls the API with it, revokes it', async ({ page, playwright, baseURL, world, signIn }) => {
  await signIn((await aColleague(world, 'administrator')).id)
  await page.goto('/settings/api-keys?edit=new')
  const label = unique('ERP ')
  await page.getByRole('textbox', { name: '用途' }).fill(label)
  await page.getByRole('checkbox', { name: '来源: 查看' }).check()
  await page.getByRole('button', { name: '新建', exact: true }).last().click()
  const dialog = page.getByRole('dialog', { name: label })
  const key = await dialog.getByRole('textbox', { name: 'API 密钥' }).inputValue()
  const headers = { authorization: `Bearer ${key}` }
  const other = await playwright.request.newContext({ baseURL: baseURL ?? '', extraHTTPHeaders: headers })
  expect((await other.get('/api/v1/sources')).status()).toBe(200)
  expect((await other.get('/api/v1/customers')).status()).toBe(403)
  await page.keyboard.press('Escape')
  await page.getByRole('row', { name: label }).click()
  await page.getByRole('button', { name: '吊销' }).click()
  await page.getByRole('dialog', { name: '吊销这个密钥？' }).getByRole('button', { name: '吊销' }).click()
  await expect(page.getByRole('row', { name: label })).toContainText('已吊销')
  expect((await other.get('/api/v1/sources')).status()).toBe(401)
  await other.dispose()
})
