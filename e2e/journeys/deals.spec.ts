/** Deals by keyboard alone [B16] [B20]: moved, refused, taken back, lost, made. */
import { expect, test } from '../fixtures.ts'
import { expectFocusSeen, forbidPointer, tabTo } from '../keyboard.ts'
import { aDeal, aSeller } from '../sales-world.ts'
import { settle } from '../routes.ts'

test.use({ account: null })

let seller: Awaited<ReturnType<typeof aSeller>>

test.beforeEach(async ({ page, world, signIn }) => {
  seller = await aSeller(world)
  await signIn(seller.ownerId)
  await forbidPointer(page)
})

test('Shift and an arrow move a deal to the next stage, where it stays, and undo brings it back', async ({
  page,
  world,
}) => {
  const { id, name } = await aDeal(world, seller)
  await page.goto('/opportunities')
  await settle(page)
  const card = page.getByRole('article', { name })
  const inStage = (stage: string) => page.getByRole('region', { name: stage }).getByRole('article', { name })
  await tabTo(page, card)
  await page.keyboard.press('Shift+ArrowRight')
  await expect(inStage('需求确认')).toBeFocused()
  await expectFocusSeen(page)
  await expect(page.getByRole('status').filter({ hasText: `${name} 已移至 需求确认` })).toHaveCount(1)
  await page.reload()
  await expect(inStage('需求确认')).toBeVisible()

  await tabTo(page, card)
  await page.keyboard.press('Shift+ArrowLeft')
  await expect(inStage('初步接触')).toBeVisible()
  await tabTo(page, page.getByRole('button', { name: '撤销' }))
  await page.keyboard.press('Enter')
  await expect(inStage('需求确认')).toBeVisible()
  const moves = await world.stageMove.count({ where: { opportunityId: id } })
  expect(moves, 'made, moved, moved back, taken back').toBe(4)
})

test('a refused move names what is missing and leaves the deal where it was', async ({ page, world, noise }) => {
  noise.expect(/422 .*\/move/)
  const { name } = await aDeal(world, seller, { need: '' })
  await page.goto('/opportunities')
  await settle(page)
  await tabTo(page, page.getByRole('article', { name }))
  await page.keyboard.press('Shift+ArrowRight')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('listitem')).toContainText('需求')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('region', { name: '初步接触' }).getByRole('article', { name })).toBeVisible()
})

test('a deal is lost with a reason, which the record shows', async ({ page, world }) => {
  const { id, name } = await aDeal(world, seller)
  await page.goto(`/opportunities/${id}`)
  await settle(page)
  await tabTo(page, page.getByRole('button', { name: '输单' }))
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: `${name} 输单` })
  await expect(dialog.getByLabel('原因')).toBeFocused()
  const marked = page.locator('[role=option][data-combobox-selected]')
  while ((await marked.count()) === 0) await page.keyboard.press('ArrowDown')
  const reason = await marked.innerText()
  await page.keyboard.press('Enter')
  await expect(dialog.getByLabel('原因')).toHaveValue(reason)
  await tabTo(page, dialog.getByRole('button', { name: '记为输单' }))
  await page.keyboard.press('Enter')
  await expect(page.getByText(`输单原因：${reason}`)).toBeVisible()
})

test('C makes a deal for a customer that is found while typing', async ({ page, world }) => {
  const { customer } = await aDeal(world, seller)
  await page.goto('/opportunities')
  await settle(page)
  await page.keyboard.press('c')
  const menu = page.getByRole('menu')
  await expect(menu).toBeVisible()
  await page.keyboard.press('ArrowDown')
  for (
    const item = menu.getByRole('menuitem', { name: '商机' });
    !(await item.evaluate((one) => one === document.activeElement));
  )
    await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const panel = page.getByRole('dialog')
  await expect(panel.getByLabel('名称')).toBeFocused()
  await page.keyboard.type('二期纯水')
  await tabTo(page, panel.getByLabel('客户'))
  await page.keyboard.type(customer)
  await expect(page.getByRole('option', { name: customer })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await tabTo(page, panel.getByRole('button', { name: '新建' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: '二期纯水', level: 1 })).toBeVisible()
})
