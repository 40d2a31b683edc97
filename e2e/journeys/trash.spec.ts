/** What was deleted comes back by keyboard alone [B16], with all that went along and as it was [B20]. */
import { anActivity } from '@rapport/prisma/factories/activities.ts'
import { aContact } from '@rapport/prisma/factories/contacts.ts'
import { aCustomer } from '@rapport/prisma/factories/customers.ts'
import { unique } from '@rapport/prisma/factories/world.ts'
import { expectNoViolations } from '../axe.ts'
import { expect, test } from '../fixtures.ts'
import { forbidPointer, openMenu, press, tabTo } from '../keyboard.ts'

import { refusalNoise, refuseNext, statuses } from '../refuse.ts'
import { settle } from '../routes.ts'
import { aSeller } from '../sales-world.ts'
import { historyOf, stateOf } from '../state.ts'

test.use({ account: null })

test('a customer goes to the trash with what hangs on it, and both come back as they were', async ({
  page,
  world,
  signIn,
  noise,
}) => {
  noise.expect(/status of 404 .*\/customers\//) // the stream may tell of it before its page is left
  const seller = await aSeller(world, 'salesManager')
  const { id, name } = await aCustomer(world, { ...seller, name: unique('启明水务'), city: '上海' })
  const contact = await aContact(world, { ...seller, name: unique('周工'), customerIds: [id] })
  await world.customerContact.updateMany({ where: { contactId: contact.id }, data: { primary: true } })
  const activity = await anActivity(world, { ...seller, customerId: id, kind: 'task', status: 'planned' })
  const parts = [`/customers/${id}`, `/contacts/${contact.id}`, `/activities/${activity.id}`]
  const all = async () => Promise.all(parts.map((path) => stateOf(page, path)))
  await signIn(seller.ownerId)
  await forbidPointer(page)
  await page.goto(`/customers/${id}`)
  await settle(page)
  const before = await all()

  await openMenu(page, page.getByRole('button', { name: '更多', exact: true }))
  await page.keyboard.press('ArrowUp') // the last of the menu
  await expect(page.getByRole('menuitem', { name: '删除' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: '客户', level: 1 })).toBeVisible()
  for (const path of parts) expect((await page.request.get(`/api/v1${path}`)).status()).toBe(404)

  await page.goto('/trash')
  await settle(page)
  const row = page.getByRole('row').filter({ hasText: name })
  await expect(row).toBeVisible()
  await expectNoViolations(page)
  await press(page, page.getByRole('button', { name: `恢复 ${name}` }))
  await expect(page.getByRole('status').getByText(`已恢复 ${name}`)).toBeVisible()
  await expect(row).toBeHidden()
  expect(await all()).toEqual(before)
  expect(await historyOf(page, id)).toEqual(['customer.deleted', 'customer.restored'])
  expect(await world.customer.findUniqueOrThrow({ where: { id } })).toMatchObject({ version: 3, deletedAt: null })
})

test('a restoring that is refused leaves the row in the trash and says why [B22]', async ({
  page,
  world,
  signIn,
  noise,
}) => {
  noise.expect(refusalNoise)
  const seller = await aSeller(world)
  const { id, name } = await aCustomer(world, { ...seller, name: unique('启明水务') })
  await signIn(seller.ownerId)
  await forbidPointer(page)
  await page.goto('/trash')
  expect((await page.request.delete(`/api/v1/customers/${id}`, { headers: { 'if-match': '"1"' } })).ok()).toBe(true)
  await page.reload()
  await settle(page)
  const restore = page.getByRole('button', { name: `恢复 ${name}` })
  for (const status of statuses) {
    const reason = await refuseNext(page, 'POST', /\/restore$/, status)
    await press(page, restore)
    await expect(page.getByRole('status').getByText(reason)).toBeVisible()
    await expect(restore).toBeVisible()
  }
  await press(page, restore)
  await expect(restore).toBeHidden()
})

test('a deletion is taken back by its key and from the list of recent acts [B20]', async ({
  page,
  world,
  signIn,
  noise,
}) => {
  noise.expect(/status of 404 .*\/contacts\//) // the stream may tell of it before its page is left
  const seller = await aSeller(world)
  const customer = await aCustomer(world, seller)
  const { id, name } = await aContact(world, { ...seller, name: unique('周工'), customerIds: [customer.id] })
  await world.customerContact.updateMany({ where: { contactId: id }, data: { primary: true } })
  await signIn(seller.ownerId)
  await forbidPointer(page)
  const said = page.getByRole('status')
  const deleted = page.getByRole('link', { name: '已删除 1' })
  const remove = async () => {
    await page.goto(`/contacts/${id}`)
    await settle(page)
    await openMenu(page, page.getByRole('button', { name: '更多', exact: true }))
    await page.keyboard.press('ArrowUp') // the last of the menu
    await page.keyboard.press('Enter')
    await expect(said.getByText(`${name} 已移入回收站`)).toBeVisible()
    await expect(deleted).toBeVisible()
  }
  await page.goto(`/contacts/${id}`)
  const before = await stateOf(page, `/contacts/${id}`)

  await remove()
  await tabTo(page, page.getByRole('searchbox'))
  await page.keyboard.type('周')
  await page.keyboard.press('Control+z') // what is typed, not what was done
  await expect(page.getByRole('searchbox')).toHaveValue('')
  await expect(deleted).toBeVisible()
  await tabTo(page, deleted)
  await page.keyboard.press('Control+z')
  await expect(said.getByText(`已恢复 ${name}`)).toBeVisible()
  await expect(deleted).toBeHidden()
  expect(await stateOf(page, `/contacts/${id}`)).toEqual(before)

  await remove()
  await press(page, page.getByRole('button', { name: '最近操作' }))
  const recent = page.getByRole('dialog', { name: '最近操作' })
  await expect(recent.getByText(`${name} 已移入回收站`)).toBeVisible()
  await expectNoViolations(page)
  await press(page, recent.getByRole('button', { name: '撤销' }))
  await expect(deleted).toBeHidden()
  expect(await stateOf(page, `/contacts/${id}`)).toEqual(before)

  await remove()
  await press(page, deleted)
  await expect(page.getByRole('button', { name: /对象.*联系人/ })).toBeVisible()
  await expect(page.getByRole('row').filter({ hasText: name })).toBeVisible()
  await press(page, page.getByRole('button', { name: `恢复 ${name}` }))
  await expect(said.getByText(`已恢复 ${name}`)).toBeVisible()
  const once = ['contact.deleted', 'contact.restored']
  expect(await historyOf(page, id)).toEqual([...once, ...once, ...once])
})
