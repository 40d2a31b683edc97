/** What the API offers on pipelines themselves; their stages are edited and published in the room `publications`. */
import { z } from 'zod'
import { aggregateQuery, aggregateReply, idParams, listQuery, pageOf, versionBody } from '../../contract/page.ts'
import { route } from '../../contract/route.ts'
import { pipeline, pipelineDraft, pipelinePatch } from './pipelines.ts'
import { stage } from './stage-draft.ts'

export const pipelineRoutes = {
  list: route({
    method: 'GET',
    path: '/pipelines',
    access: 'session',
    permission: 'pipelines.read',
    summary: 'List pipelines',
    query: listQuery,
    reply: pageOf(pipeline),
  }),
  aggregate: route({
    method: 'GET',
    path: '/pipelines/aggregate',
    access: 'session',
    permission: 'pipelines.read',
    summary: 'Count pipelines by group',
    query: aggregateQuery,
    reply: aggregateReply,
  }),
  read: route({
    method: 'GET',
    path: '/pipelines/:id',
    access: 'session',
    permission: 'pipelines.read',
    summary: 'Read a pipeline with its published stages; with the draft for who may define stages',
    params: idParams,
    reply: pipeline,
  }),
  stages: route({
    method: 'GET',
    path: '/pipelines/:id/stages',
    access: 'session',
    permission: 'pipelines.read',
    summary: 'The published stages of a pipeline in their order, with criteria',
    params: idParams,
    reply: z.object({ items: z.array(stage) }),
  }),
  create: route({
    method: 'POST',
    path: '/pipelines',
    access: 'session',
    permission: 'pipeline.define',
    summary: 'Create a pipeline; it takes deals once stages are published',
    body: pipelineDraft,
    reply: pipeline,
    status: 201,
    errors: ['reference.invalid', 'stage.phase_missing'],
  }),
  update: route({
    method: 'PATCH',
    path: '/pipelines/:id',
    access: 'session',
    permission: 'pipeline.define',
    summary: 'Change name, currency, teams or rules of a pipeline',
    params: idParams,
    body: pipelinePatch,
    reply: pipeline,
    errors: ['reference.invalid', 'stage.phase_missing', 'record.archived'],
  }),
  archive: route({
    method: 'POST',
    path: '/pipelines/:id/archive',
    access: 'session',
    permission: 'pipeline.define',
    summary: 'Retire a pipeline: its deals stay, new ones cannot be made in it',
    params: idParams,
    body: versionBody,
    reply: pipeline,
  }),
  unarchive: route({
    method: 'POST',
    path: '/pipelines/:id/unarchive',
    access: 'session',
    permission: 'pipeline.define',
    summary: 'Offer a retired pipeline again',
    params: idParams,
    body: versionBody,
    reply: pipeline,
  }),
}
