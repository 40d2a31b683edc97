/** What the API offers on sample things. */
import { aggregateQuery, aggregateReply, idParams, listQuery, pageOf, versionBody } from '../../contract/page.ts'
import { route } from '../../contract/route.ts'
import { sampleThing, sampleThingDraft, sampleThingPatch } from './sample-things.ts'

export const sampleThingRoutes = {
  list: route({
    method: 'GET',
    path: '/sample-things',
    access: 'session',
    permission: 'sample-things.read',
    summary: 'List sample things',
    query: listQuery,
    reply: pageOf(sampleThing),
  }),
  aggregate: route({
    method: 'GET',
    path: '/sample-things/aggregate',
    access: 'session',
    permission: 'sample-things.read',
    summary: 'Count sample things by group',
    query: aggregateQuery,
    reply: aggregateReply,
  }),
  read: route({
    method: 'GET',
    path: '/sample-things/:id',
    access: 'session',
    permission: 'sample-things.read',
    summary: 'Read a sample thing',
    params: idParams,
    reply: sampleThing,
  }),
  create: route({
    method: 'POST',
    path: '/sample-things',
    access: 'session',
    permission: 'sample-things.create',
    summary: 'Create a sample thing',
    body: sampleThingDraft,
    reply: sampleThing,
    status: 201,
  }),
  update: route({
    method: 'PATCH',
    path: '/sample-things/:id',
    access: 'session',
    permission: 'sample-things.update',
    summary: 'Change a sample thing',
    params: idParams,
    body: sampleThingPatch,
    reply: sampleThing,
  }),
  archive: route({
    method: 'POST',
    path: '/sample-things/:id/archive',
    access: 'session',
    permission: 'sample-things.update',
    summary: 'Retire a sample thing: kept on records, gone from pickers',
    params: idParams,
    body: versionBody,
    reply: sampleThing,
  }),
  unarchive: route({
    method: 'POST',
    path: '/sample-things/:id/unarchive',
    access: 'session',
    permission: 'sample-things.update',
    summary: 'Offer a retired sample thing again',
    params: idParams,
    body: versionBody,
    reply: sampleThing,
  }),
}
