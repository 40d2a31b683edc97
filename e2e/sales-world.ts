/** A rep with customers and deals of his own, so that journeys change nothing that another test looks at. */
import { aCustomer } from '@rapport/prisma/factories/customers.ts'
import { anOpportunity } from '@rapport/prisma/factories/opportunities.ts'
import { aTeam } from '@rapport/prisma/factories/teams.ts'
import { aUser } from '@rapport/prisma/factories/users.ts'
import { unique, type World } from '@rapport/prisma/factories/world.ts'

/** Somebody with a ready role (`rep` unless named) in a team of his own. */
export async function aSeller(world: World, code = 'rep') {
  const role = await world.role.findFirstOrThrow({ where: { code }, select: { id: true } })
  const team = await aTeam(world)
  const user = await aUser(world, { roleIds: [role.id], teamId: team.id, locale: 'zh-CN' })
  return { ownerId: user.id, teamId: team.id }
}

/** A deal of the seller in the first stage of the usual pipeline, with all that the second stage asks for. */
export async function aDeal(world: World, seller: { ownerId: string; teamId: string }, given: { need?: string } = {}) {
  const name = unique('纯水项目')
  const customer = await aCustomer(world, { ...seller, name: unique('启明水务') })
  const pipeline = await world.pipeline.findFirstOrThrow({ where: { isDefault: true }, select: { id: true } })
  const deal = await anOpportunity(world, {
    ...seller,
    name,
    customerId: customer.id,
    pipelineId: pipeline.id,
    amount: '100000',
    need: '每小时 20 吨纯水',
    ...given,
  })
  return { id: deal.id, name, customer: customer.name }
}
