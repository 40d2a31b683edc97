/** What the API offers on saved views: they need no right of a role, what one sees of them follows from whose they are. */
import { z } from 'zod'
import { idParams, listQuery, pageOf, versionBody } from '../../contract/page.ts'
import { route } from '../../contract/route.ts'
import { viewEntities } from './saved-views.fields.ts'
import { savedView, savedViewDraft, savedViewPatch, viewCounts } from './saved-views.ts'

const countsQuery = z.strictObject({
  entity: z.enum(viewEntities.map(({ value }) => value)).meta({ description: 'The noun whose views are counted.' }),
})

export const savedViewRoutes = {
  list: route({
    method: 'GET',
    path: '/saved-views',
    access: 'session',
    summary: 'List one’s own saved views and those shared with one',
    query: listQuery,
    reply: pageOf(savedView),
  }),
  counts: route({
    method: 'GET',
    path: '/saved-views/counts',
    access: 'session',
    summary:
      'How many records the first twenty views of a noun hold for one, and the noun altogether; each up to 10,000',
    query: countsQuery,
    reply: viewCounts,
  }),
  read: route({
    method: 'GET',
    path: '/saved-views/:id',
    access: 'session',
    summary: 'Read a saved view',
    params: idParams,
    reply: savedView,
  }),
  create: route({
    method: 'POST',
    path: '/saved-views',
    access: 'session',
    summary: 'Keep a list under a name',
    body: savedViewDraft,
    reply: savedView,
    status: 201,
    errors: ['filter.field', 'filter.operator', 'filter.value', 'sort.field', 'group.field', 'savedView.noTeam'],
  }),
  update: route({
    method: 'PATCH',
    path: '/saved-views/:id',
    access: 'session',
    summary: 'Change a saved view: its name, what it shows, who sees it',
    params: idParams,
    body: savedViewPatch,
    reply: savedView,
    errors: ['filter.field', 'filter.operator', 'filter.value', 'sort.field', 'group.field', 'savedView.noTeam'],
  }),
  archive: route({
    method: 'POST',
    path: '/saved-views/:id/archive',
    access: 'session',
    summary: 'Take a saved view away; it can be brought back',
    params: idParams,
    body: versionBody,
    reply: savedView,
  }),
  unarchive: route({
    method: 'POST',
    path: '/saved-views/:id/unarchive',
    access: 'session',
    summary: 'Bring a saved view back',
    params: idParams,
    body: versionBody,
    reply: savedView,
  }),
}
