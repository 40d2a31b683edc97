/**
 * The only fetch of the application. `call('PATCH /leads/:id', { params, body, version })` is checked against the
 * contract by type alone: neither contracts nor zod enter the bundle.
 */
import type { Api } from '@rapport/domain/api.ts'
import type { Reply, Sent } from '@rapport/domain/contract/route.ts'
import { noticeBuild, whenSignedOut } from './connection.ts'
import { currentLanguage } from './i18n.ts'
import { freshIntent, intentOf, leavesOpen, type Intent } from './intents.ts'
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
  /** Names the intent of what is not answered before the next of its kind is sent; all else goes by what it says. */
  idempotencyKey?: string
}
/** A password leaves no trace in the tab, not even the fingerprint of what it was sent with; the compiler asks for the word. */
type Secret<B> = string extends keyof B
  ? unknown
  : ('password' | 'current') & keyof B extends never
    ? unknown
    : { secret: true }
type SentTo<K extends Key> = Sent<Api[K]>
type Loose<Q> = Q extends object ? Partial<Q> | undefined : undefined
export type ArgsOf<K extends Key> = Part<'params', SentTo<K>['params']> &
  Part<'query', Loose<SentTo<K>['query']>> &
  Part<'body', SentTo<K>['body']> &
  Secret<SentTo<K>['body']> &
  Extra

type Loosely = Extra & {
  params?: Record<string, string>
  query?: Record<string, string | undefined>
  body?: unknown
  secret?: true
}

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

// A file goes by what the reader would know it by.
const partOf = ([name, value]: [string, FormDataEntryValue]) =>
  value instanceof File ? [name, value.name, value.size, value.lastModified] : [name, value]

/** Two requests that say the same are one intent until it is answered; only what changes something by POST needs to know. */
function intentFor(key: string, args: Loosely): Intent | null {
  if (!key.startsWith('POST ')) return null
  if (args.secret || args.idempotencyKey) return freshIntent(args.idempotencyKey)
  const body = args.body instanceof FormData ? [...args.body].map(partOf) : args.body
  return intentOf(JSON.stringify([key, args.params, args.query, args.version, body]))
}

function headersFor(args: Loosely, intent: Intent | null): Headers {
  const headers = new Headers({
    accept: 'application/json',
    'accept-language': currentLanguage() === 'zh' ? 'zh-CN' : 'en',
  })
  if (args.body !== undefined && !(args.body instanceof FormData)) headers.set('content-type', 'application/json')
  if (intent) headers.set('idempotency-key', intent.key)
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
  const intent = intentFor(key, args)
  const request: RequestInit = {
    method,
    headers: headersFor(args, intent),
    body: bodyOf(args.body),
    credentials: 'same-origin',
  }
  if (args.signal) request.signal = args.signal
  const signedOut = whenSignedOut()
  const response = await fetch(addressOf(path, args.params, args.query), request).catch((error: unknown) => {
    if (args.signal?.aborted) {
      intent?.done() // nobody waits for it any more, so nobody sends it again
      throw error
    }
    throw offlineProblem(error)
  })
  noticeBuild(response.headers.get('rapport-build'))
  const problem = response.ok ? null : await problemOf(response)
  if (!problem || !leavesOpen(problem)) intent?.done()
  if (!problem) return response
  // A wrong password is a 401 as well, but nobody has been signed out by it.
  if (problem.status === 401 && problem.code !== 'auth.failed') signedOut()
  throw problem
}
