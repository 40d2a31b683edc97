/** One connection that listens to a channel, outside the pool because it never comes back into it; it returns by itself. */
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'

export type Listener = { close(): Promise<void> }
type Heard = {
  onNotice: (payload: string) => void
  /** Each time it listens (again): what was said meanwhile must be looked up. */
  onListening: () => void
}

const AGAIN_AFTER = [250, 500, 1_000, 2_000]
const CONNECTION_WAIT = 5_000
const STEADY = 10_000 // ms of listening after which the next failure is the first again

/** Never throws: while the database is away it tries again, up to every two seconds. */
export function listenTo(url: string, channel: string, heard: Heard): Listener {
  const closing = new AbortController()
  const listenForEver = async (): Promise<void> => {
    for (let failures = 0; !closing.signal.aborted; failures++) {
      const began = performance.now()
      await listen(url, channel, heard, closing.signal).catch(() => undefined)
      if (performance.now() - began > STEADY) failures = 0
      const pause = AGAIN_AFTER[Math.min(failures, AGAIN_AFTER.length - 1)]
      await wait(pause, undefined, { ref: false, signal: closing.signal }).catch(() => undefined)
    }
  }
  const running = listenForEver()
  return {
    close: async () => {
      closing.abort()
      await running
    },
  }
}

/** Listens until the connection ends, by itself or because it is asked to. */
const listen = async (url: string, channel: string, heard: Heard, signal: AbortSignal): Promise<void> => {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'rapport events',
    keepAlive: true,
    connectionTimeoutMillis: CONNECTION_WAIT,
  })
  const over = new Promise<void>((resolve) => {
    client.on('error', () => resolve()).on('end', () => resolve())
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
  client.on('notification', ({ payload }) => heard.onNotice(payload ?? ''))
  try {
    // A client that is ended while it connects settles nothing of what was asked of it.
    await Promise.race([client.connect(), over])
    await Promise.race([client.query(`listen ${pg.escapeIdentifier(channel)}`), over])
    if (!signal.aborted) heard.onListening()
    await over
  } finally {
    await client.end().catch(() => undefined)
  }
}
