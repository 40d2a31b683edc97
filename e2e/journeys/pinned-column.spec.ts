/** The first column stays when the others move aside, as far as it leaves room for them; what gets the focus is not beneath it. */
import { aCustomer } from '@rapport/prisma/factories/customers.ts'
import { unique } from '@rapport/prisma/factories/world.ts'
import type { Locator } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { settle } from '../routes.ts'
import { aSeller } from '../sales-world.ts'

test.use({ account: null, viewport: { width: 1000, height: 700 } })

const left = async (cell: Locator) => Math.round((await cell.boundingBox())?.x ?? -1)

test('names and boxes of the rows stay while one looks at the last columns', async ({ page, world, signIn }) => {
  const seller = await aSeller(world)
  const customer = await aCustomer(world, { ...seller, name: unique('启明水务') })
  await signIn(seller.ownerId)
  await page.goto('/customers')
  await settle(page)
  const grid = page.getByRole('grid')
  const row = grid.getByRole('row', { name: customer.name })
  const kept = [
    row.getByRole('rowheader'),
    row.getByRole('gridcell').first(),
    page.getByRole('columnheader', { name: '名称' }),
    grid.getByRole('rowgroup').last().getByRole('rowheader'),
  ]
  const places = async () => Promise.all(kept.map(left))
  const before = await places()
  const city = page.getByRole('columnheader', { name: '城市' })
  const cityBefore = await left(city)
  await grid.evaluate((element) => element.scrollTo({ left: 300 }))
  await expect.poll(() => left(city)).toBe(cityBefore - 300)
  expect(await places()).toEqual(before)
  // Nothing shines through: the name is what lies at its place.
  const box = await kept[0]?.boundingBox()
  if (!box) throw new Error('the name is not shown')
  const seen = await page.evaluate(
    ([x, y]) =>
      document
        .elementFromPoint(x ?? 0, y ?? 0)
        ?.closest('[role]')
        ?.getAttribute('role'),
    [box.x + box.width - 4, box.y + box.height / 2],
  )
  expect(seen).toBe('rowheader')

  // Going back by keyboard, a head is scrolled out from beneath the pinned one.
  await grid.evaluate((element) => element.scrollTo({ left: 2000 }))
  const sort = city.getByRole('button')
  await sort.focus()
  const edge = (await kept[2]?.boundingBox()) ?? { x: 0, width: 0 }
  await expect.poll(() => left(sort)).toBeGreaterThanOrEqual(Math.floor(edge.x + edge.width))

  // Wider than that, it would leave no room, and goes along.
  await page.goto('/customers?columns=name:800,city,ownerId')
  await settle(page)
  const name = await left(kept[0] as Locator)
  await grid.evaluate((element) => element.scrollTo({ left: 120 }))
  await expect.poll(() => left(kept[0] as Locator)).toBe(name - 120)
})
