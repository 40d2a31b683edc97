/** A running company: the server, who is signed in, and ids to ask for. */
import { createHash, randomBytes } from 'node:crypto'
import type pg from 'pg'
import { asAdmin } from './data/installation.ts'
import { startServer, type BenchServer } from './server.ts'

/** Who asks: `all` sees everything, `below` a quarter of the company through her teams, `own` what is his. */
export type Reader = 'all' | 'below' | 'own'

export type World = {
  size: number
  home: string
  server: BenchServer
  /** Headers of a signed-in request. */
  as: Record<Reader, Record<string, string>>
  pipelineId: string
  stageIds: string[]
  /** Deals all over the company. */
  dealIds: string[]
  customerIds: string[]
}

const people: Record<Reader, string> = {
  all: 'admin@bench.example',
  below: 'leader2@bench.example',
  own: 'rep12@bench.example',
}
const SAMPLE = 5_000

/** Starts the server on the home of a generated company. */
export async function openWorld(size: number, home: string, env: Record<string, string> = {}): Promise<World> {
  const server = await startServer(home, env)
  return asAdmin(home, async (admin) => {
    const ids = async (query: string) => (await admin.query<{ id: string }>(query)).rows.map(({ id }) => id)
    // Drawn alike from every company: the first ones of a scan are old and closed in one, young and open in another.
    const some = (table: string) =>
      ids(`select id from ${table} where "deletedAt" is null order by hashtext(id::text), id limit ${SAMPLE}`)
    const [pipelineId = ''] = await ids(`select id from pipelines where "isDefault" and "archivedAt" is null`)
    return {
      size,
      home,
      server,
      as: { all: await signIn(admin, 'all'), below: await signIn(admin, 'below'), own: await signIn(admin, 'own') },
      pipelineId,
      stageIds: await ids(`select id from stages where "pipelineId" = '${pipelineId}' order by "order"`),
      dealIds: await some('opportunities'),
      customerIds: await some('customers'),
    }
  })
}

/** A session row, as a sign-in makes it. */
async function signIn(admin: pg.Client, reader: Reader): Promise<Record<string, string>> {
  const token = randomBytes(32).toString('base64url')
  const hash = createHash('sha256').update(token).digest('base64url')
  const { rowCount } = await admin.query(
    `insert into sessions ("userId", "tokenHash", "expiresAt") select id, $2, now() + interval '1 day' from users where email = $1`,
    [people[reader], hash],
  )
  if (rowCount !== 1) throw new Error(`nobody is called ${people[reader]}`)
  return { cookie: `rapport=${token}`, accept: 'application/json', 'accept-language': 'zh-CN' }
}
