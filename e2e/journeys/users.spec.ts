/** People come and go: invited by a link, stopped at once, kept while they still own something. */
import { aCustomer } from '@rapport/prisma/factories/customers.ts'
import { unique } from '@rapport/prisma/factories/world.ts'
import { expect, test } from '../fixtures.ts'
import { aColleague } from '../people-world.ts'

test.use({ account: null })

test('invites somebody, who follows the link, chooses a password and is in', async ({
  page,
  browser,
  world,
  signIn,
}) => {
  await signIn((await aColleague(world, 'administrator')).id)
  await page.goto('/settings/users?edit=new')
  const name = unique('新同事')
  await page.getByRole('textbox', { name: '姓名' }).fill(name)
  await page.getByRole('textbox', { name: '邮箱' }).fill(`${unique()}@example.com`)
  await page.getByRole('button', { name: '新建', exact: true }).last().click()
  const link = await page.getByRole('textbox', { name: '链接' }).inputValue()
  expect(link).toMatch(/\/invite\/[\w-]{43}$/)
  const stranger = await browser.newContext({ locale: 'zh-CN', reducedMotion: 'reduce' })
  const theirs = await stranger.newPage()
  await theirs.goto(link)
  await theirs.getByLabel(/^密码/).fill('quartz-lantern-82')
  await theirs.getByLabel('再次输入密码').fill('quartz-lantern-82')
  await theirs.getByRole('button', { name: '保存并登录' }).click()
  await expect(theirs.getByRole('button', { name: new RegExp(name) })).toBeVisible()
  await theirs.goto(link)
  await expect(theirs.getByRole('heading', { name: '您已加入' })).toBeVisible()
  await expect(theirs.getByLabel(/^密码/)).toHaveCount(0)
  await theirs.getByRole('link', { name: '前往登录' }).click()
  await expect(theirs.getByRole('button', { name: '登录' })).toBeVisible()
  await stranger.close()
})

test('suspends somebody and lets him come back', async ({ page, world, signIn }) => {
  const person = await aColleague(world, 'rep')
  await signIn((await aColleague(world, 'administrator')).id)
  await page.goto(`/settings/users?edit=${person.id}`)
  await page.getByRole('button', { name: '停用' }).click()
  await page.getByRole('dialog', { name: '停用' }).getByRole('button', { name: '停用' }).click()
  await expect(page.getByRole('button', { name: '重新启用' })).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: `${person.name} 已停用` })).toBeVisible()
  await page.getByRole('button', { name: '重新启用' }).click()
  await expect(page.getByRole('button', { name: '重新启用' })).toBeHidden()
})

test('says what is still to be handed over before somebody leaves', async ({ page, world, signIn, noise }) => {
  noise.expect(/409/)
  const person = await aColleague(world, 'rep')
  await aCustomer(world, { ownerId: person.id })
  await signIn((await aColleague(world, 'administrator')).id)
  await page.goto(`/settings/users?edit=${person.id}`)
  await page.getByRole('button', { name: '标记离职' }).click()
  await page.getByRole('dialog', { name: '标记离职' }).getByRole('button', { name: '标记离职' }).click()
  await expect(page.getByRole('status').filter({ hasText: '请先移交：客户 1' })).toBeVisible()
})
