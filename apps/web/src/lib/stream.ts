/**
 * Listens to the server's events and asks again for what changed. The browser resumes by itself at `Last-Event-ID`;
 * after a longer break everything on screen is asked for again, because events may have been missed.
 */
import type { QueryClient } from '@tanstack/react-query'

export type StreamEvent = { id: string; type: string; subjectType?: string; subjectId?: string | null }

const address = '/api/v1/events/stream'

/** Query keys begin with the plural noun, `['customers', …]`; an event names the noun it is about. */
export const nounsOf = (event: StreamEvent): string[] => {
  const noun = event.type.split('.')[0] ?? ''
  return [...new Set([event.subjectType, pluralOf(noun)].filter((name): name is string => Boolean(name)))]
}

const kebab = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

function pluralOf(singular: string): string {
  const word = kebab(singular)
  if (word.endsWith('y') && !/[aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`
  return word.endsWith('s') ? `${word}es` : `${word}s`
}

/** Opens the stream; the returned function closes it. Events that arrive together are answered with one round of questions. */
export function listen(client: QueryClient): () => void {
  const source = new EventSource(address)
  const waiting = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let broken = false

  const ask = () => {
    timer = undefined
    for (const noun of waiting) void client.invalidateQueries({ queryKey: [noun] })
    waiting.clear()
  }
  source.onmessage = (message: MessageEvent<string>) => {
    for (const noun of nounsOf(JSON.parse(message.data) as StreamEvent)) waiting.add(noun)
    timer ??= setTimeout(ask, 200)
  }
  source.onerror = () => {
    broken = true
  }
  source.onopen = () => {
    if (broken) void client.invalidateQueries()
    broken = false
  }
  return () => {
    clearTimeout(timer)
    source.close()
  }
}
