/** Board or table, and the pipeline of the board: part of the address; what it leaves out, the view says. */
import { boardFields } from '@rapport/domain/features/opportunities/place-fields.ts'
import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { useClear } from '../../app/session.ts'
import type { SavedView } from '../saved-views/saved-views.queries.ts'
import { pipelinesQuery } from './opportunities.queries.ts'

export type DealLayout = 'board' | 'table'

const usualLayout = (view?: SavedView): DealLayout => (view && view.layout !== 'board' ? 'table' : 'board')

export const layoutIn = (params: URLSearchParams, view?: SavedView): DealLayout => {
  const named = params.get('layout')
  return named === 'table' || named === 'board' ? named : usualLayout(view)
}

/** The default pipeline is shown unless another was chosen. */
export function useDealPlace(view?: SavedView) {
  const [params, setParams] = useSearchParams()
  const query = useQuery(pipelinesQuery)
  const isHidden = !boardFields.every(useClear('opportunities'))
  const pipelines = query.data?.items ?? []
  const own = pipelines.find(({ id }) => id === view?.group) ?? pipelines.find((one) => one.isDefault) ?? pipelines[0]
  const pipeline = pipelines.find(({ id }) => id === params.get('pipeline')) ?? own
  const set = (name: string, value: string, plain: string | undefined) =>
    setParams((current) => {
      const next = new URLSearchParams(current)
      if (value === plain) next.delete(name)
      else next.set(name, value)
      return next
    })
  return {
    layout: layoutIn(params, view),
    pipelines,
    /** No pipeline is chosen where the reader's role hides what a board rests on. */
    pipeline: isHidden ? undefined : pipeline,
    isHidden,
    query,
    setLayout: (value: DealLayout) => set('layout', value, usualLayout(view)),
    setPipeline: (id: string) => set('pipeline', id, own?.id),
  }
}
