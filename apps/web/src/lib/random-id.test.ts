import { expect, it, vi } from 'vitest'
import { randomId } from './random-id.ts'

const version4 = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/

it('gives other UUIDs each time, also where the browser has none to give', () => {
  const own = Array.from({ length: 50 }, randomId)
  vi.spyOn(crypto, 'randomUUID').mockImplementation(undefined as never)
  Object.defineProperty(crypto, 'randomUUID', { value: undefined, configurable: true })
  const made = Array.from({ length: 200 }, randomId)
  for (const id of [...own, ...made]) expect(id).toMatch(version4)
  expect(new Set([...own, ...made]).size).toBe(250)
})
