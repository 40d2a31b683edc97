/** A server that says no, once: what a person meets who was too late (409) or unlucky (500). */
import type { Page } from '@playwright/test'

export const statuses = [409, 500] as const
type Status = (typeof statuses)[number]

/** What the browser says of it in its console. */
export const refusalNoise = /status of (409|500) /

/** The next request of this kind is refused and never arrives; answers the reason that the page must name. */
export async function refuseNext(page: Page, method: string, path: RegExp, status: Status): Promise<string> {
  const reason = `暂时做不到（${status}）`
  const problem = {
    type: 'about:blank',
    title: '没有成功',
    detail: reason,
    status,
    code: 'test.refused',
    requestId: 'r-1',
  }
  let refused = false
  await page.route(
    ({ pathname }) => path.test(pathname),
    (route) => {
      if (refused || route.request().method() !== method) return route.fallback()
      refused = true
      return route.fulfill({ status, contentType: 'application/problem+json', json: problem })
    },
  )
  return reason
}
