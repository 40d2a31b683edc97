/** The pipeline a new installation starts with, published as its first version. */
import { opportunityFields } from '@rapport/domain/features/opportunities/opportunities.fields.ts'
import { completeDraft, idsNeeded } from '@rapport/domain/features/pipelines/complete-draft.ts'
import { defaultPipelineLabel, defaultStages } from '@rapport/domain/features/pipelines/default-pipeline.ts'
import type { StageState } from '@rapport/domain/features/pipelines/stage-draft.ts'
import type { Field } from '@rapport/domain/field/kinds.ts'
import type { Prisma } from '@rapport/prisma'
import type { Tx } from '../../ctx.ts'
import { loadOrganisation } from '../settings/settings.queries.ts'

type Json = Prisma.InputJsonValue
const fields: Record<string, Field> = opportunityFields

/** Nothing where there is a pipeline already. Winning needs no order yet: quotes and orders are not part of the product so far. */
export const installPipeline = async (tx: Tx): Promise<void> => {
  if (await tx.db.pipeline.findFirst({ select: { id: true } })) return
  const { baseCurrency: currency } = await loadOrganisation(tx)
  const draft = { stages: [...defaultStages] }
  const ids = await tx.db.$queryRaw<
    { id: string }[]
  >`select uuidv7()::text as id from generate_series(1, ${idsNeeded(draft)}::int)`
  const { stages } = completeDraft(
    draft,
    ids.map(({ id }) => id),
    (path) => fields[path],
  )
  const pipeline = await tx.db.pipeline.create({
    data: { label: defaultPipelineLabel, currency, isDefault: true, winNeedsOrder: false, publishedVersion: 1 },
    select: { id: true },
  })
  for (const [order, stage] of stages.entries()) await tx.db.stage.create({ data: stageRow(pipeline.id, order, stage) })
  const published = { pipelineId: pipeline.id, pipelineVersion: 1, byId: tx.actor.userId, at: tx.now }
  await tx.db.pipelineVersion.create({ data: { ...published, stages: stages as unknown as Json } })
}

const stageRow = (
  pipelineId: string,
  order: number,
  { criteria, checklist, ...stage }: StageState,
): Prisma.StageUncheckedCreateInput => ({
  ...stage,
  pipelineId,
  order,
  checklist: checklist as unknown as Json,
  criteria: {
    create: criteria.map(({ id, side, kind, params, label, blocking }, at) => ({
      id,
      side,
      kind,
      label,
      blocking,
      order: at,
      params: params as Json,
    })),
  },
})
