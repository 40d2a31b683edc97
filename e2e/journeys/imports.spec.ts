/** A file by keyboard alone [B16]: a GBK list of products with one bad row, checked, brought in, its bad row taken home, and all of it undone. */
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { unique } from '@rapport/prisma/factories/world.ts'
import { expectNoViolations } from '../axe.ts'
import { expect, test } from '../fixtures.ts'
import { forbidPointer, press, tabTo } from '../keyboard.ts'
import { settle } from '../routes.ts'

// '产品编码,产品名称,标准价' in GB18030, which is what a spreadsheet on a Chinese desktop writes.
const head = Buffer.from('b2fac6b7b1e0c2eb2cb2fac6b7c3fbb3c62cb1ead7bcbcdb0a', 'hex')
// '净水器' in GB18030.
const name = Buffer.from('bebbcbaec6f7', 'hex')
// '一万', which is no number.
const words = Buffer.from('d2bbcdf2', 'hex')
const line = (code: string, price: Buffer) =>
  Buffer.concat([Buffer.from(`${code},`), name, Buffer.from(','), price, Buffer.from('\n')])

const gbkFile = (codes: string[]) =>
  Buffer.concat([head, ...codes.map((code, at) => line(code, at === codes.length - 1 ? words : Buffer.from('1200')))])

async function chooseFile(page: Page, content: Buffer): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await tabTo(page, page.getByRole('button', { name: '选择文件' }))
  await page.keyboard.press('Enter')
  await (await chooser).setFiles({ name: '产品.csv', mimeType: 'text/csv', buffer: content })
  await page.waitForURL(/\/imports\/[0-9a-f-]{36}/)
}

const pressOn = (page: Page, role: 'button' | 'link', name: string | RegExp) =>
  press(page, page.getByRole(role, { name }))

test('a GBK file with one bad row comes in, its bad row is downloaded, and the import is undone', async ({
  page,
  world,
}) => {
  const codes = [unique('KJ'), unique('KJ'), unique('KJ')]
  await forbidPointer(page)
  await page.goto('/products')
  await settle(page)
  await pressOn(page, 'link', '导入')
  await settle(page)
  await expectNoViolations(page)
  await chooseFile(page, gbkFile(codes))
  await expect(page.getByText('GB18030（含 GBK）')).toBeVisible()
  await expect(page.getByText(/预检 3 行：\s*新建 2 · 更新 0 · 重复 0 · 错误 1/)).toBeVisible()
  await expectNoViolations(page)
  await pressOn(page, 'link', '下一步：逐行检查')
  await expect(page.getByRole('grid')).toContainText('标准价：不是数字')
  await expectNoViolations(page)
  await page.reload()
  await expect(page.getByRole('grid')).toContainText('标准价：不是数字')
  await pressOn(page, 'button', '导入 2 行')
  await expect(page.getByText('3 行已处理：写入 2 条记录，1 行没有进来')).toBeVisible()
  await expectNoViolations(page)
  expect(await world.product.count({ where: { code: { in: codes } } })).toBe(2)
  const download = page.waitForEvent('download')
  await pressOn(page, 'link', '下载错误行')
  const file = readFileSync(await (await download).path(), 'utf8')
  expect(file).toContain(codes[2])
  expect(file).toMatch(/错误原因/)
  await pressOn(page, 'button', '撤销此次导入')
  await expect(page.getByRole('dialog').getByText('新建的记录，移入回收站')).toBeVisible()
  await tabTo(page, page.getByRole('dialog').getByRole('button', { name: '撤销此次导入' }))
  await page.keyboard.press('Enter')
  await expect(page.getByText('已撤销：2 条记录恢复到导入之前')).toBeVisible()
  expect(await world.product.count({ where: { code: { in: codes }, deletedAt: null } })).toBe(0)
})
