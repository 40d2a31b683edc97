/** Every page on a poor line [B26]: each question is lost once, and the page is there all the same, by itself or at a touch. */
import { test } from '../fixtures.ts'
import { loseEachOnce, untilItIsThere } from '../poor-line.ts'
import { addressOf, screens } from '../routes.ts'

for (const route of screens)
  test(`${route.path} comes in`, async ({ page, context, noise }) => {
    noise.expect(/ERR_CONNECTION_RESET/)
    const address = await addressOf(route, page)
    await loseEachOnce(context)
    await page.goto(address)
    await untilItIsThere(page)
  })
