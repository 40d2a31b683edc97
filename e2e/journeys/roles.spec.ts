/** A role is changed as a whole, and only by who has just shown that he is himself. */
import { aRole } from '@rapport/prisma/factories/roles.ts'
import { freeAttempts } from '../attempts.ts'
import { expect, test } from '../fixtures.ts'
import { aColleague } from '../people-world.ts'

test.use({ account: null })

test('gives a right and masks a field, which a reload still shows', async ({ page, world, signIn }) => {
  const rights = { customers: ['read'] }
  const role = await aRole(world, { rights, scopes: { customers: 'self' } })
  await signIn((await aColleague(world, 'administrator')).id)
  await page.goto(`/settings/roles?edit=${role.id}`)
  await page.getByRole('checkbox', { name: '客户: 修改' }).check()
  await page.getByRole('button', { name: '客户 数据范围: 本人' }).click()
  await page.getByRole('menuitemradio', { name: '本团队及下级' }).click()
  await page.getByRole('button', { name: '客户 的字段规则' }).click()
  await page.getByRole('button', { name: '添加字段规则' }).click()
  await page.getByRole('menuitem', { name: '电话' }).click()
  await expect(page.getByText('已改 3 处')).toBeVisible()
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText(/已改/)).toBeHidden()
  const stored = await world.role.findUniqueOrThrow({ where: { id: role.id } })
  expect(stored).toMatchObject({
    rights: { customers: ['read', 'update'] },
    scopes: { customers: 'teamAndBelow' },
    fieldRules: { 'customers.phones': 'masked' },
  })
  await page.reload()
  await expect(page.getByRole('checkbox', { name: '客户: 修改' })).toBeChecked()
})

test('asks for the password after a while, and goes on with what was begun', async ({ page, world, signIn, noise }) => {
  noise.expect(/403|401/)
  await freeAttempts(world)
  const role = await aRole(world, { rights: { customers: ['read'] } })
  const boss = await aColleague(world, 'administrator')
  await signIn(boss.id)
  const password = 'quartz-lantern-82'
  const reset = await page.request.post(`/api/v1/users/${boss.id}/reset-password`)
  const { link } = (await reset.json()) as { link: string }
  await page.request.post('/api/v1/invitations/accept', { data: { token: link.split('/').at(-1), password } })
  const createdAt = new Date(Date.now() - 3_600_000)
  await world.session.updateMany({ where: { userId: boss.id }, data: { createdAt } })
  await page.goto(`/settings/roles?edit=${role.id}`)
  await page.getByRole('checkbox', { name: '客户: 新建' }).check()
  await page.getByRole('button', { name: '保存' }).click()
  const dialog = page.getByRole('dialog', { name: '确认密码' })
  await dialog.getByLabel('您的密码').fill('not this one')
  await dialog.getByRole('button', { name: '确定' }).click()
  await expect(dialog.getByRole('alert')).toBeVisible()
  await dialog.getByLabel('您的密码').fill(password)
  await dialog.getByRole('button', { name: '确定' }).click()
  await expect(page.getByText(/已改/)).toBeHidden()
  const stored = await world.role.findUniqueOrThrow({ where: { id: role.id } })
  expect(stored.rights).toEqual({ customers: ['read', 'create'] })
})
