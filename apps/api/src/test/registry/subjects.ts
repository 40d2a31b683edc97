/** For any route of the registry: a record to call it about, and a body that it takes. */
import { actions, nouns, specials } from '@rapport/domain/access/permissions.ts'
import { aRole } from '@rapport/prisma/factories/roles.ts'
import { aTeam } from '@rapport/prisma/factories/teams.ts'
import { aUser } from '@rapport/prisma/factories/users.ts'
import { recordSets } from '../../records/all.ts'
import type { Caller, TestApp } from '../app.ts'
import type { Owner } from '../matrix/people.ts'
import { probesOf } from '../matrix/probes.ts'
import { sortRoutes, type Cell } from '../matrix/routes.ts'
import { worlds } from '../matrix/worlds.ts'
import { aCanary } from '../matrix/worlds/world.ts'

export const { cells } = sortRoutes()
const every = <T>(value: T) => Object.fromEntries(Object.keys(nouns).map((noun) => [noun, value]))

/** Every right over every noun, as far as `scope`; the roles of one test file differ in nothing else. */
export const allRights = (scope: string) => ({
  rights: every([...actions]),
  scopes: every(scope),
  fieldRules: {},
  special: Object.keys(specials),
})

export type Subject = { id: string; path: string; body: object | undefined; version: number }

/** A record of somebody in a team of his own. */
export const anOwner = async ({ database }: TestApp): Promise<Owner> => {
  const teamId = (await aTeam(database.prisma)).id
  return { ownerId: (await aUser(database.prisma, { teamId })).id, teamId }
}

/** Made for this one call; `own` makes it the caller's. A record that has to be retired first is. */
export const aSubject = async (test: TestApp, cell: Cell, caller: Caller, own = true): Promise<Subject> => {
  const { prisma } = test.database
  const [world, owner] = [worlds[cell.noun]!, await anOwner(test)]
  const held = own ? { ownerId: caller.userId, teamId: owner.teamId } : owner
  const canary = aCanary()
  const id = await world.make(prisma, { ...held, canary, deletedAt: null, customerOwner: held })
  await world.prepare?.[cell.command ?? '']?.(prisma, id)
  const isRetired = cell.command === 'unarchive'
  if (isRetired) await caller.call('POST', `/${cell.noun}/${id}/archive`, { version: 1 })
  const set = recordSets()[cell.noun]
  const about = { id, canary, visible: true, heirId: owner.ownerId, asker: held, exists: true, world, set, prisma }
  const [probe] = await probesOf(cell, { ...about, command: cell.command })
  const version = isRetired ? 2 : 1
  const body = probe?.body && 'version' in probe.body ? { ...probe.body, version } : probe?.body
  return { id, path: probe?.path ?? '', body, version }
}

/** Somebody whose role may be changed later on. */
export const withRole = async (test: TestApp, rules: object) => {
  const role = await aRole(test.database.prisma, {})
  const caller = await test.as({ rules })
  await test.database.prisma.userRole.deleteMany({ where: { userId: caller.userId } })
  await test.database.prisma.role.update({ where: { id: role.id }, data: rules })
  await test.database.prisma.userRole.create({ data: { userId: caller.userId, roleId: role.id } })
  const setFieldRules = (fieldRules: Record<string, string>) =>
    test.database.prisma.role.update({ where: { id: role.id }, data: { fieldRules } })
  return { caller, setFieldRules }
}
