/** Widths of columns: by keys and by drawing, within limits, kept for the reader and in a view, and taken back. */
import { aCustomer } from '@rapport/prisma/factories/customers.ts'
import { unique } from '@rapport/prisma/factories/world.ts'
import type { Locator } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { settle } from '../routes.ts'
import { aSeller } from '../sales-world.ts'

test.use({ account: null })

const value = async (edge: Locator) => Number(await edge.getAttribute('aria-valuenow'))
const left = async (cell: Locator) => Math.round((await cell.boundingBox())?.x ?? -1)

test('a seller widens a column, keeps it in a view, and finds it again', async ({ page, world, signIn }) => {
  const seller = await aSeller(world)
  await aCustomer(world, { ...seller, name: unique('启明水务'), lifecycle: 'active' })
  await signIn(seller.ownerId)
  await page.goto('/customers')
  await settle(page)
  const edge = page.getByRole('separator', { name: '城市列宽' })
  const heads = page.getByRole('columnheader')
  const row = page.getByRole('grid').getByRole('rowgroup').nth(1).getByRole('row').first()
  const usual = await value(edge)

  // W goes to the first edge; a column's own edge moves by arrow keys.
  await page.keyboard.press('w')
  await expect(page.getByRole('separator').first()).toBeFocused()
  await edge.focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => value(edge)).toBe(usual + 32)
  await page.keyboard.press('Home')
  await expect.poll(() => value(edge)).toBe(56)
  await page.keyboard.press('End')
  await expect.poll(() => value(edge)).toBe(800)
  await page.keyboard.press('Delete')
  await expect.poll(() => value(edge)).toBe(usual)

  const box = await edge.boundingBox()
  if (!box) throw new Error('no edge to draw')
  await page.mouse.move(box.x + 5, box.y + 10)
  await page.mouse.down()
  await page.mouse.move(box.x + 65, box.y + 10, { steps: 4 })
  await page.mouse.up()
  await expect.poll(() => value(edge)).toBe(usual + 60)
  // Head and rows stay under each other.
  const last = (await heads.count()) - 1
  expect(await left(row.locator('> *').nth(last))).toBe(await left(heads.nth(last)))

  // Without a view it is the reader's own, after a reload too.
  await page.reload()
  await settle(page)
  await expect.poll(() => value(edge)).toBe(usual + 60)

  const name = unique('宽列')
  await page.goto('/customers?sort=name')
  await settle(page)
  await page.getByRole('button', { name: '另存', exact: true }).click()
  await page.getByRole('textbox', { name: '名称' }).fill(name)
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('已修改')).toHaveCount(0)
  const kept = await world.savedView.findFirstOrThrow({ where: { label: name } })
  expect(kept.columns).toContain(`city:${usual + 60}`)

  // A double click fits the column to what stands in it; the view says that it was changed.
  await edge.dblclick()
  await expect.poll(() => value(edge)).toBeLessThan(usual + 60)
  await expect(page.getByText('已修改')).toBeVisible()
  await page.getByRole('button', { name: '还原' }).click()
  await expect.poll(() => value(edge)).toBe(usual + 60)
  await page.getByRole('button', { name: '列', exact: true }).click()
  await page.getByRole('button', { name: '恢复默认列' }).click()
  await expect.poll(() => value(edge)).toBe(usual)
})
