import { expect, it } from 'vitest'
import { channelsOf, deliveryOf } from './notice-settings.ts'

const now = new Date('2026-11-22T15:00:00Z') // eleven in the evening in China
const quiet = { from: '22:00', to: '07:00' }
const kept = { channels: {}, quiet: null, timeZone: 'Asia/Shanghai' }

it('who has decided nothing is told of everything at once', () => {
  expect(Object.values(channelsOf({})).every(({ app, live }) => app && live)).toBe(true)
  expect(deliveryOf(kept, 'mention', now)).toEqual({ live: true, heldUntil: null })
})

it('a kind that is not wanted reaches him nowhere, one that shall not disturb stands there silently', () => {
  const channels = { comment: { app: false, live: true }, jobDone: { app: true, live: false } }
  expect(deliveryOf({ ...kept, channels }, 'comment', now)).toBeNull()
  expect(deliveryOf({ ...kept, channels }, 'jobDone', now)).toEqual({ live: false, heldUntil: null })
  expect(channelsOf(channels).comment).toEqual({ app: false, live: false })
})

it('in quiet hours only what would be shown at once is held back', () => {
  const channels = { jobDone: { app: true, live: false } }
  const heldUntil = new Date('2026-11-22T23:00:00Z')
  expect(deliveryOf({ ...kept, channels, quiet }, 'mention', now)).toEqual({ live: true, heldUntil })
  expect(deliveryOf({ ...kept, channels, quiet }, 'jobDone', now)).toEqual({ live: false, heldUntil: null })
})
