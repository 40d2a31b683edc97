/** Deals for tests: in the first stage of a pipeline of their own unless told otherwise, with the move that made them. */
import type { Prisma } from '../generated/client.ts'
import { aPipeline } from './pipelines.ts'
import { searched, unique, type World } from './world.ts'

type Given = Partial<Omit<Prisma.OpportunityUncheckedCreateInput, 'stageEnteredAt'>> & { stageEnteredAt?: Date }

const shares: Record<string, string> = { won: '1', lost: '0' }

export const anOpportunity = async (world: World, given: Given = {}) => {
  const pipelineId = given.pipelineId ?? (await aPipeline(world)).id
  const wanted = given.stageId ? { id: given.stageId } : { pipelineId, archivedAt: null }
  const stage = await world.stage.findFirstOrThrow({ where: wanted, orderBy: { order: 'asc' } })
  const name = given.name ?? unique('Deal ')
  const number = unique('OPP-')
  const at = given.stageEnteredAt ?? new Date()
  const amount = String(given.amount ?? '1000')
  const baseAmount = String(given.baseAmount ?? amount)
  const share = given.probability ?? shares[stage.phase] ?? stage.probability
  const closed = stage.phase === 'won' || stage.phase === 'lost'
  return world.opportunity.create({
    data: {
      number,
      phase: stage.phase,
      stageEnteredAt: at,
      closedAt: closed ? at : null,
      createdAt: at,
      updatedAt: at,
      amount,
      baseAmount,
      probability: share,
      forecastCategory: stage.forecastCategory,
      weightedBase: stage.probability.times(baseAmount).toDecimalPlaces(2),
      searchText: await searched(world, name, number),
      ...given,
      name,
      pipelineId,
      stageId: stage.id,
      moves: {
        create: { toStageId: stage.id, enteredAt: at, amount, baseAmount, direction: 'create', pipelineVersion: 1 },
      },
    },
  })
}
