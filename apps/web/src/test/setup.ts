/** What jsdom lacks, and what no web test may do: write to console.error, or call an address that no handler answers. */
import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest'
import { startI18n } from '../lib/i18n.ts'
import { server } from './server.ts'

// What is waited for is a state; how long a busy machine takes to reach it is no fault.
configure({ asyncUtilTimeout: 8_000 })

window.matchMedia = (query: string) =>
  ({
    matches: false,
    media: query,
    onchange: null,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    addListener: () => undefined,
    removeListener: () => undefined,
    dispatchEvent: () => false,
  }) satisfies MediaQueryList

window.ResizeObserver = class {
  observe() {}
  unobserve() {}
  disconnect() {}
}
window.EventSource = class extends EventTarget {
  onopen = null
  onmessage = null
  onerror = null
  close() {}
} as unknown as typeof EventSource
// What tells that fonts have come.
Object.defineProperty(document, 'fonts', { configurable: true, value: new EventTarget() })
Element.prototype.scrollIntoView = () => undefined
// A viewport, so that virtual lists have a height to fill.
Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { configurable: true, get: () => 600 })
Object.defineProperty(HTMLElement.prototype, 'offsetWidth', { configurable: true, get: () => 1000 })
Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, get: () => 600 })
Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, get: () => 1000 })

const noise: unknown[][] = []
beforeAll(async () => {
  server.listen({ onUnhandledFrame: 'error' })
  await startI18n('en')
})
beforeEach(() => {
  noise.length = 0
  vi.spyOn(console, 'error').mockImplementation((...words: unknown[]) => void noise.push(words))
  localStorage.clear()
  sessionStorage.clear()
})
afterEach(() => {
  cleanup()
  server.resetHandlers()
  if (noise.length > 0) throw new Error(`console.error was called: ${noise.map(String).join('; ')}`)
})
afterAll(() => server.close())
