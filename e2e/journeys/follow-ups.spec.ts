/** A follow-up with its next step [B16] [B19]: at most four touches from the first page, with a pointer or without, one required answer; undone; refused. */
import { aContact } from '@rapport/prisma/factories/contacts.ts'
import { aCustomer } from '@rapport/prisma/factories/customers.ts'
import { unique, type World } from '@rapport/prisma/factories/world.ts'
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { expectFocusSeen, forbidPointer, tabTo } from '../keyboard.ts'
import { settle } from '../routes.ts'
import { aSeller } from '../sales-world.ts'

test.use({ account: null })

const aPlace = async (world: World) => {
  const seller = await aSeller(world)
  const customer = await aCustomer(world, { ...seller, name: unique('启明水务') })
  await aContact(world, { ...seller, name: unique('周工'), customerIds: [customer.id] })
  return { seller, customer }
}

/** Counts clicks and chords; typing words is what the entry itself costs. */
const counting = () => {
  let touches = 0
  const touch = async (act: Promise<unknown>) => {
    touches += 1
    await act
  }
  return { touch, count: () => touches }
}

const timeline = (page: Page) => page.getByRole('group', { name: '动态' })
const nextSteps = (page: Page) => page.getByRole('region', { name: '下一步' })
const composer = (page: Page) => page.getByRole('form', { name: '记跟进' })

test('logs a call with its next step in four touches from the first page', async ({ page, world, signIn }) => {
  const { seller, customer } = await aPlace(world)
  await signIn(seller.ownerId)
  await page.goto('/')
  await settle(page)
  const { touch, count } = counting()
  await touch(page.keyboard.press('Control+k'))
  await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused()
  await page.keyboard.type(customer.name)
  const found = page.getByRole('option', { name: customer.name })
  await expect(found).toHaveAttribute('data-combobox-selected', 'true')
  await touch(page.keyboard.press('Enter'))
  await expect(page.getByRole('heading', { name: customer.name, level: 1 })).toBeVisible()
  await touch(composer(page).getByText('有进展', { exact: true }).click())
  await page.keyboard.type('预算已批，想先看方案')
  await touch(page.keyboard.press('Control+Enter'))
  await expect(timeline(page).getByText('预算已批，想先看方案')).toBeVisible()
  await expect(nextSteps(page).getByRole('listitem')).toHaveCount(1)
  await expect(nextSteps(page).getByRole('listitem')).toContainText('电话')
  expect(count()).toBeLessThanOrEqual(4)
  // What is on its way stands in the page already.
  const statuses = async () => {
    const entered = await world.activity.findMany({ where: { customerId: customer.id }, orderBy: { createdAt: 'asc' } })
    return entered.map(({ status }) => status).toSorted()
  }
  await expect.poll(statuses).toEqual(['done', 'planned'])
})

test('logs a call with its next step in four presses from the first page, by keyboard alone', async ({
  page,
  world,
  signIn,
}) => {
  const { seller, customer } = await aPlace(world)
  await signIn(seller.ownerId)
  await forbidPointer(page)
  await page.goto('/')
  await settle(page)
  const { touch, count } = counting()
  await touch(page.keyboard.press('Control+k'))
  await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused()
  await page.keyboard.type(customer.name)
  await expect(page.getByRole('option', { name: customer.name })).toHaveAttribute('data-combobox-selected', 'true')
  await touch(page.keyboard.press('Enter'))
  const answer = composer(page).getByRole('radio', { name: '有兴趣', exact: true })
  await expect(answer).toHaveAttribute('aria-keyshortcuts', '2')
  await touch(page.keyboard.press('2'))
  await expect(answer).toBeChecked()
  await expect(composer(page).getByRole('textbox')).toBeFocused()
  await expectFocusSeen(page)
  await page.keyboard.type('预算已批，想先看方案')
  await touch(page.keyboard.press('Control+Enter'))
  await expect(timeline(page).getByText('预算已批，想先看方案')).toBeVisible()
  await expect(nextSteps(page).getByRole('listitem')).toHaveCount(1)
  await expect(nextSteps(page).getByRole('listitem')).toContainText('电话')
  expect(count()).toBeLessThanOrEqual(4)
  await expect
    .poll(() => world.activity.count({ where: { customerId: customer.id, status: { in: ['done', 'planned'] } } }))
    .toBe(2)
})

for (const [kind, begin] of [
  ['拜访', '记拜访'],
  ['会议', '记会议'],
] as const)
  test(`logs a ${kind} with its next step in four touches from the first page`, async ({ page, world, signIn }) => {
    const { seller, customer } = await aPlace(world)
    await signIn(seller.ownerId)
    await page.goto('/')
    await settle(page)
    const { touch, count } = counting()
    await touch(page.keyboard.press('Control+k'))
    await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused()
    await page.keyboard.type(customer.name)
    await touch(page.getByRole('option', { name: begin, exact: true }).click())
    await expect(composer(page).getByRole('radio', { name: kind })).toBeChecked()
    await expect(composer(page).getByRole('radio', { name: '有进展', exact: true })).toBeFocused()
    await touch(page.keyboard.press('2'))
    await expect(composer(page).getByRole('textbox')).toBeFocused()
    await page.keyboard.type('看过车间')
    await touch(page.keyboard.press('Control+Enter'))
    await expect(timeline(page).getByText('看过车间')).toBeVisible()
    await expect(nextSteps(page).getByRole('listitem')).toContainText(kind)
    expect(count()).toBeLessThanOrEqual(4)
  })

for (const [kind, begin] of [
  ['visit', '计划拜访'],
  ['meeting', '计划会议'],
] as const)
  test(`plans a ${kind} in four touches from the first page, with at most three answers required`, async ({
    page,
    world,
    signIn,
  }) => {
    const { seller, customer } = await aPlace(world)
    await signIn(seller.ownerId)
    await page.goto('/')
    await settle(page)
    const { touch, count } = counting()
    await touch(page.keyboard.press('Control+k'))
    await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused()
    await page.keyboard.type(customer.name)
    await touch(page.getByRole('option', { name: begin, exact: true }).click())
    const panel = page.getByRole('dialog')
    await expect(panel.getByRole('combobox', { name: '关联' })).toHaveValue(customer.name)
    expect(await panel.locator('[required], [aria-required=true]').count()).toBeLessThanOrEqual(3)
    await touch(page.keyboard.press('Control+Enter'))
    await expect(panel).toBeHidden()
    expect(count()).toBeLessThanOrEqual(4)
    const planned = { customerId: customer.id, kind, status: 'planned' as const, plannedStart: { not: null } }
    await expect.poll(() => world.activity.count({ where: planned })).toBe(1)
  })

test('logs a visit by its keys, asked for the outcome that is still missing', async ({ page, world, signIn }) => {
  const { seller, customer } = await aPlace(world)
  await signIn(seller.ownerId)
  await forbidPointer(page)
  await page.goto(`/customers/${customer.id}`)
  await settle(page)
  await page.keyboard.press('n')
  await page.keyboard.press('v')
  await expect(composer(page).getByRole('radio', { name: '拜访' })).toBeChecked()
  await expect(composer(page).getByRole('radio', { name: '有进展' })).toBeFocused()
  await expectFocusSeen(page)
  await page.keyboard.press('l')
  await page.keyboard.type('看过车间')
  await page.keyboard.press('Control+Enter')
  await expect(composer(page).getByRole('alert')).toHaveText('请选择结果')
  await expect(composer(page).getByRole('radio', { name: '有进展' })).toBeFocused()
  await page.keyboard.press('1')
  await tabTo(page, composer(page).getByRole('button', { name: '下次联系' }))
  await page.keyboard.press('Control+Enter')
  await expect(timeline(page).getByText('看过车间')).toBeVisible()
  await expect(nextSteps(page).getByRole('listitem')).toContainText('拜访')
  await expect(page.getByRole('menu')).toBeHidden()
})

test('logs by keyboard alone, and keeps what was begun over a reload', async ({ page, world, signIn }) => {
  const { seller, customer } = await aPlace(world)
  await signIn(seller.ownerId)
  await forbidPointer(page)
  await page.goto(`/customers/${customer.id}`)
  await settle(page)
  await page.keyboard.press('l')
  const text = composer(page).getByRole('textbox')
  await expect(text).toBeFocused()
  await page.keyboard.type('水质报告已发')
  await page.reload()
  await expect(text).toHaveValue('水质报告已发')
  await page.keyboard.press('l')
  await expect(text).toBeFocused()
  await tabTo(page, composer(page).getByRole('radio', { name: '有进展' }))
  await page.keyboard.press('Space')
  await page.keyboard.press('Control+Enter')
  await expect(timeline(page).getByText('水质报告已发')).toBeVisible()
  await expect(text).toHaveValue('')
  await expect(text).toBeFocused()
})

test('stands there at once, goes when it is refused, and its text comes back with the reason', async ({
  page,
  world,
  signIn,
  noise,
}) => {
  noise.expect(/500/)
  const { seller, customer } = await aPlace(world)
  await signIn(seller.ownerId)
  let refuse = () => {}
  const held = new Promise<void>((resolve) => (refuse = resolve))
  const answer = {
    status: 500,
    contentType: 'application/problem+json',
    json: { type: 'about:blank', title: '服务器出错', status: 500, code: 'internal', requestId: 'r-1' },
  }
  // Lists carry a query, so only the log itself is caught, and only once.
  await page.route('**/api/v1/activities', (route) => held.then(() => route.fulfill(answer)), { times: 1 })
  await page.goto(`/customers/${customer.id}`)
  await settle(page)
  await composer(page).getByText('有兴趣', { exact: true }).click()
  await page.keyboard.type('想看样机')
  await page.keyboard.press('Control+Enter')
  await expect(timeline(page).getByText('想看样机')).toBeVisible()
  await expect(nextSteps(page).getByText('未计划下一步')).toBeHidden()
  refuse()
  await expect(composer(page).getByRole('alert')).toBeVisible()
  await expect(composer(page).getByRole('textbox')).toHaveValue('想看样机')
  await expect(page.getByText('还没有动态')).toBeVisible()
  await expect(nextSteps(page).getByText('未计划下一步')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(timeline(page).getByText('想看样机')).toBeVisible()
  await expect(page.getByRole('status').getByText('已记录')).toBeVisible()
  expect(await world.activity.count({ where: { customerId: customer.id, status: 'done' } })).toBe(1)
})

test('takes a log back with its next step, and gives the text back [B20]', async ({ page, world, signIn }) => {
  const { seller, customer } = await aPlace(world)
  await signIn(seller.ownerId)
  await page.goto(`/customers/${customer.id}`)
  await settle(page)
  await composer(page).getByText('拒绝', { exact: true }).click()
  await page.keyboard.type('暂时不换供应商')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('status').getByRole('button', { name: '撤销' }).click()
  await expect(page.getByText('还没有动态')).toBeVisible()
  await expect(nextSteps(page).getByText('未计划下一步')).toBeVisible()
  await expect(composer(page).getByRole('textbox')).toHaveValue('暂时不换供应商')
  expect(await world.activity.count({ where: { customerId: customer.id, deletedAt: null } })).toBe(0)
})
