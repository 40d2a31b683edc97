/** One group of conditions of which any will do: built with the keyboard, kept in the address and in a view, counted as the API counts. */
import { aCustomer } from '@rapport/prisma/factories/customers.ts'
import { unique } from '@rapport/prisma/factories/world.ts'
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { settle } from '../routes.ts'
import { aSeller } from '../sales-world.ts'

test.use({ account: null })

/** How many the API counts for the filter in the address. */
async function counted(page: Page): Promise<number> {
  const filter = new URL(page.url()).searchParams.get('filter') ?? ''
  const reply = await page.request.get('/api/v1/customers', { params: { filter, limit: '200' } })
  expect(reply.status()).toBe(200)
  return ((await reply.json()) as { items: unknown[] }).items.length
}

/** Finds a field in the open list by typing and gives it a text to contain. */
async function ask(page: Page, field: string, text: string) {
  await page.getByRole('textbox', { name: '查找字段' }).fill(field)
  await page.getByRole('option', { name: field, exact: true }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: field }).getByRole('textbox', { name: '值' }).fill(text)
  await page.keyboard.press('Enter')
}

test('a seller asks for customers of one city or another name, and keeps that as a view', async ({
  page,
  world,
  signIn,
}) => {
  const seller = await aSeller(world)
  await aCustomer(world, { ...seller, name: unique('启明水务'), lifecycle: 'active', region: '昆明' })
  await aCustomer(world, { ...seller, name: unique('海岳机械'), lifecycle: 'active', region: '大理' })
  await aCustomer(world, { ...seller, name: unique('澄江食品'), lifecycle: 'active', region: '玉溪' })
  await aCustomer(world, { ...seller, name: unique('海岳医药'), lifecycle: 'lost', region: '大理' })
  const rows = page.getByRole('grid').getByRole('rowgroup').nth(1).getByRole('row')
  const group = page.getByRole('group', { name: '满足任一' })
  await signIn(seller.ownerId)
  const active = JSON.stringify({ field: 'lifecycle', op: 'in', value: ['active'] })
  await page.goto(`/customers?filter=${encodeURIComponent(active)}`)
  await settle(page)
  await expect(rows).toHaveCount(3)

  await page.keyboard.press('o')
  await ask(page, '名称', '启明')
  await expect(rows).toHaveCount(1)
  await page.keyboard.press('o')
  await ask(page, '省份', '大理')
  await expect(group).toHaveText(/满足任一\s*名称 包含 启明\s*或\s*省份 包含 大理/)
  await expect(rows).toHaveCount(2)
  expect(await counted(page)).toBe(2)

  await page.reload()
  await settle(page)
  await expect(group).toContainText('省份 包含 大理')
  await expect(rows).toHaveCount(2)

  const label = unique('两地客户')
  await page.getByRole('button', { name: '另存', exact: true }).click()
  await page.getByRole('textbox', { name: '名称' }).fill(label)
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('link', { name: new RegExp(label) })).toHaveAttribute('aria-current', 'page')
  await expect(group).toContainText('名称 包含 启明')
  await expect(rows).toHaveCount(2)

  // The condition outside joins the group from its own editor: then one of three will do.
  await page.getByRole('button', { name: /^生命周期 是/ }).click()
  await page.getByRole('dialog', { name: '生命周期' }).getByRole('button', { name: '或者…' }).click()
  await page.keyboard.press('Escape')
  await expect(rows).toHaveCount(4)
  expect(await counted(page)).toBe(4)
  await expect(page.getByText('已修改')).toBeVisible()
  await page.getByRole('button', { name: '移除满足任一' }).click()
  await expect(group).toHaveCount(0)
})
