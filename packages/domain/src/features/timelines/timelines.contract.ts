/** One timeline of a customer, a contact, an opportunity: what was done and what happened, newest first. */
import { z } from 'zod'
import type { Permission } from '../../access/permissions.ts'
import { idParams, pageOf } from '../../contract/page.ts'
import { boolParam, choicesParam, cursorParam, intParam } from '../../contract/query.ts'
import { route } from '../../contract/route.ts'
import { timelineKinds, type TimelineKind } from './timeline-kinds.ts'
import { timelineEntry } from './timelines.ts'

const kinds = timelineKinds.map(({ value }) => value) as [TimelineKind, ...TimelineKind[]]

const timelineQuery = z.strictObject({
  kinds: choicesParam(kinds).optional().meta({
    description: 'Only entries of these kinds, with commas between: kinds of activities, or of what happened.',
  }),
  by: z.uuid().optional().meta({
    description: 'Only what this person did: the owner of an activity, the author of a comment, who changed something.',
  }),
  pinned: boolParam().optional().meta({
    description: 'true: only activities that are pinned; false: everything but these.',
  }),
  limit: intParam(1, 100).optional().meta({ description: 'How many at most, 30 unless given.' }),
  cursor: cursorParam().optional(),
})
export type TimelineQuery = z.output<typeof timelineQuery>

const timeline = <const P extends string>(path: P, permission: Permission, summary: string) =>
  route({
    method: 'GET',
    path,
    access: 'session',
    permission,
    summary,
    params: idParams,
    query: timelineQuery,
    reply: pageOf(timelineEntry),
  })

export const timelineRoutes = {
  ofCustomer: timeline(
    '/customers/:id/timeline',
    'customers.read',
    'What was done for a customer and what happened to it, its contacts and deals, newest first',
  ),
  ofContact: timeline(
    '/contacts/:id/timeline',
    'contacts.read',
    'What was done with a contact and what happened to it, newest first',
  ),
  ofOpportunity: timeline(
    '/opportunities/:id/timeline',
    'opportunities.read',
    'What was done for an opportunity and what happened to it, newest first',
  ),
}
