/** What the API offers on jobs: they need no right of a role, everybody has his own. */
import { z } from 'zod'
import {
  aggregateQuery,
  aggregateReply,
  idParams,
  limitParam,
  listQuery,
  pageOf,
  versionBody,
} from '../../contract/page.ts'
import { intParam } from '../../contract/query.ts'
import { route } from '../../contract/route.ts'
import { job, jobFault } from './jobs.ts'

const faultsQuery = z.strictObject({
  from: intParam(1, 100_000_000).optional().meta({ description: 'The first row number to show.' }),
  limit: limitParam(),
})
export type FaultsQuery = z.output<typeof faultsQuery>

const command = { method: 'POST', access: 'session', params: idParams, body: versionBody, reply: job } as const

export const jobRoutes = {
  list: route({
    method: 'GET',
    path: '/jobs',
    access: 'session',
    summary: 'List one’s own jobs',
    query: listQuery,
    reply: pageOf(job),
  }),
  aggregate: route({
    method: 'GET',
    path: '/jobs/aggregate',
    access: 'session',
    summary: 'Count one’s own jobs by group',
    query: aggregateQuery,
    reply: aggregateReply,
  }),
  read: route({
    method: 'GET',
    path: '/jobs/:id',
    access: 'session',
    summary: 'Read a job: its state, how far it has come, and what it left out',
    params: idParams,
    reply: job,
  }),
  errors: route({
    method: 'GET',
    path: '/jobs/:id/errors',
    access: 'session',
    summary: 'List the records a job or its undo left as they were, each with the reason',
    params: idParams,
    query: faultsQuery,
    reply: z.object({ items: z.array(jobFault).meta({ maxItems: 200 }), next: z.int().nullable() }),
  }),
  cancel: route({
    ...command,
    path: '/jobs/:id/cancel',
    summary: 'Stop a job; what it has done stays, and can be undone',
    errors: ['job.state'],
  }),
  undo: route({
    ...command,
    path: '/jobs/:id/undo',
    summary: 'Take all of it back, except for what was changed since',
    status: 202,
    errors: ['job.state'],
  }),
}
