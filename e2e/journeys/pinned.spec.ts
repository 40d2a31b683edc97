/** What must not be overlooked is pinned: it stands above the timeline, by keyboard alone [B16]. */
import { anActivity } from '@rapport/prisma/factories/activities.ts'
import { aCustomer } from '@rapport/prisma/factories/customers.ts'
import { unique } from '@rapport/prisma/factories/world.ts'
import { expectNoViolations } from '../axe.ts'
import { expect, test } from '../fixtures.ts'
import { forbidPointer, openMenu } from '../keyboard.ts'
import { settle } from '../routes.ts'
import { aSeller } from '../sales-world.ts'

test.use({ account: null })

test('pins what was agreed above all that came after it, and takes the pin off again', async ({
  page,
  world,
  signIn,
}) => {
  const seller = await aSeller(world)
  const customer = await aCustomer(world, { ...seller, name: unique('启明水务') })
  const did = (subject: string, day: number) => {
    const at = new Date(Date.UTC(2026, 3, day, 3))
    return anActivity(world, {
      ...seller,
      customerId: customer.id,
      kind: 'call',
      status: 'done',
      subject,
      actualStart: at,
      actualEnd: at,
    })
  }
  const agreed = await did('约定验收标准', 2)
  await did('确认到货', 9)
  await signIn(seller.ownerId)
  await forbidPointer(page)
  await page.goto(`/customers/${customer.id}`)
  await settle(page)
  const entries = page.getByRole('group', { name: '动态' }).getByRole('listitem')
  const pinned = page.getByRole('heading', { name: '置顶', level: 3 })
  await expect(entries.nth(0)).toContainText('确认到货')
  await expect(pinned).toBeHidden()

  const turn = async (item: string) => {
    await openMenu(page, page.getByRole('button', { name: `“${agreed.subject}”的更多操作` }))
    await page.keyboard.press('ArrowDown')
    await expect(page.getByRole('menuitem', { name: item })).toBeFocused()
    await page.keyboard.press('Enter')
  }
  await turn('置顶')
  await expect(pinned).toBeVisible()
  await expect(entries.nth(0)).toContainText('约定验收标准')
  await expect(entries.filter({ hasText: '约定验收标准' })).toHaveCount(1)
  await expectNoViolations(page)
  await page.reload()
  await settle(page)
  await expect(entries.nth(0)).toContainText('约定验收标准')

  await turn('取消置顶')
  await expect(pinned).toBeHidden()
  await expect(entries.nth(0)).toContainText('确认到货')
  await expect(entries.nth(1)).toContainText('约定验收标准')
})
