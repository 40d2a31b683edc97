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
type Told = { entity: string; type: string }
/** What else an event of this type changes, beside the noun it is about. */
type Also = (type: string) => readonly string[]

type AskAgain = ReturnType<typeof gather>

/** Opens the stream while the page is looked at; the returned function closes it for good. */
export function listen(client: QueryClient, also: Also = () => []): () => void {
  const askAgain = gather(client)
  const line = makeLine(askAgain, also)
  // Browsers allow few connections to one server; a tab that nobody sees leaves its own to the others.
  const follow = () => (document.visibilityState === 'hidden' ? line.close() : line.open())
  document.addEventListener('visibilitychange', follow)
  follow()
  return () => {
    document.removeEventListener('visibilitychange', follow)
    line.close()
    askAgain.stop()
  }
}

const makeLine = (askAgain: AskAgain, also: Also) => {
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
  const opened = () => {
    failures = 0
    if (!isFirst) askAgain.forEverything()
    isFirst = false
  }
  const open = () => {
    close()
    const current = (source = new EventSource(address))
    current.addEventListener('open', opened, { once: true }) // later ones are breaks that the browser has mended
    current.addEventListener('message', ({ data }: MessageEvent<string>) => {
      const { entity, type } = JSON.parse(data) as Told
      for (const noun of [entity, ...also(type)]) askAgain.about(noun)
    })
    // Said to this person alone, who asks what it is.
    current.addEventListener('told', ({ data }: MessageEvent<string>) =>
      askAgain.alone((JSON.parse(data) as Told).entity),
    )
    current.addEventListener('missed', askAgain.forEverything)
    current.addEventListener('error', () => {
      if (current === source && current.readyState === EventSource.CLOSED) again()
    })
  }
  return { open, close }
}

const gather = (client: QueryClient) => {
  const waiting = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const ask = () => {
    timer = undefined
    for (const noun of waiting) void client.invalidateQueries({ queryKey: [noun] })
    waiting.clear()
  }
  const alone = (noun: string) => {
    waiting.add(noun)
    timer ??= setTimeout(ask, GATHER)
  }
  return {
    alone,
    about: (noun: string) => {
      alone(noun)
      waiting.add('events')
    },
    forEverything: () => void client.invalidateQueries(),
    stop: () => clearTimeout(timer),
  }
}
