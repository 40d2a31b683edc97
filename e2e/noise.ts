/** Whatever a page says in its console, throws, or fails to fetch. A test with any of it fails. */
import type { BrowserContext } from '@playwright/test'

export type Noise = {
  /** What was heard and not expected. */
  heard: () => string[]
  /** Names what this test provokes: a refusal that the browser reports as a failed resource. */
  expect: (pattern: RegExp) => void
}

// What a page asked for and no longer wants, such as the question before the last letter typed.
const CANCELLED = 'net::ERR_ABORTED'

export function listen(context: BrowserContext): Noise {
  const all: string[] = []
  const expected: RegExp[] = []
  context.on('console', (message) => {
    if (!['error', 'warning'].includes(message.type())) return
    all.push(`${message.type()}: ${message.text()} (${message.location().url})`)
  })
  context.on('weberror', (error) => all.push(`page error: ${error.error().stack ?? error.error().message}`))
  context.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? 'failed'
    if (reason !== CANCELLED) all.push(`${reason}: ${request.method()} ${request.url()}`)
  })
  return {
    heard: () => all.filter((line) => !expected.some((pattern) => pattern.test(line))),
    expect: (pattern) => void expected.push(pattern),
  }
}
