/** Who is what to whom, by keyboard alone [B16]: said on one page, read on both, changed, and taken back. */
import { aContact } from '@rapport/prisma/factories/contacts.ts'
import { aCustomer } from '@rapport/prisma/factories/customers.ts'
import { unique } from '@rapport/prisma/factories/world.ts'
import type { Page } from '@playwright/test'
import { expectNoViolations } from '../axe.ts'
import { expect, test } from '../fixtures.ts'
import { chooseTyped, forbidPointer, press, tabTo } from '../keyboard.ts'
import { settle } from '../routes.ts'
import { aSeller } from '../sales-world.ts'

test.use({ account: null })

type Said = { other: { field: string; name: string }; word: string; note: string }

/** Says it in the panel and sends it from the note. */
async function relate(page: Page, { other, word, note }: Said) {
  await press(page, page.getByRole('button', { name: '添加关系' }))
  const panel = page.getByRole('dialog', { name: '添加关系' })
  await tabTo(page, panel.getByRole('combobox', { name: other.field }))
  await chooseTyped(page, other.name)
  await tabTo(page, panel.getByRole('combobox', { name: '对方是' }))
  const marked = page.locator('[role=option][data-combobox-selected]').filter({ hasText: new RegExp(`^${word}$`) })
  for (let presses = 0; presses < 20 && (await marked.count()) === 0; presses++) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await tabTo(page, panel.getByRole('textbox', { name: '备注' }))
  await page.keyboard.type(note)
  await expectNoViolations(page)
  await page.keyboard.press('Control+Enter')
  await expect(panel).toBeHidden()
}

const relations = (page: Page) => page.getByRole('region', { name: '关系' })

test('a person is introduced by another, which the other’s page says from its end, and undo takes it away', async ({
  page,
  world,
  signIn,
}) => {
  const seller = await aSeller(world)
  const customer = await aCustomer(world, { ...seller, name: unique('启明水务') })
  const given = { ...seller, customerIds: [customer.id] }
  const [one, other] = [
    await aContact(world, { ...given, name: unique('周工') }),
    await aContact(world, { ...given, name: unique('程素') }),
  ]
  await signIn(seller.ownerId)
  await forbidPointer(page)
  await page.goto(`/contacts/${one.id}`)
  await settle(page)
  await relate(page, { other: { field: '联系人', name: other.name }, word: '介绍人', note: '展会上认识' })
  await expect(relations(page).getByRole('listitem')).toHaveText(`${other.name}介绍人 · 展会上认识`)
  await press(page, relations(page).getByRole('link', { name: other.name }))
  await expect(page.getByRole('heading', { name: other.name, level: 1 })).toBeVisible()
  await expect(relations(page).getByRole('listitem')).toHaveText(`${one.name}被介绍人 · 展会上认识`)

  await press(page, relations(page).getByRole('button', { name: `移除与${one.name}的关系` }))
  await expect(relations(page).getByRole('listitem')).toHaveCount(0)
  await press(page, page.getByRole('status').getByRole('button', { name: '撤销' }).last())
  await expect(relations(page).getByRole('listitem')).toHaveText(`${one.name}被介绍人 · 展会上认识`)
})

test('a customer is supplied by another, and the word is changed', async ({ page, world, signIn }) => {
  const seller = await aSeller(world)
  const one = await aCustomer(world, { ...seller, name: unique('启明水务') })
  const other = await aCustomer(world, { ...seller, name: unique('海岳机械') })
  await signIn(seller.ownerId)
  await forbidPointer(page)
  await page.goto(`/customers/${one.id}`)
  await settle(page)
  await relate(page, { other: { field: '客户', name: other.name }, word: '供应商', note: '供滤芯' })
  await press(page, relations(page).getByRole('button', { name: `修改与${other.name}的关系` }))
  const panel = page.getByRole('dialog', { name: '修改关系' })
  await tabTo(page, panel.getByRole('textbox', { name: '备注' }))
  await page.keyboard.press('Control+a')
  await page.keyboard.type('供滤芯和膜')
  await page.keyboard.press('Control+Enter')
  await expect(relations(page).getByRole('listitem')).toHaveText(`${other.name}供应商 · 供滤芯和膜`)
  await page.goto(`/customers/${other.id}`)
  await expect(relations(page).getByRole('listitem')).toHaveText(`${one.name}采购方 · 供滤芯和膜`)
})
