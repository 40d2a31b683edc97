/** A reply that stays open and is written to as server-sent events: opened, kept alive, ended. Knows nothing of what it sends. */
import type { FastifyReply } from 'fastify'

export type Stream = {
  /** One message; `id` is where a reader resumes. */
  send: (message: { event?: string; id: string | null; data: unknown }) => void
  /** Moves the reader's position without a message. */
  mark: (id: string | null) => void
  /** Ends the reply; the reader comes back after `retry` ms, or at once finds that it may not. */
  end: (retry?: number) => void
  onClose: (listener: () => void) => void
}

const BEAT_EVERY = 15_000
const RETRY = 2_000
const MOST_UNSENT = 1 << 20 // bytes a slow reader may leave lying before it is let go; it resumes where it was

/** Takes the reply over from Fastify, with the headers it has so far. */
export const openStream = (reply: FastifyReply, position: () => string | null): Stream => {
  const { raw } = reply.hijack()
  const headers = { 'content-type': 'text/event-stream; charset=utf-8', 'x-accel-buffering': 'no' }
  raw.writeHead(200, { ...(reply.getHeaders() as Record<string, string>), ...headers })
  const write = (text: string) => {
    if (raw.writableEnded || raw.destroyed) return
    if (raw.writableLength > MOST_UNSENT) raw.destroy()
    else raw.write(text)
  }
  const mark = (id: string | null) => write(`${lineOf('id', id)}: beat\n\n`)
  write(`retry: ${RETRY}\n`)
  mark(position())
  const beat = setInterval(() => mark(position()), BEAT_EVERY).unref()
  raw.once('close', () => clearInterval(beat))
  return {
    send: ({ event, id, data }) =>
      write(`${event ? `event: ${event}\n` : ''}${lineOf('id', id)}data: ${JSON.stringify(data)}\n\n`),
    mark,
    end: (retry) => {
      if (retry !== undefined) write(`retry: ${retry}\n\n`)
      raw.end()
    },
    onClose: (listener) => void raw.once('close', listener),
  }
}

const lineOf = (name: string, value: string | null) => (value === null ? '' : `${name}: ${value}\n`)
