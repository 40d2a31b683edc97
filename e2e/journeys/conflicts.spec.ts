/** Two people at the same record, by keyboard alone [B16]: the second is told what the first has saved, and loses nothing [C1]. */
import { aSource } from '@rapport/prisma/factories/sources.ts'
import { unique } from '@rapport/prisma/factories/world.ts'
import { expect, test } from '../fixtures.ts'
import { forbidPointer, press } from '../keyboard.ts'
import { aColleague } from '../people-world.ts'
import { aDeal, aSeller } from '../sales-world.ts'
import { settle } from '../routes.ts'

test.use({ account: null })

test('who saves a source second sees the first one’s words and chooses', async ({ page, world, signIn }) => {
  await signIn((await aColleague(world, 'administrator')).id)
  const name = unique('展会')
  const { id } = await aSource(world, { label: { zh: name, en: name } })
  const open = async () => {
    const tab = await page.context().newPage()
    await forbidPointer(tab)
    await tab.goto(`/settings/sources?edit=${id}`)
    const panel = tab.getByRole('dialog')
    await expect(panel.getByLabel('名称（英文）')).toHaveValue(name)
    return { tab, panel, english: panel.getByLabel('名称（英文）') }
  }
  const first = await open()
  const second = await open()
  await second.english.fill(`${name} mine`)
  await first.english.fill(`${name} theirs`)
  await press(first.tab, first.panel.getByRole('button', { name: '保存' }))
  await expect(first.panel).toHaveCount(0)

  await expect(second.panel.getByRole('alert')).toContainText('其他人刚刚保存了修改')
  await expect(second.panel).toContainText(`对方已改为“${name} theirs”`)
  await expect(second.english).toHaveValue(`${name} mine`)
  await expect(second.panel.getByRole('button', { name: '保存', exact: true })).toBeDisabled()
  await press(second.tab, second.panel.getByRole('button', { name: '保留我的' }))
  await expect(second.panel).toHaveCount(0)
  const stored = await world.source.findUniqueOrThrow({ where: { id } })
  expect(stored.label).toEqual({ zh: name, en: `${name} mine` })
  expect(stored.version).toBe(3)
})

test('a value edited in its place is not lost to one that was saved meanwhile', async ({
  page,
  world,
  signIn,
  noise,
}) => {
  noise.expect(/412 /)
  const seller = await aSeller(world)
  await signIn(seller.ownerId)
  await forbidPointer(page)
  const { id } = await aDeal(world, seller)
  await page.goto(`/opportunities/${id}`)
  await settle(page)
  await press(page, page.getByRole('button', { name: /^编辑需求/ }))
  const need = page.getByRole('textbox', { name: '需求' })
  await expect(need).toBeFocused()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('每小时 30 吨')
  await world.opportunity.update({ where: { id }, data: { need: '每小时 50 吨', version: { increment: 1 } } })
  await page.keyboard.press('Tab')
  await expect(page.getByText('对方已改为“每小时 50 吨”')).toBeVisible()
  await expect(need).toHaveValue('每小时 30 吨')
  await press(page, page.getByRole('button', { name: '载入对方的修改' }))
  await expect(need).toHaveValue('每小时 50 吨')
})
