/** The nine principals, each signed in the way it really is, and the teams they and their colleagues stand in. */
import { randomBytes } from 'node:crypto'
import { readyRoles } from '@rapport/domain/features/roles/ready-roles.ts'
import type { Prisma, PrismaClient } from '@rapport/prisma'
import { anApiKey } from '@rapport/prisma/factories/api-keys.ts'
import { aRole } from '@rapport/prisma/factories/roles.ts'
import { aSession } from '@rapport/prisma/factories/sessions.ts'
import { aTeam } from '@rapport/prisma/factories/teams.ts'
import { aUser } from '@rapport/prisma/factories/users.ts'
import type { Principal, Relation } from './rights.ts'

export type Person = { principal: Principal; userId: string; teamId: string; headers: Record<string, string> }
/** Who owns a record that stands in this relation to a person. */
export type Owner = { ownerId: string; teamId: string }
export type People = {
  everybody: Person[]
  ownerFor: (person: Person, relation: Relation) => Owner
  /** Signs the same person in anew, for a call that ends the session. */
  renew: (person: Person) => Promise<Person>
}

const roleOf: Partial<Record<Principal, string>> = {
  sales: 'rep',
  marketing: 'marketer',
  service: 'serviceStaff',
  manager: 'salesManager',
  administrator: 'administrator',
  integrator: 'integrator',
  former: 'administrator',
}

const rulesOf = (code: string): Partial<Prisma.RoleUncheckedCreateInput> => {
  const found = readyRoles.find((role) => role.code === code)
  if (!found) throw new Error(`no ready role ${code}`)
  const { rights, scopes, fieldRules, special } = found
  return structuredClone({ rights, scopes, fieldRules, special }) as Partial<Prisma.RoleUncheckedCreateInput>
}

const signIn = async (prisma: PrismaClient, principal: Principal, userId: string): Promise<Record<string, string>> => {
  if (principal === 'integrator') return { authorization: `Bearer ${(await anApiKey(prisma, userId)).key}` }
  return { cookie: `rapport=${(await aSession(prisma, userId)).token}` }
}

const stranger = (principal: Principal, teamId: string): Person => {
  const guess = randomBytes(32).toString('base64url')
  const headers = principal === 'link' ? { cookie: `rapport=${guess}`, 'x-link': guess } : {}
  return {
    principal,
    userId: '01900000-0000-7000-8000-0000000000ff',
    teamId,
    headers: headers as Record<string, string>,
  }
}

/** Everybody stands in one team; a colleague beside them, one in the team below, one in another. */
export const makePeople = async (prisma: PrismaClient, principals: readonly Principal[]): Promise<People> => {
  const team = await aTeam(prisma)
  const [lower, other] = [await aTeam(prisma, { parentId: team.id }), await aTeam(prisma)]
  const colleague = async (teamId: string): Promise<Owner> => ({
    ownerId: (await aUser(prisma, { teamId })).id,
    teamId,
  })
  const owners = {
    sameTeam: await colleague(team.id),
    below: await colleague(lower.id),
    otherTeam: await colleague(other.id),
  }
  const make = async (principal: Principal): Promise<Person> => {
    const code = roleOf[principal]
    if (!code) return stranger(principal, team.id)
    const role = await aRole(prisma, rulesOf(code))
    const user = await aUser(prisma, { roleIds: [role.id], teamId: team.id })
    const headers = await signIn(prisma, principal, user.id)
    if (principal === 'former') await prisma.user.update({ where: { id: user.id }, data: { status: 'left' } })
    return { principal, userId: user.id, teamId: team.id, headers }
  }
  const everybody: Person[] = []
  for (const principal of principals) everybody.push(await make(principal))
  const ownerless = { ownerId: owners.sameTeam.ownerId, teamId: team.id }
  return {
    everybody,
    ownerFor: (person, relation) => {
      if (relation === 'viaCustomer') return owners.otherTeam
      if (relation === 'sameTeam' || relation === 'below' || relation === 'otherTeam') return owners[relation]
      return roleOf[person.principal] ? { ownerId: person.userId, teamId: person.teamId } : ownerless
    },
    renew: async (person) =>
      roleOf[person.principal] ? { ...person, headers: await signIn(prisma, person.principal, person.userId) } : person,
  }
}
