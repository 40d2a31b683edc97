/** A field changed in the list itself: by keyboard from cell to cell, by the pencil, and what becomes of it when it is refused. */
import { aCustomer } from '@rapport/prisma/factories/customers.ts'
import { unique, type World } from '@rapport/prisma/factories/world.ts'
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { forbidPointer, tabTo } from '../keyboard.ts'
import { refusalNoise, refuseNext } from '../refuse.ts'
import { settle } from '../routes.ts'
import { aDeal, aSeller } from '../sales-world.ts'

test.use({ account: null })

const grid = (page: Page) => page.getByRole('grid')
const named = (world: World, id: string) =>
  world.customer.findUniqueOrThrow({ where: { id }, select: { name: true, shortName: true, version: true } })

async function twoCustomers(world: World, seller: { ownerId: string; teamId: string }) {
  const prefix = unique('格')
  const first = await aCustomer(world, { ...seller, name: `${prefix} B`, shortName: '甲' })
  const second = await aCustomer(world, { ...seller, name: `${prefix} A`, shortName: '乙' })
  return { prefix, first, second, path: `/customers?sort=-name&columns=shortName,city` }
}

test('from cell to cell by keyboard alone', async ({ page, world, signIn }) => {
  const seller = await aSeller(world)
  await signIn(seller.ownerId)
  await forbidPointer(page)
  const { first, prefix, path } = await twoCustomers(world, seller)
  await page.goto(path)
  await settle(page)
  await tabTo(page, grid(page))
  await page.keyboard.press('Home')
  const active = () => grid(page).getAttribute('aria-activedescendant')
  const shown = async () => page.locator(`[id="${await active()}"]`).innerText()
  expect(await shown()).toContain(`${prefix} B`)
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect.poll(shown).toBe('甲')

  // Enter edits, Enter saves and leaves one at the cell.
  await page.keyboard.press('Enter')
  const input = grid(page).getByRole('textbox')
  await expect(input).toBeFocused()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('甲方 jx')
  await page.keyboard.press('Enter')
  await expect(input).toHaveCount(0)
  await expect(grid(page)).toBeFocused()
  await expect.poll(shown).toBe('甲方 jx')
  expect(await named(world, first.id)).toMatchObject({ shortName: '甲方 jx', version: 2 })

  // Esc brings the old value back; a cell that may not be changed opens the record as the row does.
  await page.keyboard.press('e')
  await page.keyboard.type('x')
  await page.keyboard.press('Escape')
  await expect(input).toHaveCount(0)
  expect((await named(world, first.id)).version).toBe(2)

  // Shift+Tab saves and goes to the cell before.
  await page.keyboard.press('F2')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('甲二')
  await page.keyboard.press('Shift+Tab')
  await expect(input).toHaveValue(`${prefix} B`)
  await expect(input).toBeFocused()
  expect((await named(world, first.id)).shortName).toBe('甲二')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect.poll(active).toMatch(/row-0$/)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(first.id))
})

test('Esc on a record’s page gives up what was typed', async ({ page, world, signIn }) => {
  const seller = await aSeller(world)
  await signIn(seller.ownerId)
  const { first } = await twoCustomers(world, seller)
  await page.goto(`/customers/${first.id}`)
  await settle(page)
  await page.getByRole('button', { name: /^编辑简称/ }).click()
  await page.getByRole('textbox', { name: '简称' }).fill('不要')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: /^编辑简称/ })).toContainText('甲')
  // Whatever was sent has been answered once this has.
  await page.getByRole('button', { name: /^编辑简称/ }).click()
  await page.getByRole('textbox', { name: '简称' }).fill('要')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: /^编辑简称/ })).toContainText('要')
  expect(await named(world, first.id)).toMatchObject({ shortName: '要', version: 2 })
})

for (const status of [409, 500] as const)
  test(`what the server refuses with ${status} stays typed, with the reason`, async ({
    page,
    world,
    signIn,
    noise,
  }) => {
    noise.expect(refusalNoise)
    const seller = await aSeller(world)
    await signIn(seller.ownerId)
    const { first, path } = await twoCustomers(world, seller)
    await page.goto(path.replace('city', 'sizeBand'))
    await settle(page)
    const reason = await refuseNext(page, 'PATCH', /\/customers\//, status)
    const cell = grid(page).getByRole('gridcell', { name: '甲' }).first()
    await cell.hover()
    await cell.getByRole('button', { name: '编辑简称' }).click()
    await grid(page).getByRole('textbox').fill('甲改')
    await page.keyboard.press('Tab')
    await expect(grid(page).getByRole('alert')).toContainText(reason)
    await expect(grid(page).getByRole('textbox')).toHaveValue('甲改')
    // Tab would have gone on; what saves it now does not.
    await page.keyboard.press('Enter')
    await expect(grid(page).locator('[data-editing]')).toHaveCount(0)
    expect((await named(world, first.id)).shortName).toBe('甲改')
  })

test('a click elsewhere saves and opens nothing', async ({ page, world, signIn }) => {
  const seller = await aSeller(world)
  await signIn(seller.ownerId)
  const { first, second, path } = await twoCustomers(world, seller)
  await page.goto(path)
  await settle(page)
  const cell = grid(page).getByRole('gridcell', { name: '甲' }).first()
  await cell.hover()
  await cell.getByRole('button', { name: '编辑简称' }).click()
  await grid(page).getByRole('textbox').fill('甲三')
  await grid(page)
    .getByText(second.name)
    .locator('..')
    .click({ position: { x: 4, y: 4 } })
  await expect(grid(page).getByRole('textbox')).toHaveCount(0)
  await expect.poll(async () => (await named(world, first.id)).shortName).toBe('甲三')
  await expect(page).toHaveURL(/\/customers\?/)
})

test('the chance of a deal that is won cannot be changed in the list', async ({ page, world, signIn }) => {
  const seller = await aSeller(world)
  await signIn(seller.ownerId)
  const open = await aDeal(world, seller)
  const won = await aDeal(world, seller)
  const stage = await world.stage.findFirstOrThrow({ where: { phase: 'won', pipeline: { isDefault: true } } })
  await world.opportunity.update({
    where: { id: won.id },
    data: { phase: 'won', stageId: stage.id, probability: '1', closedAt: new Date() },
  })
  await page.goto('/opportunities?layout=table&columns=probability')
  await settle(page)
  const row = (name: string) => grid(page).getByRole('row').filter({ hasText: name })
  await row(open.name).hover()
  await expect(row(open.name).getByRole('button', { name: '编辑概率' })).toBeAttached()
  await row(won.name).hover()
  await expect(row(won.name).getByRole('button', { name: '编辑名称' })).toBeAttached()
  await expect(row(won.name).getByRole('button', { name: '编辑概率' })).toHaveCount(0)
})
