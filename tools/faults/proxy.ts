/** Stands between a client and the API and does what networks and wrong servers do. */
import { createServer, request as send, type IncomingMessage, type ServerResponse } from 'node:http'

export type Mischief = {
  /** Every so manieth answer to a write gets lost on the way, after the server has done what was asked. */
  dropEvery?: number
  /** Takes the idempotency keys out of the requests, as if the server did not honour them. */
  withoutKeys?: boolean
  /** Confirms a PATCH before it is asked for, as a server does that answers before it commits; ms until it asks. */
  hasty?: number
}
export type Proxy = { url: string; close(): Promise<void> }

/** Listens on a free port; `target` is the address of the API. */
export async function startProxy(target: string, mischief: Mischief): Promise<Proxy> {
  let writes = 0
  const server = createServer((incoming, outgoing) => {
    const parts: Buffer[] = []
    incoming.on('data', (part: Buffer) => parts.push(part))
    incoming.on('end', () => {
      const body = Buffer.concat(parts)
      const isWrite = incoming.method !== 'GET'
      const drops = isWrite && mischief.dropEvery !== undefined && ++writes % mischief.dropEvery === 0
      const go = () =>
        forward(target, incoming, body, mischief, (status, headers, text) => {
          if (drops) outgoing.destroy()
          else if (!outgoing.headersSent) outgoing.writeHead(status, headers).end(text)
        })
      if (mischief.hasty !== undefined && incoming.method === 'PATCH')
        confirm(incoming, outgoing, body, go, mischief.hasty)
      else go()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  const close = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections()
      server.close(() => resolve())
    })
  return { url: `http://127.0.0.1:${port}`, close }
}

type Deliver = (status: number, headers: Record<string, string | string[] | undefined>, text: Buffer) => void

function forward(target: string, incoming: IncomingMessage, body: Buffer, mischief: Mischief, deliver: Deliver): void {
  const { 'idempotency-key': key, ...rest } = incoming.headers
  const headers = { ...rest, ...(key !== undefined && !mischief.withoutKeys && { 'idempotency-key': key }) }
  const unanswered = () => deliver(503, {}, Buffer.alloc(0))
  const asked = send(`${target}${incoming.url}`, { method: incoming.method, headers }, (answer) => {
    const parts: Buffer[] = []
    answer
      .on('data', (part: Buffer) => parts.push(part))
      .on('end', () => deliver(answer.statusCode ?? 503, answer.headers, Buffer.concat(parts)))
      .on('error', unanswered)
  })
  asked.on('error', unanswered)
  asked.end(body)
}

function confirm(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  body: Buffer,
  go: () => void,
  after: number,
): void {
  const { version } = JSON.parse(body.toString()) as { version: number }
  const id = incoming.url?.split('/').at(-1)
  outgoing.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ id, version: version + 1 }))
  setTimeout(go, after)
}
