/** A pipeline as it comes in and as it is sent. */
import { z } from 'zod'
import { draftSchema, patchSchema, recordSchema, refSchema } from '../../field/schemas.ts'
import { pipelineFields } from './pipelines.fields.ts'
import { draftState, stage } from './stage-draft.ts'

export const pipelineVerbs = ['edit', 'archive', 'publish', 'delete'] as const

export const pipelineDraft = draftSchema(pipelineFields)
export const pipelinePatch = patchSchema(pipelineFields)
/** Read alone, a pipeline brings its published stages in order, and the draft for those who may publish it. */
export const pipeline = recordSchema('Pipeline', pipelineFields, pipelineVerbs, {
  stages: z.array(stage).optional(),
  draft: draftState.nullable().optional(),
  draftBy: refSchema().nullable().optional(),
})

export type NewPipeline = z.output<typeof pipelineDraft>
export type PipelinePatch = z.output<typeof pipelinePatch>
export type Pipeline = z.output<typeof pipeline>
