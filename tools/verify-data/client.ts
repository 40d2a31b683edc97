/** The API as an integrator calls it: fetch and a key. */
import { setTimeout as wait } from 'node:timers/promises'

export type Json = Record<string, unknown>
export type Client = {
  get: <T = Json>(path: string, query?: Record<string, unknown>) => Promise<T>
  send: <T = Json>(method: 'POST' | 'PATCH', path: string, body: object) => Promise<T>
  /** The answer whatever its status. */
  ask: (method: string, path: string, body?: object) => Promise<Response>
}

const answerOf = async <T>(reply: Response, what: string): Promise<T> => {
  const text = await reply.text()
  if (!reply.ok) throw new Error(`${what} answers ${reply.status}: ${text.slice(0, 2000)}`)
  return (text ? JSON.parse(text) : null) as T
}

const TRIES = 5

/** Bodies are JSON, or a form with a file. A server that asks to wait is waited for. */
export const clientOf = (url: string, headers: Record<string, string>): Client => {
  const ask = async (method: string, path: string, body?: object): Promise<Response> => {
    const isForm = body instanceof FormData
    const type: Record<string, string> = body && !isForm ? { 'content-type': 'application/json' } : {}
    for (let attempt = 1; ; attempt++) {
      const reply = await fetch(`${url}/api/v1${path}`, {
        method,
        headers: { 'accept-language': 'en', ...type, ...headers },
        ...(body && { body: isForm ? body : JSON.stringify(body) }),
      })
      if ((reply.status !== 429 && reply.status !== 503) || attempt === TRIES) return reply
      await wait(Number(reply.headers.get('retry-after') ?? 1) * 1000)
    }
  }
  const call = async <T>(method: string, path: string, body?: object): Promise<T> =>
    answerOf<T>(await ask(method, path, body), `${method} ${path}`)
  return {
    ask,
    get: (path, query = {}) => call('GET', `${path}${queryText(query)}`),
    send: (method, path, body) => call(method, path, body),
  }
}

const queryText = (query: Record<string, unknown>): string => {
  const given = Object.entries(query).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, typeof value === 'string' ? value : JSON.stringify(value)]],
  )
  return given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`
}

/** Signs in and makes a key, as an administrator does for whoever integrates. */
export const keyFor = async (url: string, email: string, password: string): Promise<Client> => {
  const reply = await fetch(`${url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  })
  const cookie = reply.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  await answerOf(reply, 'POST /session')
  const { key } = await clientOf(url, { cookie }).send<{ key: string }>('POST', '/api-keys', {
    label: 'verify:data',
    fullAccess: true,
  })
  return clientOf(url, { authorization: `Bearer ${key}` })
}
