/** Every write of every noun, from the route registry: one event for one change, none for a refusal. */
import { aTeam } from '@rapport/prisma/factories/teams.ts'
import { aUser } from '@rapport/prisma/factories/users.ts'
import { beforeAll, expect, it } from 'vitest'
import { recordSets } from '../records/all.ts'
import { useApp } from '../test/app.ts'
import type { Owner } from '../test/matrix/people.ts'
import { probesOf } from '../test/matrix/probes.ts'
import { stateful } from '../test/matrix/rights.ts'
import { sortRoutes, type Cell } from '../test/matrix/routes.ts'
import { worlds } from '../test/matrix/worlds.ts'
import { aCanary } from '../test/matrix/worlds/world.ts'

const test = useApp()
// A draft of stages is nobody's history; what its publication tells is asked in publications.test.ts.
const drafts = ['save-draft', 'discard-draft', 'preview', 'publish'].map((verb) => `POST /pipelines/:id/${verb}`)
// That somebody has read what he was told is nobody's history either.
const notes = ['read', 'unread'].map((verb) => `POST /notifications/:id/${verb}`)
// The caller was lent nothing that he could give back; what it tells of one who was, is asked in collaborators.test.ts.
const leaving = ['customers', 'opportunities'].map((noun) => `POST /${noun}/:id/leave`)
const silent = [...drafts, ...notes, ...leaving]
const writes = sortRoutes().cells.filter(
  ({ channel, name }) => ['create', 'update', 'delete', 'command'].includes(channel) && !silent.includes(name),
)
let owner: Owner

beforeAll(async () => {
  const teamId = (await aTeam(test.database.prisma)).id
  owner = { ownerId: (await aUser(test.database.prisma, { teamId })).id, teamId }
})

// Keys, imports, views and comments are changed by nobody but their owner.
const ownAlone = ['api-keys', 'comments', 'imports', 'jobs', 'saved-views']

const makesAnother = ({ channel, command }: Cell) => channel === 'create' || command === 'rotate'

/** Does it as an administrator, to a record made for it; what was answered, and what was told of whom. */
const perform = async (cell: Cell) => {
  const { prisma } = test.database
  const world = worlds[cell.noun]!
  const admin = await test.as({ teamId: owner.teamId })
  const held = ownAlone.includes(cell.noun) ? { ...owner, ownerId: admin.userId } : owner
  const canary = aCanary()
  const id = await world.make(prisma, { ...held, canary, deletedAt: null, customerOwner: owner })
  await world.prepare?.[cell.command ?? '']?.(prisma, id)
  const archived = cell.command === 'unarchive'
  if (archived) await admin.call('POST', `/${cell.noun}/${id}/archive`, { version: 1 })
  const heirId = (await aUser(prisma, { teamId: owner.teamId })).id
  const subject = {
    id,
    canary,
    visible: true,
    heirId,
    asker: held,
    exists: true,
    world,
    set: recordSets()[cell.noun],
    prisma,
  }
  const [probe] = await probesOf(cell, { ...subject, command: cell.command })
  const before = await prisma.event.count()
  const sent = archived ? { ...probe!.body, version: 2 } : probe!.body
  const { status, body } = await admin.call(cell.route.method as 'POST', probe!.path, sent)
  const told = await prisma.event.findMany({ orderBy: { id: 'asc' }, skip: before })
  return { status, body, told, id: makesAnother(cell) ? String(body.id) : id }
}

it.each(writes.map((cell) => [cell.name, cell] as const))(
  '%s tells of itself once, with the version it made [P3]',
  async (_name, cell) => {
    const { status, body, told, id } = await perform(cell)
    if (status >= 400) {
      expect(stateful).toContain(cell.name)
      return expect(told).toEqual([])
    }
    const own = told.filter(({ recordId }) => recordId === id)
    expect(own).toHaveLength(1)
    expect(own[0]).toMatchObject({ entity: cell.noun, actorType: 'user' })
    if (typeof body?.version === 'number' && body.id === id) expect(own[0]?.recordVersion).toBe(body.version)
  },
)

it('there are writes to walk', () => expect(writes.length).toBeGreaterThan(40))
