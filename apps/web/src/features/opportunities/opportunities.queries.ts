/** Opportunities from the API: list, board, record, and what changes them. */
import type { Filter } from '@rapport/domain/filter/filter.ts'
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call, type ArgsOf, type BodyOf, type ReplyOf } from '../../lib/call.ts'
import { listQueryOf } from '../../lib/list-options.ts'
import type { ListState } from '../../lib/list-state.ts'
import { isProblem } from '../../lib/problem.ts'

export type Opportunity = ReplyOf<'GET /opportunities/:id'>
export type Board = ReplyOf<'GET /opportunities/board'>
export type Column = Board['columns'][number]
export type StageMove = ReplyOf<'GET /opportunities/:id/stage-moves'>['items'][number]
export type Pipeline = ReplyOf<'GET /pipelines/:id'>

type BoardState = Pick<ListState, 'filter' | 'sort' | 'search'>

export const boardQuery = (pipelineId: string, state: BoardState) =>
  queryOptions({
    queryKey: ['opportunities', 'board', pipelineId, listQueryOf(state)],
    queryFn: ({ signal }) =>
      call('GET /opportunities/board', {
        query: { pipelineId, ...listQueryOf(state) },
        signal,
      } as ArgsOf<'GET /opportunities/board'>),
    placeholderData: keepPreviousData,
  })

/** The cards after the ones the board brought. */
export const moreCards = (column: Column, state: BoardState, cursor: string) =>
  call('GET /opportunities', {
    query: { ...listQueryOf({ ...state, filter: column.filter }), cursor, limit: '50', total: 'none' },
  } as ArgsOf<'GET /opportunities'>)

export const opportunityQuery = (id: string) =>
  queryOptions({
    queryKey: ['opportunities', 'one', id],
    queryFn: ({ signal }) => call('GET /opportunities/:id', { params: { id }, signal }),
  })

/** The deals of one customer, those still open first. */
export const dealsOf = (customerId: string, clear: (name: string) => boolean) => {
  const filter: Filter = { field: 'customerId', op: 'eq', value: customerId }
  const sort = [
    { field: 'closedAt', descending: true },
    { field: 'expectedCloseAt', descending: false },
  ].filter(({ field }) => clear(field))
  return queryOptions({
    queryKey: ['opportunities', 'of', customerId],
    queryFn: ({ signal }) =>
      call('GET /opportunities', {
        query: { ...listQueryOf({ filter, sort, search: '' }), limit: '50' },
        signal,
      } as ArgsOf<'GET /opportunities'>),
  })
}

export const stageMovesQuery = (id: string) =>
  queryOptions({
    queryKey: ['opportunities', 'moves', id],
    queryFn: ({ signal }) =>
      call('GET /opportunities/:id/stage-moves', {
        params: { id },
        signal,
      } as ArgsOf<'GET /opportunities/:id/stage-moves'>),
  })

export const pipelinesQuery = queryOptions({
  queryKey: ['pipelines', 'all'],
  queryFn: ({ signal }) => {
    const filter = JSON.stringify({ field: 'archivedAt', op: 'empty' })
    return call('GET /pipelines', { query: { filter, limit: '200' }, signal } as ArgsOf<'GET /pipelines'>)
  },
})

/** Of a deal whose pipeline its reader may not see there is none to ask for. */
export const pipelineQuery = (id: string | undefined) =>
  queryOptions({
    queryKey: ['pipelines', 'one', id],
    queryFn: ({ signal }) => call('GET /pipelines/:id', { params: { id: id ?? '' }, signal }),
    enabled: Boolean(id),
  })

function useChange<V, R>(change: (input: V) => Promise<R>) {
  const client = useQueryClient()
  const refresh = () => client.invalidateQueries({ queryKey: ['opportunities'] })
  return useMutation({
    mutationFn: change,
    onSuccess: refresh,
    // Somebody was faster: what stands there now is shown beside what one wanted.
    onError: (error) => isProblem(error, 'version.stale') && refresh(),
  })
}

export const useCreateOpportunity = () =>
  useChange((body: BodyOf<'POST /opportunities'>) => call('POST /opportunities', { body }))

/** What one piece of a product costs by its own list. */
export const productPriceQuery = (id: string) =>
  queryOptions({
    queryKey: ['products', 'one', id],
    queryFn: ({ signal }) => call('GET /products/:id', { params: { id }, signal }),
  })

/** Somebody one has met in a deal and who is not on the list yet. */
export const createCompetitor = (name: string) => call('POST /competitors', { body: { name } })

type Change = { deal: Pick<Opportunity, 'id' | 'version'>; body: BodyOf<'PATCH /opportunities/:id'> }
export const useUpdateOpportunity = () =>
  useChange(({ deal, body }: Change) =>
    call('PATCH /opportunities/:id', { params: { id: deal.id }, body, version: deal.version }),
  )

type Ref = Pick<Opportunity, 'id' | 'version'>
const at = ({ id, version }: Ref) => ({ params: { id }, version })

export const moveDeal = (deal: Ref, body: BodyOf<'POST /opportunities/:id/move'>) =>
  call('POST /opportunities/:id/move', { ...at(deal), body })
export const changePipeline = (deal: Ref, body: BodyOf<'POST /opportunities/:id/change-pipeline'>) =>
  call('POST /opportunities/:id/change-pipeline', { ...at(deal), body })
export const winDeal = (deal: Ref, body: BodyOf<'POST /opportunities/:id/win'>) =>
  call('POST /opportunities/:id/win', { ...at(deal), body })
export const loseDeal = (deal: Ref, body: BodyOf<'POST /opportunities/:id/lose'>) =>
  call('POST /opportunities/:id/lose', { ...at(deal), body })
export const reopenDeal = (deal: Ref, body: BodyOf<'POST /opportunities/:id/reopen'>) =>
  call('POST /opportunities/:id/reopen', { ...at(deal), body })
/** Takes back the deal's last move; only who made it may, for ten minutes. */
export const undoMove = async (deal: Ref) => {
  const { items } = await call('GET /opportunities/:id/stage-moves', { params: { id: deal.id } })
  return call('POST /opportunities/:id/undo-move', { ...at(deal), body: { moveId: items.at(-1)?.id ?? '' } })
}
export const deleteDeal = (deal: Ref) => call('DELETE /opportunities/:id', at(deal))

/** Why deals are lost, as the organisation words it. */
export const loseReasonsQuery = queryOptions({
  queryKey: ['dictionary-items', 'loseReason'],
  queryFn: ({ signal }) => {
    const filter = {
      and: [
        { field: 'dictionaryCode', op: 'eq', value: 'loseReason' },
        { field: 'archivedAt', op: 'empty' },
      ],
    }
    const query = { filter: JSON.stringify(filter), sort: 'order', limit: '200', total: 'none' }
    return call('GET /dictionary-items', { query, signal } as ArgsOf<'GET /dictionary-items'>)
  },
})
