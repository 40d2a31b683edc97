/**
 * Listens to the server's events and asks again for what changed. A break is mended by the browser, which resumes where it
 * was; what cannot be resumed – a refusal, a long absence, a tab out of sight – ends in asking again for everything shown.
 */
import type { QueryClient } from '@tanstack/react-query'
import { call } from './call.ts'

const address = '/api/v1/events/stream'
const GATHER = 200 // ms; events that arrive together are answered with one round of questions
const FIRST_PAUSE = 1_000
const LONGEST_PAUSE = 30_000

/** Query keys begin with the plural noun, `['customers', …]`; an event names the noun it is about. */
const nounOf = (data: string): string => (JSON.parse(data) as { entity: string }).entity

/** Opens the stream while the page is looked at; the returned function closes it for good. */
export function listen(client: QueryClient): () => void {
  const askAgain = gather(client)
  let source: EventSource | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let isFirst = true

  const close = () => {
    clearTimeout(timer)
    source?.close()
    source = undefined
  }
  // A server that refuses is asked later and later; the question before it finds out whether the session has ended.
  const again = () => {
    close()
    const pause = Math.min(FIRST_PAUSE * 2 ** failures++, LONGEST_PAUSE)
    const probe = () => call('GET /session').then(open, again)
    timer = setTimeout(() => void probe(), pause * (0.5 + Math.random() / 2))
  }
  const open = () => {
    close()
    const opened = (source = new EventSource(address))
    let resumes = false
    source.onopen = () => {
      failures = 0
      if (!resumes && !isFirst) askAgain.forEverything()
      resumes = true
      isFirst = false
    }
    source.onmessage = ({ data }: MessageEvent<string>) => askAgain.about(nounOf(data))
    source.addEventListener('missed', askAgain.forEverything)
    source.onerror = () => {
      if (opened === source && opened.readyState === EventSource.CLOSED) again()
    }
  }
  // Browsers allow few connections to one server; a tab that nobody sees leaves its own to the others.
  const follow = () => (document.visibilityState === 'hidden' ? close() : open())
  document.addEventListener('visibilitychange', follow)
  follow()
  return () => {
    document.removeEventListener('visibilitychange', follow)
    close()
    askAgain.stop()
  }
}

const gather = (client: QueryClient) => {
  const waiting = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const ask = () => {
    timer = undefined
    for (const noun of waiting) void client.invalidateQueries({ queryKey: [noun] })
    waiting.clear()
  }
  return {
    about: (noun: string) => {
      waiting.add(noun).add('events')
      timer ??= setTimeout(ask, GATHER)
    },
    forEverything: () => void client.invalidateQueries(),
    stop: () => clearTimeout(timer),
  }
}
