/** Load: ten connections, each asking again as soon as it is answered. */
import autocannon from 'autocannon'

export type Shot = {
  method?: 'GET' | 'POST'
  path: string
  body?: unknown
  headers?: Record<string, string>
  /** Hears the answer. */
  done?: (status: number, body: string) => void
}

export type Sample = { perSecond: number; p50: number; p95: number }

export const CONNECTIONS = 10

/** Fires for some seconds; `next` is asked for each request. Throws when any is not answered with success. */
export async function fire(
  url: string,
  headers: Record<string, string>,
  seconds: number,
  next: () => Shot,
): Promise<Sample> {
  const times: number[] = []
  const refused: string[] = []
  const running = autocannon({
    url,
    connections: CONNECTIONS,
    duration: seconds,
    timeout: 30,
    requests: [
      {
        setupRequest(request, context) {
          const shot = next()
          context.shot = shot
          const body = shot.body === undefined ? undefined : JSON.stringify(shot.body)
          const type: Record<string, string> = body ? { 'content-type': 'application/json' } : {}
          const all = { ...headers, ...type, ...shot.headers }
          return {
            ...request,
            method: shot.method ?? 'GET',
            path: shot.path,
            headers: all,
            ...(body && { body }),
          }
        },
        onResponse(status, body, context) {
          const { done } = context.shot as Shot
          done?.(status, body)
          if (status >= 300) refused.push(`${status} ${body.slice(0, 300)}`)
        },
      },
    ],
  })
  running.on('response', (_client, _status, _bytes, time: number) => times.push(time))
  const { duration, errors } = await running
  if (refused.length > 0)
    throw new Error(`${refused.length} of ${times.length} were refused, the first with ${refused[0]}`)
  if (errors > 0 || times.length === 0) throw new Error(`${errors} requests failed, ${times.length} were answered`)
  return { perSecond: times.length / duration, p50: quantile(times, 0.5), p95: quantile(times, 0.95) }
}

/** The value below which this share of all lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export const median = (values: readonly number[]): number => quantile(values, 0.5)
