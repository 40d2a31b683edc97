/** A list people choose from: a new item, a new order by keyboard, and a retired item that comes back by undo. */
import { aDictionary, aDictionaryItem } from '@rapport/prisma/factories/dictionaries.ts'
import { expect, test } from '../fixtures.ts'
import { aColleague } from '../people-world.ts'

test.use({ account: null })

const label = (name: string) => ({ zh: name, en: name })

test('adds an item, moves it up by keyboard, retires it and takes that back', async ({ page, world, signIn }) => {
  const { id: dictionaryId } = await aDictionary(world)
  await aDictionaryItem(world, { dictionaryId, order: 0, label: label('甲') })
  await aDictionaryItem(world, { dictionaryId, order: 1, label: label('乙') })
  await signIn((await aColleague(world, 'administrator')).id)
  await page.goto(`/settings/dictionaries?edit=${dictionaryId}`)
  await page.getByRole('button', { name: '添加一项' }).click()
  await page.getByLabel('名称（中文）').fill('丙')
  await page.getByLabel('名称（英文）').fill('C')
  await page.getByLabel('代码').fill('c')
  await page.getByRole('button', { name: '添加', exact: true }).click()
  const items = page
    .getByRole('list')
    .getByRole('listitem')
    .filter({ hasText: /^[甲乙丙]/ })
  await expect(items).toHaveText([/甲/, /乙/, /丙/])
  await page.getByRole('button', { name: '丙 C' }).focus()
  await page.keyboard.press('Alt+ArrowUp')
  await expect(items).toHaveText([/甲/, /丙/, /乙/])
  await page.reload()
  await expect(items).toHaveText([/甲/, /丙/, /乙/])
  await page.getByRole('button', { name: '丙 C' }).click()
  await page.getByRole('button', { name: '停用' }).click()
  await expect(items.filter({ hasText: '丙' })).toContainText('已停用')
  await page.getByRole('button', { name: '撤销' }).click()
  await expect(items.filter({ hasText: '丙' })).not.toContainText('已停用')
})
