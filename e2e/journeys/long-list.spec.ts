/** Ten thousand customers in one list [B6]: whatever one scrolls to, the page holds a screenful of rows. */
import { aSource } from '@rapport/prisma/factories/sources.ts'
import { unique } from '@rapport/prisma/factories/world.ts'
import { expect, test } from '../fixtures.ts'
import { aSeller } from '../sales-world.ts'
import { settle } from '../routes.ts'

const CUSTOMERS = 10_000
const ROWS = 60
// Far enough for every row drawn to have been replaced many times.
const DEEP = 1000

test.use({ account: null })

test('a list of 10,000 rows never has more than 60 in the page', async ({ page, world, signIn }) => {
  test.slow()
  const { ownerId, teamId } = await aSeller(world)
  const { id: sourceId } = await aSource(world)
  const prefix = unique('L-')
  await world.$executeRaw`
    insert into customers (kind, number, name, "searchText", "sourceId", "ownerId", "teamId")
    select 'company', ${prefix} || n, 'Customer ' || n, 'customer ' || n, ${sourceId}::uuid, ${ownerId}::uuid, ${teamId}::uuid
    from generate_series(1, ${CUSTOMERS}::int) n`
  await signIn(ownerId)
  await page.goto('/customers?sort=-number')
  await settle(page)
  const grid = page.getByRole('grid')
  const rows = grid.locator('[role=row][aria-rowindex]')
  const lastRow = () =>
    rows.evaluateAll((all) => Math.max(...all.map((row) => Number(row.getAttribute('aria-rowindex')))))
  await expect(page.getByText('10,000').first()).toBeVisible()
  await grid.focus()
  for (let reached = 0; reached < DEEP; reached = await lastRow()) {
    await page.keyboard.press('End')
    await expect.poll(lastRow).toBeGreaterThan(reached)
    expect(await rows.count()).toBeLessThanOrEqual(ROWS)
  }
})
