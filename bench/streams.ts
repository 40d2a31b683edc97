/** How soon 200 people who look at it see what one of them changed. */
import { createHash, randomBytes } from 'node:crypto'
import { asAdmin } from './data/installation.ts'
import { quantile } from './fire.ts'
import type { World } from './world.ts'

const STREAMS = 200
const CHANGES = 20
const PATIENCE = 30_000

export type Streamed = { streams: number; p50: number; p95: number }

/** From the answer to a change until the last open stream has told of it, in ms. */
export async function measureStreams(world: World): Promise<Streamed> {
  const stop = new AbortController()
  const heard = new Map<string, () => void>()
  try {
    const cookies = await signInMany(world)
    await Promise.all(cookies.map((cookie) => listen(world, cookie, stop.signal, (id) => heard.get(id)?.())))
    const times: number[] = []
    const product = await makeProduct(world)
    for (let change = 0; change <= CHANGES; change += 1) times.push(await timeOf(world, product, cookies.length, heard))
    const later = times.slice(1) // the first makes plans
    return { streams: cookies.length, p50: quantile(later, 0.5), p95: quantile(later, 0.95) }
  } finally {
    stop.abort()
  }
}

type Product = { id: string; version: number }

/** A product is everybody's to see. */
const makeProduct = (world: World): Promise<Product> =>
  send(world, 'POST', '/products', {
    code: `B-${Date.now().toString(36)}`.toUpperCase(),
    label: { zh: '测', en: 'Bench' },
  })

const timeOf = async (world: World, product: Product, streams: number, heard: Map<string, () => void>) => {
  let left = streams
  const all = new Promise<void>((resolve) => heard.set(product.id, () => (left -= 1) === 0 && resolve()))
  const { version } = await send<Product>(world, 'PATCH', `/products/${product.id}`, {
    version: product.version,
    label: { zh: '测', en: `Bench ${product.version}` },
  })
  product.version = version
  const begin = performance.now()
  await Promise.race([all, tooLong(() => left)])
  return performance.now() - begin
}

const tooLong = (left: () => number): Promise<never> =>
  new Promise((_, reject) =>
    setTimeout(() => reject(new Error(`${left()} streams did not hear of a change`)), PATIENCE).unref(),
  )

const send = async <T>({ server, as }: World, method: string, path: string, body: object): Promise<T> => {
  const headers = { ...as.all, 'content-type': 'application/json' }
  const reply = await fetch(`${server.url}/api/v1${path}`, { method, headers, body: JSON.stringify(body) })
  if (!reply.ok) throw new Error(`${path}: ${reply.status} ${await reply.text()}`)
  return (await reply.json()) as T
}

/** Sessions of all people in turn, as one may not have two hundred open at once. */
const signInMany = ({ home }: World): Promise<string[]> =>
  asAdmin(home, async (admin) => {
    const tokens = Array.from({ length: STREAMS }, () => randomBytes(32).toString('base64url'))
    const hashes = tokens.map((token) => createHash('sha256').update(token).digest('base64url'))
    await admin.query(
      `with people as (select id, row_number() over (order by email) - 1 as place, count(*) over () as people from users where email like 'rep%')
      insert into sessions ("userId", "tokenHash", "expiresAt") select p.id, h.hash, now() + interval '1 day'
      from unnest($1::text[]) with ordinality h(hash, at) join people p on p.place = (h.at - 1) % p.people`,
      [hashes],
    )
    return tokens.map((token) => `rapport=${token}`)
  })

/** Resolves once the stream is open; calls back with the record of each event it tells. */
const listen = async ({ server }: World, cookie: string, signal: AbortSignal, tell: (id: string) => void) => {
  const reply = await fetch(`${server.url}/api/v1/events/stream`, { headers: { cookie }, signal })
  if (!reply.body || reply.status !== 200) throw new Error(`the stream answered ${reply.status}`)
  const reader = reply.body.pipeThrough(new TextDecoderStream()).getReader()
  await reader.read()
  const follow = async () => {
    for (let read = await reader.read(); !read.done; read = await reader.read())
      for (const [, id] of read.value.matchAll(/"recordId":"([0-9a-f-]{36})"/g)) tell(id ?? '')
  }
  follow().catch(() => undefined) // ended by us
}
