/** The feed of what happened, and the same as the timeline of one record. */
import { z } from 'zod'
import { idParams, listQuery, pageOf } from '../../contract/page.ts'
import { route } from '../../contract/route.ts'
import { event } from './events.ts'

/**
 * `since` turns the list into a feed, oldest first: an instant to begin at, afterwards the `nextCursor` of the page before,
 * which is never null then. The feed stays behind the oldest transaction still running, so nothing is skipped.
 */
export const eventQuery = listQuery.extend({
  since: z.string().min(1).max(2000).optional().meta({
    pattern: '^[\\w.:+-]+$',
    description: 'An instant to begin the feed at; from then on the `nextCursor` of the page before.',
  }),
})

const timeline = <const P extends string>(path: P, summary: string) =>
  route({ method: 'GET', path, access: 'session', summary, params: idParams, query: listQuery, reply: pageOf(event) })

export const eventRoutes = {
  list: route({
    method: 'GET',
    path: '/events',
    access: 'session',
    summary: 'List what happened to records the caller may see, newest first; with since, page the feed',
    query: eventQuery,
    reply: pageOf(event),
  }),
  stream: route({
    method: 'GET',
    path: '/events/stream',
    access: 'session',
    summary: 'Follow what happens to records the caller may see, as server-sent events; resumes at Last-Event-ID',
    reply: null,
    sends: 'text/event-stream',
  }),
  ofCustomer: timeline('/customers/:id/events', 'List what happened to a customer and what hangs on it'),
  ofContact: timeline('/contacts/:id/events', 'List what happened to a contact and in the activities with him'),
  ofOpportunity: timeline('/opportunities/:id/events', 'List what happened to an opportunity and in its activities'),
}
export type EventQuery = z.output<typeof eventQuery>
