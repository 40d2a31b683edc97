/** Events from the API: those of one record as its history, and all the reader may see as the audit trail. */
import type { Filter } from '@rapport/domain/filter/filter.ts'
import { listOptions } from '../../lib/list-options.ts'
import type { ListState } from '../../lib/list-state.ts'
import type { ReplyOf } from '../../lib/call.ts'

export type Event = ReplyOf<'GET /events'>['items'][number]

/** Whose history is read. */
export type Subject = { noun: string; id: string }

/** Newest first. */
export const historyOf = ({ noun, id }: Subject, narrow: Filter | undefined) => {
  const own: Filter[] = [
    { field: 'entity', op: 'eq', value: noun },
    { field: 'recordId', op: 'eq', value: id },
  ]
  return listOptions('GET /events', { filter: { and: narrow ? [...own, narrow] : own }, sort: [], search: '' })
}

export const auditTrail = (state: Pick<ListState, 'filter' | 'sort' | 'search'>) => listOptions('GET /events', state)
