// The package brings no types; these are the parts the harness uses.
declare module 'autocannon' {
  import type { EventEmitter } from 'node:events'

  export type Request = { method?: string; path?: string; body?: string; headers?: Record<string, string> }
  type Context = Record<string, unknown>
  type Options = {
    url: string
    connections: number
    duration: number
    timeout?: number
    requests: {
      setupRequest(request: Request, context: Context): Request
      onResponse(status: number, body: string, context: Context): void
    }[]
  }
  type Result = { duration: number; errors: number; timeouts: number; non2xx: number }
  type Instance = EventEmitter & PromiseLike<Result>
  export default function autocannon(options: Options): Instance
}
