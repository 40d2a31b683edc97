/** A deal that goes on in another pipeline: refused while something is missing, then done, seen by all, and taken back. */
import { aPipeline } from '@rapport/prisma/factories/pipelines.ts'
import { unique } from '@rapport/prisma/factories/world.ts'
import { expect, test } from '../fixtures.ts'
import { aDeal, aSeller } from '../sales-world.ts'
import { settle } from '../routes.ts'

test.use({ account: null })

test('the deal comes to the stage chosen once its criteria are met, and undo brings it back', async ({
  page,
  world,
  signIn,
  noise,
}) => {
  noise.expect(/422 .*\/change-pipeline/)
  const seller = await aSeller(world)
  await signIn(seller.ownerId)
  const names = { pipeline: unique('项目型'), tender: unique('投标'), contract: unique('签约') }
  const label = (name: string) => ({ zh: name, en: name })
  const criteria = [{ side: 'entry', kind: 'fieldFilled', params: { field: 'need' }, label: label('写明需求') }]
  await aPipeline(world, {
    label: label(names.pipeline),
    teamIds: [seller.teamId],
    stages: [
      { label: label(names.tender) },
      { label: label(names.contract), probability: '0.5', criteria },
      { label: label('赢'), phase: 'won', probability: '1' },
      { label: label('输'), phase: 'lost', probability: '0' },
    ],
  })
  const { id, name } = await aDeal(world, seller, { need: '' })
  await page.goto(`/opportunities/${id}`)
  await settle(page)
  await page.getByRole('button', { name: '更换管道' }).click()
  const panel = page.getByRole('dialog', { name: `把 ${name} 移到另一条管道` })
  const choose = async (field: string, option: string) => {
    await panel.getByRole('combobox', { name: field }).click()
    await page.getByRole('option', { name: option }).click()
  }
  await choose('销售管道', names.pipeline)
  await choose('进入阶段', names.contract)
  await panel.getByLabel('原因').fill('客户改为招标')
  await panel.getByRole('button', { name: '更换管道' }).click()

  const question = page.getByRole('dialog', { name: `${name} 还不能到“${names.contract}”` })
  await expect(question.getByRole('listitem')).toContainText('写明需求')
  await question.getByRole('button', { name: '关闭' }).last().click()
  await expect(question).toHaveCount(0)
  await expect(panel.getByLabel('原因')).toHaveValue('客户改为招标')

  await choose('进入阶段', names.tender)
  await panel.getByRole('button', { name: '更换管道' }).click()
  await expect(page.getByText(`${name} 已移至 ${names.pipeline}`)).toBeVisible()
  await expect(panel).toHaveCount(0)
  await expect(page.getByRole('main')).toContainText(names.tender)

  const board = await page.context().newPage()
  await board.goto('/opportunities')
  await settle(board)
  await board.getByRole('button', { name: /^销售管道/ }).click()
  await board.getByRole('menuitemradio', { name: names.pipeline }).click()
  await expect(board.getByRole('region', { name: names.tender }).getByRole('article', { name })).toBeVisible()
  await board.close()

  await page.getByRole('button', { name: '撤销' }).click()
  await expect(page.getByRole('main')).toContainText('初步接触')
  await expect(page.getByRole('main')).not.toContainText(names.pipeline)
})
