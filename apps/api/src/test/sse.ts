/** A reader of the event stream, over a real connection. */
import type { Event } from '@rapport/domain/features/events/events.ts'
import { vi } from 'vitest'

export type Message = { id: string; event: string; data: Event | null }
export type Reading = {
  status: number
  headers: Headers
  messages: Message[]
  /** Everything received, as it came. */
  text: () => string
  /** Ids of the records told of so far. */
  told: () => string[]
  isClosed: () => boolean
  closed: (withinMs: number) => Promise<void>
  hasTold: (recordId: string, withinMs?: number) => Promise<void>
  stop: () => void
}

const parse = (block: string): Message | null => {
  const lines = new Map(
    block.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
  )
  const data = lines.get('data')
  return lines.has('id') || data
    ? { id: lines.get('id') ?? '', event: lines.get('event') ?? 'message', data: data ? JSON.parse(data) : null }
    : null
}

/** Opens `/api/v1/events/stream` at this address. */
export const read = async (origin: string, headers: Record<string, string>): Promise<Reading> => {
  const abort = new AbortController()
  const reply = await fetch(`${origin}/api/v1/events/stream`, { headers, signal: abort.signal })
  const messages: Message[] = []
  let text = ''
  let closed = false
  const receive = async () => {
    const decoder = new TextDecoder()
    for await (const chunk of reply.body ?? []) {
      text += decoder.decode(chunk as Uint8Array, { stream: true })
      messages.splice(
        0,
        Infinity,
        ...text
          .split('\n\n')
          .slice(0, -1)
          .flatMap((block) => parse(block) ?? []),
      )
    }
  }
  void receive()
    .catch(() => undefined)
    .finally(() => (closed = true))
  const told = () => messages.flatMap(({ data }) => data?.recordId ?? [])
  const eventually = (test: () => boolean, timeout: number) =>
    vi.waitFor(
      () => {
        if (!test()) throw new Error(`not yet: ${text.slice(-500)}`)
      },
      { timeout, interval: 20 },
    )
  return {
    status: reply.status,
    headers: reply.headers,
    messages,
    text: () => text,
    told,
    isClosed: () => closed,
    closed: (withinMs) => eventually(() => closed, withinMs),
    hasTold: (recordId, withinMs = 15_000) => eventually(() => told().includes(recordId), withinMs),
    stop: () => abort.abort(),
  }
}
