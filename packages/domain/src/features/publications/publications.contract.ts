/** Editing the stages of a pipeline: draft, preview, publish; and what was published when and by whom. */
import { z } from 'zod'
import { idParams, versionBody } from '../../contract/page.ts'
import { route } from '../../contract/route.ts'
import { pipeline } from '../pipelines/pipelines.ts'
import { preview, previewBody, publication, publishBody, saveDraftBody } from './publications.ts'

export const publicationRoutes = {
  saveDraft: route({
    method: 'POST',
    path: '/pipelines/:id/save-draft',
    access: 'session',
    permission: 'pipeline.define',
    summary: 'Save the stages being edited; nothing changes for deals until they are published',
    params: idParams,
    body: saveDraftBody,
    reply: pipeline,
    errors: ['stage.criterion_invalid', 'reference.invalid', 'record.archived'],
  }),
  preview: route({
    method: 'POST',
    path: '/pipelines/:id/preview',
    access: 'session',
    permission: 'pipeline.define',
    summary: 'What publishing would do: deals that move, sums per stage, how many deals meet each criterion',
    params: idParams,
    body: previewBody,
    reply: preview,
    errors: ['pipeline.no_draft'],
    unversioned: true,
  }),
  publish: route({
    method: 'POST',
    path: '/pipelines/:id/publish',
    access: 'session',
    permission: 'pipeline.define',
    summary: 'Make the draft the version in force, moving the deals of vanished stages',
    params: idParams,
    body: publishBody,
    reply: pipeline,
    errors: [
      'pipeline.no_draft',
      'stage.mapping_required',
      'stage.phase_missing',
      'stage.criterion_invalid',
      'reference.invalid',
      'record.archived',
    ],
  }),
  discardDraft: route({
    method: 'POST',
    path: '/pipelines/:id/discard-draft',
    access: 'session',
    permission: 'pipeline.define',
    summary: 'Throw the draft away',
    params: idParams,
    body: versionBody,
    reply: pipeline,
    errors: ['pipeline.no_draft'],
  }),
  versions: route({
    method: 'GET',
    path: '/pipelines/:id/versions',
    access: 'session',
    permission: 'pipelines.read',
    summary: 'The published versions, newest first, with who and when',
    params: idParams,
    reply: z.object({ items: z.array(publication) }),
  }),
}
