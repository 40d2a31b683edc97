/** The people of the company for the palette, found by name or by what it sounds like. */
import type { Filter } from '@rapport/domain/filter/filter.ts'
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { call, type ReplyOf } from '../../lib/call.ts'
import { paths } from '../paths.ts'
import { useClear, useMay } from '../session.ts'

const SHOWN = '8'
const here: Filter = { field: 'status', op: 'eq', value: 'active' }

export type Colleague = ReplyOf<'GET /users'>['items'][number]

const peopleQuery = (text: string) =>
  queryOptions({
    queryKey: ['users', 'palette', text],
    queryFn: ({ signal }) => {
      const query = {
        filter: JSON.stringify(here),
        fields: 'id,name,title',
        sort: 'name',
        limit: SHOWN,
        total: 'none' as const,
      }
      return call('GET /users', { query: { ...query, ...(text && { search: text }) }, signal })
    },
    placeholderData: keepPreviousData,
  })

/** Nobody while they are not asked for; without a word the first of them. */
export function usePeople(
  text: string,
  isAsked: boolean,
): { people: Colleague[]; isSearching: boolean; error: unknown } {
  const enabled = useMay()('users.read') && isAsked
  const { data, isFetching, error } = useQuery({ ...peopleQuery(text), enabled })
  return { people: enabled ? (data?.items ?? []) : [], isSearching: isFetching, error }
}

const listOf = (list: string, id: string) => {
  const filter: Filter = { field: 'ownerId', op: 'in', value: [id] }
  return `${list}?filter=${encodeURIComponent(JSON.stringify(filter))}`
}

type Places = { panel: string | null; lists: { noun: 'customers' | 'opportunities'; to: string }[] }

/** Where a colleague leads: an administrator to his account, everybody to what he looks after. */
export function usePlacesOf(): (id: string) => Places {
  const may = useMay()
  const clear = { customers: useClear('customers'), opportunities: useClear('opportunities') }
  return (id) => ({
    panel: may('users.update') ? `${paths.users}?edit=${id}` : null,
    lists: (['customers', 'opportunities'] as const)
      .filter((noun) => may(`${noun}.read`) && clear[noun]('ownerId'))
      .map((noun) => ({ noun, to: listOf(paths[noun], id) })),
  })
}
