/** What a deal is made of, by keyboard alone [B16]: lines that make its amount, people of the decision, competitors. */
import { aCompetitor } from '@rapport/prisma/factories/competitors.ts'
import { aContact } from '@rapport/prisma/factories/contacts.ts'
import { aProduct } from '@rapport/prisma/factories/products.ts'
import { unique } from '@rapport/prisma/factories/world.ts'
import type { Page } from '@playwright/test'
import { expectNoViolations } from '../axe.ts'
import { expect, test } from '../fixtures.ts'
import { chooseTyped, forbidPointer, tabTo } from '../keyboard.ts'
import { settle } from '../routes.ts'
import { aDeal, aSeller } from '../sales-world.ts'

test.use({ account: null })

async function openPart(page: Page, name: string) {
  await tabTo(page, page.getByRole('button', { name: `编辑${name}` }))
  await page.keyboard.press('Enter')
  const panel = page.getByRole('dialog')
  await expect(panel.getByRole('button', { name: '保存' })).toBeVisible()
  return panel
}

test('a line makes the amount; a person and a competitor stay', async ({ page, world, signIn }) => {
  test.slow() // three panels, each filled and judged
  const seller = await aSeller(world)
  const { id } = await aDeal(world, seller)
  const pump = unique('增压泵')
  const [person, rival] = [unique('程素'), unique('澄砚')]
  await aProduct(world, { label: { zh: pump, en: pump }, listPrice: '33.3333' })
  await aContact(world, { ...seller, name: person })
  await aCompetitor(world, { name: rival })
  await signIn(seller.ownerId)
  await forbidPointer(page)
  await page.goto(`/opportunities/${id}`)
  await settle(page)

  const lines = await openPart(page, '产品')
  await tabTo(page, lines.getByRole('button', { name: '添加产品' }))
  await page.keyboard.press('Enter')
  const first = lines.getByRole('listitem', { name: '第 1 行' })
  await expect(first.getByLabel('产品')).toBeFocused()
  await chooseTyped(page, pump)
  await expect(first.getByLabel('单价')).toHaveValue('33.3333')
  await tabTo(page, first.getByLabel('数量'))
  await page.keyboard.press('Control+a')
  await page.keyboard.type('3')
  await tabTo(page, first.getByLabel('折扣'))
  await page.keyboard.press('Control+a')
  await page.keyboard.type('10')
  await expect(lines.getByLabel('合计')).toHaveText('¥90')
  await expectNoViolations(page)
  await page.keyboard.press('Control+Enter')
  await expect(lines).toBeHidden()
  await expect(page.getByRole('status').filter({ hasText: '商机金额 ¥90' })).toHaveCount(1)

  const people = await openPart(page, '联系人')
  await tabTo(page, people.getByRole('button', { name: '添加联系人' }))
  await page.keyboard.press('Enter')
  await expect(people.getByLabel('联系人', { exact: true }).last()).toBeFocused()
  await chooseTyped(page, person)
  await expectNoViolations(page)
  await page.keyboard.press('Control+Enter')
  await expect(people).toBeHidden()

  const rivals = await openPart(page, '竞争对手')
  await tabTo(page, rivals.getByRole('button', { name: '添加竞争对手' }))
  await page.keyboard.press('Enter')
  await chooseTyped(page, rival)
  await tabTo(page, rivals.getByLabel('说明'))
  await page.keyboard.type('报价低')
  await page.keyboard.press('Control+Enter')
  await expect(rivals).toBeHidden()

  await page.reload()
  await settle(page)
  await expect(page.getByRole('region', { name: '产品' })).toContainText('3 × ¥33.3333 · 优惠 10%')
  await expect(page.getByRole('region', { name: '产品' })).toContainText('合计¥90')
  await expect(page.getByRole('region', { name: '联系人' })).toContainText(`${person}决策人`)
  await expect(page.getByRole('region', { name: '竞争对手' })).toContainText(`${rival}报价低`)
})

test('a chance set by hand is marked, and follows the stage again', async ({ page, world, signIn }) => {
  const seller = await aSeller(world)
  const { id } = await aDeal(world, seller)
  await signIn(seller.ownerId)
  await forbidPointer(page)
  await page.goto(`/opportunities/${id}`)
  await settle(page)
  await tabTo(page, page.getByRole('button', { name: /修改概率|编辑概率/ }))
  await page.keyboard.press('Enter')
  const chance = page.getByLabel('概率')
  await expect(chance).toBeFocused()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('35')
  await page.keyboard.press('Enter')
  await expect(page.getByText('35% 手工')).toBeVisible()
  await tabTo(page, page.getByRole('button', { name: '恢复为阶段概率 10%' }))
  await page.keyboard.press('Enter')
  await expect(page.getByText('手工')).toBeHidden()
})
