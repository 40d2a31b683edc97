/** Two hundred customers by keyboard alone [B16]: handed over from their list in one go, taken back by one undo, exported as a file. */
import { readFileSync } from 'node:fs'
import { aCustomer } from '@rapport/prisma/factories/customers.ts'
import { aSource } from '@rapport/prisma/factories/sources.ts'
import { aUser } from '@rapport/prisma/factories/users.ts'
import { unique } from '@rapport/prisma/factories/world.ts'
import { expectNoViolations } from '../axe.ts'
import { expect, test } from '../fixtures.ts'
import { chooseTyped, forbidPointer, press, tabTo } from '../keyboard.ts'
import { settle } from '../routes.ts'
import { aSeller } from '../sales-world.ts'
import { historyOf, stateOf } from '../state.ts'

const COUNT = 200

test('hands 200 customers over to a colleague, with a preview, and undoes it [B20]', async ({ page, world }) => {
  const seller = await aSeller(world)
  const heir = await aUser(world, { name: unique('接手人'), teamId: seller.teamId })
  const { id: sourceId } = await aSource(world)
  const region = unique('批量区')
  for (let at = 0; at < COUNT; at++) await aCustomer(world, { ...seller, sourceId, region })
  const ownedBy = (ownerId: string) => world.customer.count({ where: { region, ownerId } })

  const filter = JSON.stringify({ field: 'region', op: 'eq', value: region })
  const all = () => stateOf(page, `/customers?filter=${encodeURIComponent(filter)}&limit=200`)
  const before = await all()
  await forbidPointer(page)
  await page.goto(`/customers?filter=${encodeURIComponent(filter)}`)
  await settle(page)
  await tabTo(page, page.getByRole('grid'))
  await page.keyboard.press('Control+a')
  const bar = page.getByRole('toolbar', { name: /已选/ })
  await press(page, bar.getByRole('button', { name: '选中全部 200 个' }))
  await press(page, bar.getByRole('button', { name: '转移' }))

  const panel = page.getByRole('dialog', { name: '转移 200 条' })
  await tabTo(page, panel.getByRole('combobox', { name: '新负责人' }))
  await chooseTyped(page, heir.name)
  await press(page, panel.getByRole('button', { name: '预览' }))
  await expect(panel.getByText('将转移 200 条')).toBeVisible()
  await expectNoViolations(page)
  expect(await ownedBy(heir.id)).toBe(0)

  await press(page, panel.getByRole('button', { name: '开始转移' }))
  await expect(panel).toBeHidden()
  const news = page.getByRole('status').filter({ hasText: '已修改 200 条' })
  await expect(news).toBeVisible()
  expect(await ownedBy(heir.id)).toBe(COUNT)

  await press(page, page.getByRole('button', { name: '最近操作' }))
  const tray = page.getByRole('dialog', { name: '最近操作' })
  await expect(tray).toBeVisible()
  await expectNoViolations(page)
  await press(page, tray.getByRole('button', { name: '全部撤销' }).first())
  await expect(tray.getByText('已撤销 200 条')).toBeVisible()
  expect(await ownedBy(seller.ownerId)).toBe(COUNT)
  expect(await all()).toEqual(before)
  expect(await historyOf(page, before[0]!.id)).toHaveLength(2)
  await press(page, page.getByRole('button', { name: '最近操作' }))
  await expect(tray).toBeHidden()

  await press(page, page.getByRole('button', { name: '导出' }))
  const exporting = page.getByRole('dialog', { name: '导出' })
  await expect(exporting.getByText('将导出符合条件的 200 条')).toBeVisible()
  await expectNoViolations(page)
  await press(page, exporting.getByRole('button', { name: '开始导出' }))
  await expect(page.getByRole('status').filter({ hasText: '导出客户（CSV）：200 条' })).toBeVisible()
  await press(page, page.getByRole('button', { name: '最近操作' }))
  const coming = page.waitForEvent('download')
  await press(page, tray.getByRole('link', { name: '下载' }).first())
  const file = await coming
  expect(file.suggestedFilename()).toMatch(/^客户-\d{8}-\d{4}\.csv$/)
  const lines = readFileSync(await file.path(), 'utf8')
    .trim()
    .split('\r\n')
  expect(lines).toHaveLength(COUNT + 1)
  expect(lines[0]).toMatch(/^名称,.*,Rapport ID$/)
})
