/** Activities from the API: what is open and what was done for a record, and what changes them. */
import type { Filter } from '@rapport/domain/filter/filter.ts'
import { openStatuses } from '@rapport/domain/next-action.ts'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call, type ArgsOf, type BodyOf, type ReplyOf } from '../../lib/call.ts'
import { listQueryOf } from '../../lib/list-options.ts'

export type Activity = ReplyOf<'GET /activities/:id'>

/** The record an activity is about, as the activity names it. */
export type About = { customerId?: string; opportunityId?: string; contactId?: string }

const isAbout = (about: About): Filter => {
  const parts = Object.entries(about).map(([field, value]): Filter => ({ field, op: 'eq', value }))
  return { and: parts }
}

const OPEN = 20

/** What is to be done, the earliest first; what has no time comes last. */
export const openFor = (about: About) => {
  const filter: Filter = { and: [isAbout(about), { field: 'status', op: 'in', value: [...openStatuses] }] }
  const query = {
    ...listQueryOf({ filter, sort: [{ field: 'plannedStart', descending: false }], search: '' }),
    limit: `${OPEN}`,
  }
  return queryOptions({
    queryKey: ['activities', 'open', about],
    queryFn: ({ signal }) => call('GET /activities', { query, signal } as ArgsOf<'GET /activities'>),
  })
}

/** How an activity can end, as the organisation words it. */
export const outcomesQuery = queryOptions({
  queryKey: ['dictionary-items', 'outcome'],
  queryFn: ({ signal }) => {
    const filter: Filter = {
      and: [
        { field: 'dictionaryCode', op: 'eq', value: 'outcome' },
        { field: 'archivedAt', op: 'empty' },
      ],
    }
    const query = { filter: JSON.stringify(filter), sort: 'order', limit: '50', total: 'none' }
    return call('GET /dictionary-items', { query, signal } as ArgsOf<'GET /dictionary-items'>)
  },
  staleTime: 5 * 60_000,
})

/** Times of customers, deals and people follow from their activities. */
const touched = ['activities', 'customers', 'contacts', 'opportunities', 'events']

export const activityQuery = (id: string) =>
  queryOptions({
    queryKey: ['activities', 'one', id],
    queryFn: ({ signal }) => call('GET /activities/:id', { params: { id }, signal }),
  })

function useChange<V, R>(change: (input: V) => Promise<R>, mutationKey: string[] = []) {
  const client = useQueryClient()
  return useMutation({
    mutationKey,
    mutationFn: change,
    onSuccess: () => Promise.all(touched.map((noun) => client.invalidateQueries({ queryKey: [noun] }))),
  })
}

export type Draft = BodyOf<'POST /activities'>

type Ref = Pick<Activity, 'id' | 'version'>
type Name = { label: Activity['subject'] } | null
/** `shown` is what names its parts until the server does. */
export type Sent = {
  draft: Draft
  shown: { owner: Name; contact: Name; outcome: Name }
  /** Filled in with the answer: what stands in for these gives way as soon as they are there. */
  answered?: { id: string; next: string | undefined }
}
export const logKey = ['activities', 'log']

/** Answers once everything that follows from it has been asked for again, so that what stood in for it can go. */
export const useLogActivity = () =>
  useChange(async (sent: Sent) => {
    const entered = await call('POST /activities', { body: sent.draft })
    sent.answered = { id: entered.id, next: entered.next?.id }
    return entered
  }, logKey)

/** Takes back what was just entered, with the step planned along with it; both go to the trash. */
export const useTakeBack = () =>
  useChange(async (entered: Ref & { next?: Ref | null | undefined }) => {
    if (entered.next) await call('DELETE /activities/:id', at(entered.next))
    await call('DELETE /activities/:id', at(entered))
  })

const at = ({ id, version }: Ref) => ({ params: { id }, version })

type Change = { activity: Ref; body: BodyOf<'PATCH /activities/:id'> }
export const useUpdateActivity = () =>
  useChange(({ activity, body }: Change) => call('PATCH /activities/:id', { ...at(activity), body }))

export type Completion = BodyOf<'POST /activities/:id/complete'>
export const useCompleteActivity = () =>
  useChange(({ activity, body }: { activity: Ref; body: Completion }) =>
    call('POST /activities/:id/complete', { ...at(activity), body }),
  )

export const useDeferActivity = () =>
  useChange(({ activity, plannedStart }: { activity: Ref; plannedStart: string | null }) =>
    call('POST /activities/:id/defer', { ...at(activity), body: { plannedStart } }),
  )

export const useCancelActivity = () =>
  useChange(({ activity, reason }: { activity: Ref; reason: string }) =>
    call('POST /activities/:id/cancel', { ...at(activity), body: reason ? { reason } : {} }),
  )

export const useDeleteActivity = () => useChange((activity: Ref) => call('DELETE /activities/:id', at(activity)))
