/** Every route of the registry about one record: what is out of reach answers as what does not exist. */
import { beforeAll, expect, it } from 'vitest'
import type { Caller } from '../app.ts'
import { useImports } from '../imports.ts'
import { worlds } from '../matrix/worlds.ts'
import { queryOf } from '../matrix/probes.ts'
import { allRights, aSubject, cells } from './subjects.ts'

const test = useImports()
const about = cells.filter(({ noun, route }) => route.path.includes(':id') && !worlds[noun]?.open)
let stranger: Caller

beforeAll(async () => void (stranger = await test.as({ rules: allRights('self') })))

it('there are routes to walk', () => expect(about.length).toBeGreaterThan(30))

it.each(about.map((cell) => [cell.name, cell] as const))(
  '404 %s says the same of a foreign record and of none [B5]',
  async (_, cell) => {
    const { id, path, body } = await aSubject(test, cell, stranger, false)
    const absent = crypto.randomUUID()
    const query = cell.route.method === 'GET' ? queryOf(cell.route) : ''
    const told = await test.database.prisma.event.count()
    const answers = await Promise.all(
      [id, absent].map((one) => stranger.call(cell.route.method, path.replace(id, one) + query, body)),
    )
    const [foreign, none] = answers.map(({ status, body: { requestId, ...said }, headers }) => {
      expect(requestId).toEqual(expect.any(String))
      return { status, said, headers: Object.keys(headers).toSorted(), length: headers['content-length'] }
    })
    expect(foreign).toEqual(none)
    expect(foreign?.status).toBe(404)
    expect(await test.database.prisma.event.count()).toBe(told)
  },
)
