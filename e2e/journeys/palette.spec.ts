/** A record found from anywhere by keyboard alone [B16]: by what a name sounds like, and by a place's name. */
import { anActivity } from '@rapport/prisma/factories/activities.ts'
import { aCustomer } from '@rapport/prisma/factories/customers.ts'
import { unique } from '@rapport/prisma/factories/world.ts'
import { expectNoViolations } from '../axe.ts'
import { expect, test } from '../fixtures.ts'
import { chooseTyped, forbidPointer, press } from '../keyboard.ts'
import { settle } from '../routes.ts'
import { aSeller } from '../sales-world.ts'

test.use({ account: null })

test('opens a customer and a page from the palette', async ({ page, world, signIn }) => {
  const seller = await aSeller(world)
  const wanted = await aCustomer(world, { ...seller, name: unique('溪桥仪表') })
  await signIn(seller.ownerId)
  await forbidPointer(page)
  await page.goto('/products')
  await settle(page)
  await page.keyboard.press('Control+k')
  const box = page.getByRole('dialog').getByRole('textbox')
  await expect(box).toBeFocused()
  await page.keyboard.type(wanted.name.slice(1, 3))
  await expect(page.getByRole('option', { name: wanted.name })).toHaveAttribute('data-combobox-selected', 'true')
  await expectNoViolations(page)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: wanted.name, level: 1 })).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('>联系人')
  await expect(page.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: '联系人', level: 1 })).toBeVisible()
})

test('finds a contact by the end of a phone number with one chord and no more than what is typed [B19]', async ({
  page,
  world,
  signIn,
}) => {
  const seller = await aSeller(world)
  await signIn(seller.ownerId)
  const end = String(Math.floor(Math.random() * 9_000_000) + 1_000_000)
  const name = unique('周知远')
  await page.goto('/products')
  await settle(page)
  const made = await page.request.post('/api/v1/contacts', {
    data: { name, phones: [{ type: 'mobile', number: `1386${end}` }] },
  })
  expect(made.status()).toBe(201)
  await forbidPointer(page)
  await page.keyboard.press('Control+k') // the first interaction
  await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused()
  await page.keyboard.type(end)
  const found = page.getByRole('option', { name })
  await expect(found).toContainText(end.slice(-4))
  await expect(found).toHaveAttribute('data-combobox-selected', 'true')
  await page.keyboard.press('Enter') // the second
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
  await page.goto('/products')
  await settle(page)
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('group', { name: '最近查看' }).getByRole('option', { name })).toBeVisible()
})

test('finds on a phone by the box at the top', async ({ page, world, signIn }) => {
  const seller = await aSeller(world)
  const wanted = await aCustomer(world, {
    ...seller,
    name: unique('一家名称非常长的客户以至于一行放不下的溪桥仪表有限公司'),
  })
  await signIn(seller.ownerId)
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto('/products')
  await settle(page)
  await page.getByRole('button', { name: '搜索客户、商机、单号、电话尾号' }).click()
  await page.getByRole('dialog').getByRole('textbox').fill(wanted.name.slice(-8))
  const option = page.getByRole('option', { name: wanted.name.slice(-4) })
  await expect(option).toBeInViewport({ ratio: 1 })
  await expectNoViolations(page)
  await option.click()
  await expect(page.getByRole('heading', { name: wanted.name, level: 1 })).toBeVisible()
})

test('begins a follow-up and a next step on what was found, and opens what is due today', async ({
  page,
  world,
  signIn,
}) => {
  const seller = await aSeller(world)
  const customer = await aCustomer(world, { ...seller, name: unique('云栖风机') })
  const about = { ...seller, customerId: customer.id, kind: 'task', status: 'planned', plannedStart: new Date() }
  const { subject } = await anActivity(world, { ...about, subject: unique('寄样品') })
  await signIn(seller.ownerId)
  await forbidPointer(page)
  await page.goto('/products')
  await settle(page)
  const form = page.getByRole('form', { name: '记跟进' })
  for (const [downs, words, kind] of [
    [1, '发生了什么？', '电话'],
    [2, '要做什么？', '任务'],
  ] as const) {
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused()
    await page.keyboard.type(customer.name)
    const begin = page.getByRole('group', { name: /^对“/ }).getByRole('option')
    await expect(begin).toHaveText(['记跟进', '计划下一步', '记拜访', '记会议', '计划拜访', '计划会议', '转移给…'])
    await expectNoViolations(page)
    for (let down = 0; down < downs; down += 1) await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: customer.name, level: 1 })).toBeVisible()
    await expect(form.getByRole('textbox', { name: words })).toBeFocused()
    await expect(form.getByRole('radio', { name: kind, exact: true })).toBeChecked()
  }
  await page.keyboard.press('Control+k')
  const due = page.getByRole('group', { name: '今天要做' }).getByRole('option', { name: subject })
  await expect(due).toBeVisible()
  await expect(due).toContainText(customer.name.slice(0, 4))
  await expectNoViolations(page)
})

test('opens what was found beside this page, finds people and hands over what one looks after', async ({
  page,
  world,
  signIn,
}) => {
  const seller = await aSeller(world)
  const heir = await aSeller(world)
  const customer = await aCustomer(world, { ...seller, name: unique('青石泵业') })
  const { name } = await world.user.update({ where: { id: heir.ownerId }, data: { name: unique('苏晚') } })
  await signIn(seller.ownerId)
  await forbidPointer(page)
  await page.goto('/products')
  await settle(page)
  const ask = async (typed: string) => {
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused()
    await page.keyboard.type(typed)
  }
  await ask(customer.name)
  await expect(page.getByRole('option', { name: customer.name })).toHaveAttribute('data-combobox-selected', 'true')
  const opened = page.context().waitForEvent('page')
  await page.keyboard.press('Control+Enter')
  await expect((await opened).getByRole('heading', { name: customer.name, level: 1 })).toBeVisible()
  await (await opened).close()
  await expect(page).toHaveURL(/\/products$/)

  await ask(`@${name}`)
  await expect(page.getByRole('group', { name: '同事' }).getByRole('option')).toHaveText([new RegExp(name)])
  await expectNoViolations(page)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`/opportunities\\?filter=.*${heir.ownerId}`))

  await ask(customer.name)
  await expect(page.getByRole('option', { name: '转移给…' })).toBeVisible()
  for (let down = 0; down < 7; down += 1) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const panel = page.getByRole('dialog', { name: `转移“${customer.name}”` })
  await expect(panel.getByRole('combobox', { name: '新负责人' })).toBeFocused()
  await expectNoViolations(page)
  await chooseTyped(page, name)
  await press(page, panel.getByRole('button', { name: '转移' }))
  await expect(panel).toBeHidden()
  await expect(page.getByText(`“${customer.name}”已转移`)).toBeVisible()
  expect(await world.customer.findUniqueOrThrow({ where: { id: customer.id } })).toMatchObject(heir)
})
