/**
 * Whatever the screen shows before the server has answered goes back when it says no – too late (409) or broken (500) –,
 * the reason stands in words, what was typed stays, and the same again then works [B22].
 */
import { anActivity } from '@rapport/prisma/factories/activities.ts'
import { aCustomer } from '@rapport/prisma/factories/customers.ts'
import { aDictionary, aDictionaryItem } from '@rapport/prisma/factories/dictionaries.ts'
import { aNotification } from '@rapport/prisma/factories/notifications.ts'
import { unique, type World } from '@rapport/prisma/factories/world.ts'
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { aColleague } from '../people-world.ts'
import { refusalNoise, refuseNext, statuses } from '../refuse.ts'
import { settle } from '../routes.ts'
import { aDeal, aSeller } from '../sales-world.ts'

test.use({ account: null })
test.beforeEach(({ noise }) => noise.expect(refusalNoise))

const toasts = (page: Page) => page.getByRole('status')

const aPlace = async (world: World) => {
  const seller = await aSeller(world)
  const customer = await aCustomer(world, { ...seller, name: unique('启明水务') })
  return { seller, customer }
}

type Start = { page: Page; world: World; signIn: (userId: string) => Promise<void> }

/** The page of a customer for whom something is planned; returns what. */
const openPlan = async ({ page, world, signIn }: Start): Promise<string> => {
  const { seller, customer } = await aPlace(world)
  const plannedStart = new Date(Date.now() + 86_400_000)
  const about = { ...seller, customerId: customer.id, subject: unique('寄出报价') }
  const { subject } = await anActivity(world, { ...about, kind: 'task', status: 'planned', plannedStart })
  await signIn(seller.ownerId)
  await page.goto(`/customers/${customer.id}`)
  await settle(page)
  return subject
}

test('a card goes back to its column', async ({ page, world, signIn }) => {
  const seller = await aSeller(world)
  const { name } = await aDeal(world, seller)
  await signIn(seller.ownerId)
  await page.goto('/opportunities')
  await settle(page)
  const inStage = (stage: string) => page.getByRole('region', { name: stage }).getByRole('article', { name })
  for (const status of statuses) {
    const reason = await refuseNext(page, 'POST', /\/move$/, status)
    await page.getByRole('article', { name }).focus()
    await page.keyboard.press('Shift+ArrowRight')
    await expect(toasts(page).getByText(reason)).toBeVisible()
    await expect(inStage('初步接触')).toBeFocused()
  }
  await page.keyboard.press('Shift+ArrowRight')
  await expect(inStage('需求确认')).toBeFocused()
})

test('a loss that is refused keeps its words, and its deal is open', async ({ page, world, signIn, noise }) => {
  noise.expect(/412 .*\/lose/)
  const seller = await aSeller(world)
  const { id, name } = await aDeal(world, seller)
  await signIn(seller.ownerId)
  await page.goto(`/opportunities/${id}`)
  await settle(page)
  await page.getByRole('button', { name: '输单' }).click()
  const dialog = page.getByRole('dialog', { name: `${name} 输单` })
  await dialog.getByLabel('原因').click()
  await page.getByRole('option').first().click()
  const note = dialog.locator('textarea')
  await note.fill('价格高出两成，对方已签约')
  for (const status of statuses) {
    const reason = await refuseNext(page, 'POST', /\/lose$/, status)
    await dialog.getByRole('button', { name: '记为输单' }).click()
    await expect(dialog.getByRole('alert')).toHaveText(reason)
    await expect(note).toHaveValue('价格高出两成，对方已签约')
  }
  await world.opportunity.update({ where: { id }, data: { version: { increment: 1 } } }) // as if by somebody else
  await dialog.getByRole('button', { name: '记为输单' }).click()
  await expect(dialog.getByRole('alert')).toContainText('记录已被他人修改')
  await dialog.getByRole('button', { name: '记为输单' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText(/^输单原因：/)).toBeVisible()
})

test('a reason is not lost with what it was given for', async ({ page, world, signIn }) => {
  const subject = await openPlan({ page, world, signIn })
  await page.getByRole('button', { name: `“${subject}”的更多操作` }).click()
  await page.getByRole('menuitem', { name: '取消安排' }).click()
  const dialog = page.getByRole('dialog', { name: `取消“${subject}”？` })
  await dialog.getByLabel('原因').fill('客户已改期')
  for (const status of statuses) {
    const reason = await refuseNext(page, 'POST', /\/cancel$/, status)
    await dialog.getByRole('button', { name: '取消安排' }).click()
    await expect(dialog.getByRole('alert')).toHaveText(reason)
    await expect(dialog.getByLabel('原因')).toHaveValue('客户已改期')
  }
  await dialog.getByRole('button', { name: '取消安排' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('region', { name: '下一步' })).not.toContainText(subject)
})

test('a step that was not completed stays, with the note on it', async ({ page, world, signIn }) => {
  const subject = await openPlan({ page, world, signIn })
  const step = page.getByRole('region', { name: '下一步' }).getByRole('listitem').filter({ hasText: subject })
  await step.getByRole('button', { name: '完成', exact: true }).click()
  await step.getByRole('textbox', { name: '备注' }).fill('已寄出，单号稍后补')
  for (const status of statuses) {
    const reason = await refuseNext(page, 'POST', /\/complete$/, status)
    await step.getByRole('button', { name: '完成', exact: true }).click()
    await expect(step.getByRole('alert')).toHaveText(reason)
    await expect(step.getByRole('textbox', { name: '备注' })).toHaveValue('已寄出，单号稍后补')
  }
  await step.getByRole('button', { name: '完成', exact: true }).click()
  await expect(step).toBeHidden()
})

test('a log, a comment and a fact keep their words', async ({ page, world, signIn }) => {
  const { seller, customer } = await aPlace(world)
  await signIn(seller.ownerId)
  await page.goto(`/customers/${customer.id}`)
  await settle(page)
  const composer = page.getByRole('form', { name: '记跟进' })
  const comment = page.getByRole('form', { name: '写评论' })
  const timeline = page.getByRole('group', { name: '动态' })
  await composer.getByText('有进展', { exact: true }).click()
  await composer.getByRole('textbox').fill('预算已批')
  await comment.getByRole('textbox').fill('能给九折吗？')
  for (const status of statuses) {
    const ofLog = await refuseNext(page, 'POST', /\/activities$/, status)
    await composer.getByRole('textbox').press('Control+Enter')
    await expect(composer.getByRole('alert')).toHaveText(ofLog)
    await expect(composer.getByRole('textbox')).toHaveValue('预算已批')
    await expect(timeline.getByText('预算已批')).toBeHidden()

    const ofComment = await refuseNext(page, 'POST', /\/comments$/, status)
    await comment.getByRole('textbox').press('Control+Enter')
    await expect(comment.getByRole('alert')).toHaveText(ofComment)
    await expect(comment.getByRole('textbox')).toHaveValue('能给九折吗？')
  }
  await page.getByRole('button', { name: /^编辑城市/ }).click()
  const city = page.getByRole('textbox', { name: '城市' })
  await city.fill('宁波')
  for (const status of statuses) {
    const ofFact = await refuseNext(page, 'PATCH', /\/customers\/[^/]+$/, status)
    await city.press('Enter')
    await expect(page.getByRole('definition').getByRole('alert')).toHaveText(ofFact)
    await expect(city).toHaveValue('宁波')
  }
  await city.press('Enter')
  await expect(page.getByRole('button', { name: /^编辑城市/ })).toContainText('宁波')
  await composer.getByRole('textbox').press('Control+Enter')
  await expect(timeline.getByText('预算已批')).toBeVisible()
  await comment.getByRole('textbox').press('Control+Enter')
  await expect(comment.getByRole('textbox')).toHaveValue('')
})

test('a new order of items goes back', async ({ page, world, signIn }) => {
  const { id: dictionaryId } = await aDictionary(world)
  const label = (name: string) => ({ zh: name, en: name })
  await aDictionaryItem(world, { dictionaryId, order: 0, label: label('甲') })
  await aDictionaryItem(world, { dictionaryId, order: 1, label: label('乙') })
  await signIn((await aColleague(world, 'administrator')).id)
  await page.goto(`/settings/dictionaries?edit=${dictionaryId}`)
  const items = page.getByRole('listitem').filter({ hasText: /^[甲乙]/ })
  for (const status of statuses) {
    const reason = await refuseNext(page, 'POST', /\/reorder$/, status)
    await page.getByRole('button', { name: '乙 乙' }).press('Alt+ArrowUp')
    await expect(toasts(page).getByText(reason)).toBeVisible()
    await expect(items).toHaveText([/甲/, /乙/])
  }
  await page.getByRole('button', { name: '乙 乙' }).press('Alt+ArrowUp')
  await expect(items).toHaveText([/乙/, /甲/])
})

test('a box that was ticked is as it was, and a notice is unread again', async ({ page, world, signIn }) => {
  const { seller, customer } = await aPlace(world)
  await aNotification(world, { userId: seller.ownerId, targetId: customer.id })
  await signIn(seller.ownerId)
  await page.goto('/me')
  await settle(page)
  const box = page.getByRole('checkbox', { name: /^评论：收件箱/ })
  await expect(box).toBeChecked()
  for (const status of statuses) {
    const ofBox = await refuseNext(page, 'PATCH', /\/notifications\/settings$/, status)
    await box.press('Space')
    await expect(toasts(page).getByText(ofBox)).toBeVisible()
    await expect(box).toBeChecked()
  }
  await page.reload()
  await settle(page)
  await page.getByRole('button', { name: '通知，1 条未读' }).click()
  for (const status of statuses) {
    const ofNotice = await refuseNext(page, 'POST', /\/read$/, status)
    await page.getByRole('button', { name: '标为已读', exact: true }).click()
    await expect(toasts(page).getByText(ofNotice)).toBeVisible()
    await expect(page.getByRole('button', { name: '标为已读', exact: true })).toBeVisible()
  }
  await page.getByRole('button', { name: '标为已读', exact: true }).click()
  await expect(page.getByRole('button', { name: '通知', exact: true })).toBeVisible()
})
