/** Past deals brought in by a file: rows a second of the run, with their stays, lines and events. */
import { clientOf } from '../tools/verify-data/client.ts'
import { importFile } from '../tools/verify-data/import-file.ts'
import { asAdmin } from './data/installation.ts'
import { median } from './fire.ts'
import { inTurn } from './queries.ts'
import { watchApart, watchMemory } from './memory.ts'
import type { World } from './world.ts'

const ROWS = 50_000 // some ten seconds; the process that does it begins with the file

const mapping = {
  reference: 'externalId',
  name: 'name',
  owner: 'ownerId',
  product: 'product',
  customer: 'customerId',
  stage: 'stageId',
  begun: 'startedAt',
  closed: 'closedAt',
  amount: 'amount',
}

/** Deals a second, and the most memory of the server and of the process beside it, in MB. */
export type Imported = { perSecond: number; server: number; apart: number }

/** Into a company of this size, as often as said; the speed is that of the middle one. */
export async function measureImport(world: World, rounds: number): Promise<Imported> {
  const all: Imported[] = []
  for (let round = 0; round < rounds; round += 1) all.push(await importOnce(world))
  console.log(`deals a second: ${all.map(({ perSecond }) => Math.round(perSecond)).join(', ')}`)
  const most = (name: 'server' | 'apart') => Math.max(...all.map((one) => one[name]))
  const perSecond = median(all.map((one) => one.perSecond))
  return { perSecond, server: most('server'), apart: most('apart') }
}

const importOnce = async (world: World): Promise<Imported> => {
  const watches = [watchMemory(world.server.pid), watchApart(world.server.pid)]
  const api = clientOf(world.server.url, world.as.all)
  const done = await importFile(api, 'opportunities', 'deals.csv', await makeFile(world), {
    mapping: Object.entries(mapping).map(([column, target]) => ({ column, target })),
    defaults: [{ target: 'pipelineId', value: world.pipelineId }],
    matchKeys: ['externalId'],
    externalSource: 'bench',
    history: true,
  })
  if (done.created !== ROWS) throw new Error(`${done.created} of ${ROWS} deals were created`)
  const [server = 0, apart = 0] = watches.map((watch) => watch.stop())
  return { perSecond: (done.rowCount / done.ms.run) * 1000, server, apart }
}

/** Names are taken from the company; those that two bear would have to be decided by a person. */
const makeFile = (world: World): Promise<string> =>
  asAdmin(world.home, async (admin) => {
    const texts = async (query: string) =>
      inTurn((await admin.query<{ text: string }>(query)).rows.map(({ text }) => text))
    const customer = await texts(
      `select name as text from customers where "deletedAt" is null group by name having count(*) = 1 limit 400`,
    )
    const owner = await texts(`select email as text from users where email like 'rep%'`)
    const product = await texts(`select code as text from products`)
    const stage = await texts(
      `select label->>'en' as text from stages where "pipelineId" = '${world.pipelineId}' and phase in ('won', 'lost')`,
    )
    const run = Date.now().toString(36)
    const rows = Array.from({ length: ROWS }, (_, at) =>
      [
        `${run}-${at}`,
        `Deal ${at}`,
        owner(),
        product(),
        customer(),
        stage(),
        '2026-03-02',
        '2026-05-04',
        1_000 + at,
      ].join(','),
    )
    return [Object.keys(mapping).join(','), ...rows].join('\n')
  })
