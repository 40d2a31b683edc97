/** Answers that come one at a time, the last asked first, each drawn before the next: the order that moves a page most. */
import type { BrowserContext, Page, Route } from '@playwright/test'

const drawn = (page: Page): Promise<unknown> =>
  page.evaluate(() => new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go))))

async function answer(asked: Route): Promise<void> {
  await asked.fulfill({ response: await asked.fetch() })
  await drawn(asked.request().frame().page())
}

// A page that was left has nobody to answer.
const gone = () => undefined

export async function strewAnswers(context: BrowserContext): Promise<void> {
  const waiting: Route[] = []
  let answering = false
  const answerAll = async () => {
    answering = true
    for (let one = waiting.pop(); one; one = waiting.pop()) await answer(one).catch(gone)
    answering = false
  }
  await context.route(/\/api\/v1\/(?!events\/stream)/, (asked) => {
    waiting.push(asked)
    if (!answering) void answerAll()
  })
}
