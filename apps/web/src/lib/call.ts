/**
 * The only fetch of the application. `call('PATCH /leads/:id', { params, body, version })` is checked against the
 * contract by type alone: neither contracts nor zod enter the bundle.
 */
import type { Api } from '@rapport/domain/api.ts'
import type { Reply, Sent } from '@rapport/domain/contract/route.ts'
import { noticeBuild, noticeSignedOut } from './connection.ts'
import { currentLanguage } from './i18n.ts'
import { offlineProblem, problemOf } from './problem.ts'

export type Key = keyof Api
export type ReplyOf<K extends Key> = Reply<Api[K]>

export type BodyOf<K extends Key> = Sent<Api[K]>['body']

type Part<Name extends string, T> = [T] extends [undefined]
  ? unknown
  : undefined extends T
    ? { [N in Name]?: T }
    : { [N in Name]: T }
type Extra = {
  /** Sent as If-Match; a PATCH or command without it is refused. */
  version?: number
  signal?: AbortSignal
  /** Repeats of one intent share a key, so that the server does it once. Made up when absent. */
  idempotencyKey?: string
}
type SentTo<K extends Key> = Sent<Api[K]>
type Loose<Q> = Q extends object ? Partial<Q> | undefined : undefined
export type ArgsOf<K extends Key> = Part<'params', SentTo<K>['params']> &
  Part<'query', Loose<SentTo<K>['query']>> &
  Part<'body', SentTo<K>['body']> &
  Extra

type Loosely = Extra & { params?: Record<string, string>; query?: Record<string, string | undefined>; body?: unknown }

export const base = '/api/v1'

/** The address of a route with its parameters filled in. */
export function addressOf(
  path: string,
  params: Record<string, string> = {},
  query: Record<string, string | undefined> = {},
): string {
  const filled = path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined)
  const search = new URLSearchParams(given).toString()
  return `${base}${filled}${search && `?${search}`}`
}

function headersFor(method: string, args: Loosely): Headers {
  const headers = new Headers({
    accept: 'application/json',
    'accept-language': currentLanguage() === 'zh' ? 'zh-CN' : 'en',
  })
  if (args.body !== undefined && !(args.body instanceof FormData)) headers.set('content-type', 'application/json')
  if (method === 'POST') headers.set('idempotency-key', args.idempotencyKey ?? crypto.randomUUID())
  if (args.version !== undefined) headers.set('if-match', `"${args.version}"`)
  return headers
}

const bodyOf = (body: unknown): BodyInit | null => {
  if (body === undefined) return null
  return body instanceof FormData ? body : JSON.stringify(body)
}

/** Sends a request; answers the reply, or throws a `Problem`. */
export async function call<K extends Key>(
  key: K,
  ...[args]: Record<string, never> extends ArgsOf<K> ? [ArgsOf<K>?] : [ArgsOf<K>]
): Promise<ReplyOf<K>> {
  const response = await send(key, (args ?? {}) as Loosely)
  if (response.status === 204) return undefined as ReplyOf<K>
  return (await response.json()) as ReplyOf<K>
}

async function send(key: string, args: Loosely): Promise<Response> {
  const [method = 'GET', path = ''] = key.split(' ')
  const request: RequestInit = {
    method,
    headers: headersFor(method, args),
    body: bodyOf(args.body),
    credentials: 'same-origin',
  }
  if (args.signal) request.signal = args.signal
  const response = await fetch(addressOf(path, args.params, args.query), request).catch((error: unknown) => {
    if (args.signal?.aborted) throw error
    throw offlineProblem(error)
  })
  noticeBuild(response.headers.get('rapport-build'))
  if (response.ok) return response
  const problem = await problemOf(response)
  // A wrong password is a 401 as well, but nobody has been signed out by it.
  if (problem.status === 401 && problem.code !== 'auth.failed') noticeSignedOut()
  throw problem
}
