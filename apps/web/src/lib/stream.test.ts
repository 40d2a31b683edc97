import { QueryClient } from '@tanstack/react-query'
import { http, HttpResponse } from 'msw'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { server } from '../test/server.ts'
import { listen } from './stream.ts'

class Source extends EventTarget {
  static readonly CLOSED = 2
  static opened: Source[] = []
  static get last() {
    return Source.opened.at(-1)!
  }
  readyState = 1
  constructor() {
    super()
    Source.opened.push(this)
  }
  close() {
    this.readyState = Source.CLOSED
  }
  isOpened() {
    this.dispatchEvent(new Event('open'))
  }
  tell(entity: string) {
    this.dispatchEvent(new MessageEvent('message', { data: JSON.stringify({ id: '1', entity, recordId: '2' }) }))
  }
  breakOff(refused: boolean) {
    this.readyState = refused ? Source.CLOSED : 0
    this.dispatchEvent(new Event('error'))
  }
}

let asked: unknown[]
let stop: () => void
const look = (visibility: 'visible' | 'hidden') => {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(visibility)
  document.dispatchEvent(new Event('visibilitychange'))
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('EventSource', Source)
  Source.opened = []
  asked = []
  const client = new QueryClient()
  vi.spyOn(client, 'invalidateQueries').mockImplementation((filters) => {
    asked.push(filters?.queryKey?.[0] ?? 'everything')
    return Promise.resolve()
  })
  server.use(http.get('*/api/v1/session', () => HttpResponse.json({})))
  stop = listen(client)
})
afterEach(() => {
  stop()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe('the event stream', () => {
  it('asks once for each noun that events of one moment are about', async () => {
    Source.last.isOpened()
    for (const entity of ['customers', 'customers', 'dictionary-items']) Source.last.tell(entity)
    expect(asked).toEqual([])
    await vi.advanceTimersByTimeAsync(200)
    expect(asked.toSorted()).toEqual(['customers', 'dictionary-items', 'events'])
  })

  it('asks for what was told to this person alone, and for no events', async () => {
    Source.last.dispatchEvent(new MessageEvent('told', { data: JSON.stringify({ entity: 'notifications' }) }))
    await vi.advanceTimersByTimeAsync(200)
    expect(asked).toEqual(['notifications'])
  })

  it('asks for everything when the server says that more was missed than it tells', () => {
    Source.last.dispatchEvent(new Event('missed'))
    expect(asked).toEqual(['everything'])
  })

  it('leaves a break to the browser, which resumes', async () => {
    Source.last.isOpened()
    Source.last.breakOff(false)
    await vi.advanceTimersByTimeAsync(60_000)
    Source.last.isOpened()
    expect([Source.opened.length, asked]).toEqual([1, []])
  })

  it('comes back after a refusal, later each time, and then asks for everything', async () => {
    Source.last.isOpened()
    Source.last.breakOff(true)
    await vi.advanceTimersByTimeAsync(1_000)
    await vi.waitFor(() => expect(Source.opened).toHaveLength(2))
    Source.last.breakOff(true)
    await vi.advanceTimersByTimeAsync(900)
    expect(Source.opened).toHaveLength(2)
    await vi.advanceTimersByTimeAsync(1_100)
    await vi.waitFor(() => expect(Source.opened).toHaveLength(3))
    Source.last.isOpened()
    expect(asked).toEqual(['everything'])
  })

  it('opens none while the session has ended', async () => {
    server.use(http.get('*/api/v1/session', () => HttpResponse.json({ code: 'auth.required' }, { status: 401 })))
    Source.last.breakOff(true)
    await vi.advanceTimersByTimeAsync(120_000)
    expect(Source.opened).toHaveLength(1)
  })

  it('is closed while nobody sees the page, and asks for everything afterwards', () => {
    Source.last.isOpened()
    look('hidden')
    expect(Source.last.readyState).toBe(Source.CLOSED)
    look('visible')
    Source.last.isOpened()
    expect([Source.opened.length, asked]).toEqual([2, ['everything']])
  })

  it('is closed for good by its end', async () => {
    stop()
    look('visible')
    await vi.advanceTimersByTimeAsync(60_000)
    expect([Source.opened.length, Source.last.readyState]).toEqual([1, Source.CLOSED])
  })
})
