/*
 * A client of the API that keeps asking until it is told: an answer that got lost is asked for again with the same key, or
 * settled by looking at the record. What it was told is a promise, which the judge holds against the database.
 */
import { setTimeout as wait } from 'node:timers/promises'

export type Answer = { status: number; body: Body; replayed: boolean }
export type Body = Record<string, unknown> & { id?: string; version?: number }
export type Tally = {
  /** Requests that were answered by nothing or by 503, so that nobody knows whether they were done. */
  unknown: number
  /** Answers given again word for word, after the first one was lost. */
  replayed: number
  /** Statuses of the 5xx family other than 503. */
  broken: number
}

export type Client = {
  /** Asks until there is an answer other than 503. `key` makes a POST repeatable. */
  insist(method: string, path: string, body?: object, key?: string): Promise<Answer & { doubtful: boolean }>
  /** Lets whoever still insists fail, so that a scenario that broke off ends. */
  close(): void
  tally: Tally
}

const PATIENCE = 12_000
const BUSY = 409

/** `who` is what identifies the caller: a cookie or a bearer key. */
export function makeClient(url: string, who: Record<string, string>): Client {
  const tally: Tally = { unknown: 0, replayed: 0, broken: 0 }
  let open = true
  const insist: Client['insist'] = async (method, path, body, key) => {
    for (let doubtful = false; open; doubtful = true) {
      const answer = await ask(`${url}/api/v1${path}`, method, body, { ...who, ...(key && { 'idempotency-key': key }) })
      const running = answer?.status === BUSY && answer.body.code === 'idempotency.running'
      if (answer && answer.status !== 503 && !running) {
        tally.replayed += answer.replayed ? 1 : 0
        tally.broken += answer.status >= 500 ? 1 : 0
        return { ...answer, doubtful }
      }
      tally.unknown += 1
      await wait(80 + Math.random() * 120)
    }
    throw new Error(`Nobody answers ${method} ${path} any more`)
  }
  return { insist, tally, close: () => void (open = false) }
}

/** Undefined when no whole answer came. */
async function ask(
  url: string,
  method: string,
  body: object | undefined,
  headers: Record<string, string>,
): Promise<Answer | undefined> {
  const isForm = body instanceof FormData
  const type: Record<string, string> = body && !isForm ? { 'content-type': 'application/json' } : {}
  const payload = isForm ? body : body && JSON.stringify(body)
  try {
    const signal = AbortSignal.timeout(PATIENCE)
    const reply = await fetch(url, {
      method,
      headers: { ...headers, ...type },
      signal,
      ...(payload && { body: payload }),
    })
    const text = await reply.text()
    const replayed = reply.headers.get('idempotency-replayed') === 'true'
    return { status: reply.status, body: (text ? JSON.parse(text) : {}) as Body, replayed }
  } catch {
    return undefined
  }
}
