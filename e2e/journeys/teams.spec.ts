/** The tree of teams: a team is made, somebody joins, and it cannot be retired while he belongs to it. */
import { aTeam } from '@rapport/prisma/factories/teams.ts'
import { unique } from '@rapport/prisma/factories/world.ts'
import { expect, test } from '../fixtures.ts'
import { aColleague } from '../people-world.ts'

test.use({ account: null })

test('makes a team below another, takes somebody in, and refuses to retire it', async ({
  page,
  world,
  signIn,
  noise,
}) => {
  noise.expect(/409/)
  const parent = await aTeam(world)
  const person = await aColleague(world, 'rep')
  await signIn((await aColleague(world, 'administrator')).id)
  await page.goto('/settings/teams?edit=new')
  const name = unique('一部')
  await page.getByLabel('名称（中文）').fill(name)
  await page.getByLabel('名称（英文）').fill(`${name} en`)
  await page.getByRole('combobox', { name: '上级团队' }).fill((parent.label as { zh: string }).zh)
  await page.getByRole('option', { name: (parent.label as { zh: string }).zh }).click()
  await page.getByRole('button', { name: '新建', exact: true }).last().click()
  await expect(page.getByRole('heading', { name, level: 2 })).toBeVisible()
  await page.getByRole('combobox', { name: '添加成员' }).fill(person.name)
  await page.getByRole('option', { name: person.name }).click()
  await expect(page.getByRole('button', { name: `将 ${person.name} 移出团队` })).toBeVisible()
  await page.getByRole('button', { name: '停用' }).click()
  await expect(page.getByRole('status').filter({ hasText: '请先移出 1 位成员' })).toBeVisible()
  const made = await world.team.findFirstOrThrow({ where: { parentId: parent.id }, include: { members: true } })
  expect(made).toMatchObject({ archivedAt: null, members: [{ userId: person.id, to: null }] })
})
