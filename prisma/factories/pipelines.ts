/** Published pipelines for tests: three open stages, one won, one lost; in order, with the criteria given by stage. */
import type { Prisma } from '../generated/client.ts'
import { unique, type World } from './world.ts'

type Criterion = Omit<Prisma.StageCriterionUncheckedCreateInput, 'stageId' | 'label'> & {
  label?: { zh: string; en: string }
}
type StageGiven = Partial<Omit<Prisma.StageUncheckedCreateInput, 'criteria'>> & { criteria?: Criterion[] }
type Given = Partial<Prisma.PipelineUncheckedCreateInput> & { stages?: StageGiven[] }

const usual: StageGiven[] = [
  { phase: 'open', probability: '0.1' },
  { phase: 'open', probability: '0.5' },
  { phase: 'commit', probability: '0.75', forecastCategory: 'commit' },
  { phase: 'won', probability: '1', forecastCategory: 'commit', color: 'won' },
  { phase: 'lost', probability: '0', forecastCategory: 'omitted', color: 'lost' },
]

/** Wins need no order unless asked for, so that a test may win without one. */
export const aPipeline = async (world: World, { stages = usual, ...given }: Given = {}) => {
  const name = unique('Pipeline ')
  const pipeline = await world.pipeline.create({
    data: { label: { zh: name, en: name }, winNeedsOrder: false, publishedVersion: 1, ...given },
  })
  const made = []
  for (const [order, stage] of stages.entries()) made.push(await aStage(world, pipeline.id, order, stage))
  return { ...pipeline, stages: made }
}

const aStage = (world: World, pipelineId: string, order: number, { criteria = [], ...given }: StageGiven) => {
  const name = unique(`Stage ${order} `)
  return world.stage.create({
    data: {
      pipelineId,
      order,
      label: { zh: name, en: name },
      phase: 'open',
      probability: '0.1',
      ...given,
      criteria: { create: criteria.map((one, at) => ({ label: { zh: '条件', en: 'Criterion' }, order: at, ...one })) },
    },
    include: { criteria: true },
  })
}
