/**
 * By keyboard alone [B16] a list of deals is grouped by stage, its groups are opened and walked, its grouping is kept in a view,
 * and what a group holds is what it opens.
 */
import { aCustomer } from '@rapport/prisma/factories/customers.ts'
import { anOpportunity } from '@rapport/prisma/factories/opportunities.ts'
import { unique } from '@rapport/prisma/factories/world.ts'
import { expectNoViolations } from '../axe.ts'
import { expect, test } from '../fixtures.ts'
import { forbidPointer, openMenu, press, tabTo } from '../keyboard.ts'
import { settle } from '../routes.ts'
import { aSeller } from '../sales-world.ts'

test.use({ account: null })

const MENU = 30

test('groups deals by stage, opens a group, walks into a deal and back, and keeps the grouping', async ({
  page,
  world,
  signIn,
}) => {
  const seller = await aSeller(world)
  const pipeline = await world.pipeline.findFirstOrThrow({
    where: { isDefault: true },
    include: { stages: { where: { archivedAt: null }, orderBy: { order: 'asc' }, take: 2 } },
  })
  const [first, second] = pipeline.stages.map(({ id, label }) => ({ id, label: (label as { zh: string }).zh }))
  if (!first || !second) throw new Error('the usual pipeline has stages')
  const customerId = (await aCustomer(world, seller)).id
  const aDealIn = (stageId: string, amount: string) =>
    anOpportunity(world, { ...seller, customerId, pipelineId: pipeline.id, stageId, amount, name: unique('纯水项目') })
  const deals = [await aDealIn(second.id, '3000'), await aDealIn(second.id, '2000')]
  const other = await aDealIn(first.id, '1000')

  await signIn(seller.ownerId)
  await forbidPointer(page)
  await page.goto('/opportunities?layout=table&sort=-baseAmount')
  await settle(page)
  await openMenu(page, page.getByRole('button', { name: '分组', exact: true }))
  const choice = page.getByRole('menuitemradio', { name: '阶段', exact: true })
  await expect(choice).toBeVisible()
  const isThere = () => choice.evaluate((one) => one === document.activeElement)
  for (let presses = 0; presses < MENU && !(await isThere()); presses++) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const tree = page.getByRole('treegrid')
  const row = (name: string | RegExp) => tree.getByRole('row', { name })
  const [head, next] = [
    row(new RegExp(`选择 ?${first.label} \\(1\\)`)),
    row(new RegExp(`选择 ?${second.label} \\(2\\)`)),
  ]
  await expect(head).toHaveAttribute('aria-expanded', 'true')
  await expect(row(other.name)).toBeVisible()
  await expect(next).toContainText('5,000')
  await expectNoViolations(page)

  await tabTo(page, tree)
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowLeft')
  await expect(row(other.name)).toHaveCount(0)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  await expect(row(deals[0]?.name ?? '')).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: deals[0]?.name ?? '' })).toBeVisible()
  // Within the group there are two to walk through, not three.
  await expect(page.getByText('第 1 个，共 2 个')).toBeVisible()
  await page.goBack()
  await expect(row(deals[1]?.name ?? '')).toBeVisible()
  await expect(row(other.name)).toHaveCount(0)

  const name = unique('按阶段')
  await press(page, page.getByRole('button', { name: '另存', exact: true }))
  await expect(page.getByRole('textbox', { name: '名称' })).toBeFocused()
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('link', { name: new RegExp(name) })).toHaveAttribute('aria-current', 'page')
  await expect(tree).toBeVisible()
  expect(await world.savedView.findFirstOrThrow({ where: { label: name } })).toMatchObject({
    group: 'stageId',
    layout: 'table',
    sort: ['-baseAmount'],
  })
})
