/** On a line that is gone or slow [B26] no screen is white: it says what is wrong, and comes in at a touch when the line is back. */
import { expect, test } from '../fixtures.ts'
import { again, loseAll, untilItIsThere } from '../poor-line.ts'
import { settle } from '../routes.ts'

for (const address of ['/customers', '/opportunities', '/analytics', '/settings/pipelines'])
  test(`${address} says that nothing came, and comes in when the line is back`, async ({ page, context, noise }) => {
    noise.expect(/ERR_CONNECTION_RESET/)
    const mend = await loseAll(context)
    await page.goto(address)
    await expect(again(page)).toBeVisible()
    await expect(page.getByRole('navigation').first()).toBeVisible()
    await mend()
    await untilItIsThere(page)
  })

test('a slow line shows where things will stand before they are there', async ({ page, context }) => {
  const line = await context.newCDPSession(page)
  // As Chromium's own "slow 3G": 400 ms there and back, 50 kB a second.
  const slow = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 }
  await line.send('Network.emulateNetworkConditions', slow)
  await page.goto('/customers')
  await expect(
    page.getByRole('status', { name: '正在加载' }).or(page.locator('[aria-busy=true]')).first(),
  ).toBeVisible()
  await settle(page)
  await expect(page.getByRole('grid')).toBeVisible()
})
