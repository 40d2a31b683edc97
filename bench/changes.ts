/** Ten thousand records changed by a file, and put back: rows a second, with their events and what each row was. */
import { clientOf, type Client } from '../tools/verify-data/client.ts'
import { importFile, type Brought, type Import } from '../tools/verify-data/import-file.ts'
import { until } from '../tools/verify-data/until.ts'
import { asAdmin } from './data/installation.ts'
import { median } from './fire.ts'
import type { World } from './world.ts'

const ROWS = 10_000

/** What each row says beside the number of its customer; `at` is another in each run. */
const values = {
  city: () => 'Lyon',
  employees: (at: number) => 1_000 + (at % 100_000),
  website: (at: number) => `https://www.firm${at}.example`,
}
const columns = ['number', ...Object.keys(values)]

/** Customers a second by the run of a file and by its undo, from the request to its end. */
export type Changed = { changed: number; undone: number }

/** In a company of this size, as often as said; the speeds are those of the middle ones. */
export async function measureChanges(world: World, rounds: number): Promise<Changed> {
  const all: Changed[] = []
  for (let round = 0; round < rounds; round += 1) all.push(await changeOnce(world))
  const told = all.map(({ changed, undone }) => `${Math.round(changed)} and ${Math.round(undone)}`)
  console.log(`customers a second, there and back: ${told.join(', ')}`)
  return { changed: median(all.map((one) => one.changed)), undone: median(all.map((one) => one.undone)) }
}

const changeOnce = async (world: World): Promise<Changed> => {
  const api = clientOf(world.server.url, world.as.all)
  const done = await importFile(api, 'customers', 'customers.csv', await makeFile(world), {
    mapping: columns.map((column) => ({ column, target: column })),
    mode: 'update',
    fill: 'all',
    matchKeys: ['number'],
  })
  if (done.updated !== ROWS) throw new Error(`${done.updated} of ${ROWS} customers were changed`)
  return { changed: (ROWS / done.ms.run) * 1000, undone: await undo(api, done) }
}

const undo = async (api: Client, { id, version }: Brought): Promise<number> => {
  const turned = performance.now()
  await api.send('POST', `/imports/${id}/undo`, { version })
  const look = () => api.get<Import & { undone: number }>(`/imports/${id}`)
  const ended = await until(look, ({ status }) => status !== 'undoing')
  if (ended.undone !== ROWS) throw new Error(`${ended.undone} of ${ROWS} customers were put back`)
  return (ROWS / (performance.now() - turned)) * 1000
}

const makeFile = (world: World): Promise<string> =>
  asAdmin(world.home, async (admin) => {
    const { rows } = await admin.query<{ number: string }>(
      `select number from customers where "deletedAt" is null order by hashtext(id::text), id limit ${ROWS}`,
    )
    const run = Date.now() % 1e9
    const lines = rows.map(({ number }, at) => [number, ...Object.values(values).map((of) => of(run + at))].join(','))
    return [columns.join(','), ...lines].join('\n')
  })
