/** Files go along with what is logged [D6]: chosen while writing, sent with the entry, tried again alone, found on the timeline. */
import { readFile } from 'node:fs/promises'
import { aCustomer } from '@rapport/prisma/factories/customers.ts'
import { unique } from '@rapport/prisma/factories/world.ts'
import { expect, test } from '../fixtures.ts'
import { settle } from '../routes.ts'
import { aSeller } from '../sales-world.ts'

test.use({ account: null })

const report = { name: '巡检报告.txt', mimeType: 'text/plain', buffer: Buffer.from('三号泵振动偏大') }
const table = { name: '读数.csv', mimeType: 'text/csv', buffer: Buffer.from('泵,读数\n3,7.1\n') }

test('logs a visit with two files, one of which arrives at the second try', async ({ page, world, signIn, noise }) => {
  noise.expect(/ERR_CONNECTION|Failed to load/)
  const seller = await aSeller(world)
  const customer = await aCustomer(world, { ...seller, name: unique('启明水务') })
  await signIn(seller.ownerId)
  await page.route('**/api/v1/attachments', (route) => route.abort('connectionreset'), { times: 1 })
  await page.goto(`/customers/${customer.id}`)
  await settle(page)
  const composer = page.getByRole('form', { name: '记跟进' })
  const timeline = page.getByRole('group', { name: '动态' })
  await composer.getByText('有进展', { exact: true }).click()
  await page.keyboard.type('看了三号泵')
  await composer.getByLabel('为这条记录添加附件').and(page.locator('input')).setInputFiles([report, table])
  await expect(composer.getByText(report.name)).toBeVisible()
  await composer.getByRole('textbox').press('Control+Enter')
  await expect(timeline.getByRole('link', { name: table.name })).toBeVisible()
  await expect(timeline.getByRole('link', { name: report.name })).toBeHidden()
  await composer.getByRole('alert').getByRole('button', { name: '重试' }).click()
  const link = timeline.getByRole('link', { name: report.name })
  await expect(link).toBeVisible()
  await expect(composer.getByRole('alert')).toBeHidden()
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
  expect(await readFile(await download.path(), 'utf8')).toBe('三号泵振动偏大')
  const done = await world.activity.findMany({ where: { customerId: customer.id, status: 'done' } })
  expect(await world.attachment.count({ where: { targetId: { in: done.map(({ id }) => id) } } })).toBe(2)
  expect(done).toHaveLength(1)
})
