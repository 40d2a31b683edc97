/** A line on which questions get lost, and what a person does about it. */
import { expect, type BrowserContext, type Page } from '@playwright/test'
import { settle } from './routes.ts'

/** All that pages ask for but the stream, which has no end. */
const QUESTIONS = /\/api\/v1\/(?!events\/stream)/

/** Whatever is asked for the first time gets no answer. */
export async function loseEachOnce(context: BrowserContext): Promise<void> {
  const asked = new Set<string>()
  await context.route(QUESTIONS, (route) => {
    const what = `${route.request().method()} ${route.request().url()}`
    if (asked.has(what)) return route.continue()
    asked.add(what)
    return route.abort('connectionreset')
  })
}

/** No question gets an answer, but who is signed in; answers what makes the line whole again. */
export async function loseAll(context: BrowserContext): Promise<() => Promise<void>> {
  await context.route(QUESTIONS, (route) =>
    route.request().url().endsWith('/session') ? route.continue() : route.abort('connectionreset'),
  )
  return () => context.unroute(QUESTIONS)
}

export const again = (page: Page) => page.getByRole('button', { name: '重试' }).first()

/** Touches what offers to try again, until nothing is missing any more. */
export async function untilItIsThere(page: Page): Promise<void> {
  await expect(async () => {
    if (await again(page).isVisible()) await again(page).click()
    await settle(page)
    await expect(again(page)).toBeHidden({ timeout: 2000 })
  }).toPass({ timeout: 60_000 })
  await expect(page.getByRole('alert')).toHaveCount(0)
}
