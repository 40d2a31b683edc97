/** The twelfth main job by keyboard alone [B16]: an administrator adds, reorders and publishes a stage. */
import type { World } from '@rapport/prisma/factories/world.ts'
import { aPipeline } from '@rapport/prisma/factories/pipelines.ts'
import { unique } from '@rapport/prisma/factories/world.ts'
import { expectNoViolations } from '../axe.ts'
import { expect, test } from '../fixtures.ts'
import { forbidPointer, tabTo } from '../keyboard.ts'
import { settle } from '../routes.ts'

/** A pipeline of its own, so that the deals of the demo company stay where they are. */
const ownPipeline = async (world: World) => {
  const name = unique('工程项目')
  const { id } = await aPipeline(world, { label: { zh: name, en: name } })
  return { id, name }
}

test('adds, reorders and publishes a stage, and reads in the history who did it and why', async ({ page, world }) => {
  await forbidPointer(page)
  const { id, name } = await ownPipeline(world)
  await page.goto(`/settings/pipelines?edit=${id}`)
  await settle(page)
  await expect(page.getByRole('button', { name: `销售管道: ${name}` })).toBeVisible()

  await tabTo(page, page.getByRole('button', { name: '添加阶段' }))
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('名称', { exact: true })).toBeFocused()
  await page.keyboard.type('现场勘测')
  const list = page.getByRole('list', { name: '阶段顺序' })
  const before = await list.getByRole('listitem').count()
  await tabTo(page, list.getByRole('button', { name: /现场勘测/ }), 'Shift+Tab')
  await page.keyboard.press('Alt+ArrowUp')
  await expect(page.getByRole('status').filter({ hasText: `现场勘测 现在排在第 ${before - 1} 位` })).toHaveCount(1)
  await expect(list.getByRole('listitem').nth(before - 2)).toContainText('现场勘测')
  await expect(page.getByText('草稿已保存')).toBeVisible()
  await page.reload()
  await settle(page)
  await expect(list.getByRole('listitem').nth(before - 2)).toContainText('现场勘测')

  await tabTo(page, page.getByRole('button', { name: '发布第 2 版' }))
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByLabel('修改原因')).toBeFocused()
  await page.keyboard.type('报价之前先看现场')
  await tabTo(page, dialog.getByRole('button', { name: '发布第 2 版' }))
  await page.keyboard.press('Enter')
  await expect(page.getByText('已发布第 2 版')).toBeVisible()
  const stages = await world.stage.findMany({
    where: { pipelineId: id, archivedAt: null },
    orderBy: { order: 'asc' },
    select: { label: true },
  })
  expect(stages.map(({ label }) => (label as { zh: string }).zh).indexOf('现场勘测')).toBe(before - 2)

  await tabTo(page, page.getByRole('button', { name: '版本记录' }), 'Shift+Tab')
  await page.keyboard.press('Enter')
  const history = page.getByRole('dialog', { name: '版本记录' })
  await expect(history.getByText('报价之前先看现场')).toBeVisible()
  await expect(history.getByText(`最初的 ${before + 2} 个阶段`)).toBeVisible()
  await expectNoViolations(page)
})
