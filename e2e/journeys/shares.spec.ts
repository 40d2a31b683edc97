/** A customer is lent to a colleague and given back by him, by keyboard alone [B16]; a refusal keeps what was chosen [B22]. */
import { aCustomer } from '@rapport/prisma/factories/customers.ts'
import { unique } from '@rapport/prisma/factories/world.ts'
import { expectNoViolations } from '../axe.ts'
import { expect, test } from '../fixtures.ts'
import { chooseTyped, forbidPointer, press, tabTo } from '../keyboard.ts'
import { aColleague } from '../people-world.ts'
import { refusalNoise, refuseNext, statuses } from '../refuse.ts'
import { settle } from '../routes.ts'
import { aSeller } from '../sales-world.ts'

test.use({ account: null })

test('shares a customer with a colleague, who sees it, leaves it, and sees it no more', async ({
  page,
  world,
  signIn,
  signedIn,
  noise,
}) => {
  noise.expect(refusalNoise)
  const seller = await aSeller(world)
  const customer = await aCustomer(world, { ...seller, name: unique('启明水务') })
  const colleague = await aColleague(world, 'rep')
  await signIn(seller.ownerId)
  await forbidPointer(page)
  await page.goto(`/customers/${customer.id}`)
  await settle(page)
  const people = page.getByRole('region', { name: '协作人' })
  await press(page, people.getByRole('button', { name: '共享给同事' }))
  const form = people.getByRole('form', { name: '共享给同事' })
  await tabTo(page, form.getByRole('combobox', { name: '同事' }))
  await chooseTyped(page, colleague.name)
  await expectNoViolations(page)
  for (const status of statuses) {
    const reason = await refuseNext(page, 'POST', /\/share$/, status)
    await press(page, form.getByRole('button', { name: '共享', exact: true }))
    await expect(form.getByRole('alert')).toHaveText(reason)
    await expect(form.getByRole('combobox', { name: '同事' })).toHaveValue(colleague.name)
  }
  await press(page, form.getByRole('button', { name: '共享', exact: true }))
  await expect(people.getByRole('listitem')).toContainText(colleague.name)

  const his = await signedIn(colleague.id)
  await forbidPointer(his)
  await his.goto(`/customers/${customer.id}`)
  await settle(his)
  const leave = his.getByRole('button', { name: '退出协作' })
  await press(his, leave.first())
  const question = his.getByRole('dialog', { name: '退出这条共享的记录？' })
  await expect(question.getByRole('button', { name: '退出协作' })).toBeFocused()
  await his.keyboard.press('Enter')
  await expect(his.getByRole('heading', { name: '客户', level: 1 })).toBeVisible()
  await expect(his.getByRole('status').getByText('已退出协作')).toBeVisible()
  expect((await his.request.get(`/api/v1/customers/${customer.id}`)).status()).toBe(404)
  await expect(people.getByRole('listitem')).toHaveCount(0)
})
