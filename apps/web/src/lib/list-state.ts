/**
 * What a list shows, kept in the address: `?filter={…}&sort=-amount&group=stageId&q=…&columns=name,owner`. Shareable,
 * and Back undoes.
 * Unknown or broken parameters are ignored, never fatal.
 */
import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'react-router'
import type { Fields } from '@rapport/domain/field/kinds.ts'
import type { Filter } from '@rapport/domain/filter/filter.ts'

export type Sort = { field: string; descending: boolean }

export type ListState = {
  filter: Filter | undefined
  sort: Sort[]
  search: string
  /** The field whose equal values stand together; null does not group. */
  group: string | null
  /** The columns in order; null shows the usual ones. */
  columns: string[] | null
}

/** The order of a list that nobody has ordered: by this field, or by what changed last where the reader may not sort by it. */
export const usualSort = (readable: Fields, field: string, descending = true): Sort[] => [
  readable[field]?.sortable ? { field, descending } : { field: 'updatedAt', descending: true },
]

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const looksLikeFilter = (value: unknown): value is Filter => {
  if (!isObject(value)) return false
  if ('field' in value) return typeof value.field === 'string' && typeof value.op === 'string'
  if ('not' in value) return looksLikeFilter(value.not)
  const children = value.and ?? value.or
  return Array.isArray(children) && children.every(looksLikeFilter)
}

function readFilter(text: string | null): Filter | undefined {
  if (!text) return undefined
  try {
    const value: unknown = JSON.parse(text)
    return looksLikeFilter(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** The sort keys of `-amount,name`. */
export const readSort = (text: string | null): Sort[] =>
  (text ?? '')
    .split(',')
    .filter(Boolean)
    .map((part) => ({ field: part.replace(/^-/, ''), descending: part.startsWith('-') }))

/** `-amount,name`, as the address and the API write it. */
export const writeSort = (sort: Sort[]): string =>
  sort.map(({ field, descending }) => (descending ? `-${field}` : field)).join(',')

// An empty text would be no columns but the first; the usual ones have a sign of their own.
const USUAL = '*'
const readColumns = (text: string): string[] | null => (text === USUAL ? null : text.split(',').filter(Boolean))
const writeColumns = (columns: string[] | null | undefined): string => columns?.join(',') ?? USUAL

/** Reads a list's state from an address. */
export const readListState = (params: URLSearchParams, usual: Partial<ListState> = {}): ListState => ({
  filter: params.has('filter') ? readFilter(params.get('filter')) : usual.filter,
  sort: params.has('sort') ? readSort(params.get('sort')) : (usual.sort ?? []),
  search: params.get('q') ?? '',
  group: params.has('group') ? params.get('group') || null : (usual.group ?? null),
  columns: params.has('columns') ? readColumns(params.get('columns') ?? '') : (usual.columns ?? null),
})

const byName = ([a]: [string, unknown], [b]: [string, unknown]) => (a < b ? -1 : 1)

// The database gives the keys of a filter in an order of its own.
const sorted = (filter: Filter | undefined): string =>
  JSON.stringify(filter ?? null, (_, value: unknown) =>
    isObject(value) && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).toSorted(byName)) : value,
  )

/** Writes changes into an address; a value as usual leaves it. */
export function writeListState(
  params: URLSearchParams,
  change: Partial<ListState>,
  usual: Partial<ListState> = {},
): URLSearchParams {
  const next = new URLSearchParams(params)
  const put = (name: string, value: string, plain: string) =>
    value === plain ? next.delete(name) : next.set(name, value)
  if ('filter' in change) {
    if (sorted(change.filter) === sorted(usual.filter)) next.delete('filter')
    else next.set('filter', change.filter ? JSON.stringify(change.filter) : '')
  }
  if (change.sort) put('sort', writeSort(change.sort), writeSort(usual.sort ?? []))
  if (change.search !== undefined) put('q', change.search, '')
  if ('group' in change) put('group', change.group ?? '', usual.group ?? '')
  if ('columns' in change) put('columns', writeColumns(change.columns), writeColumns(usual.columns))
  return next
}

/** The list's state and how to change it. Typing replaces the entry of the history, everything else adds one. */
export function useListState(usual: Partial<ListState> = {}): [ListState, (change: Partial<ListState>) => void] {
  const [params, setParams] = useSearchParams()
  const written = JSON.stringify(usual)
  const settled = useMemo(() => JSON.parse(written) as Partial<ListState>, [written])
  const state = useMemo(() => readListState(params, settled), [params, settled])
  const change = useCallback(
    (next: Partial<ListState>) =>
      setParams((current) => writeListState(current, next, settled), {
        replace: Object.keys(next).join() === 'search',
        preventScrollReset: true,
      }),
    [setParams, settled],
  )
  return [state, change]
}

/** The conditions of a filter that is a plain conjunction; null for any other tree. */
export const flatConditions = (filter: Filter | undefined): Filter[] => {
  if (!filter) return []
  return 'and' in filter ? filter.and : [filter]
}

/** Parts joined again; none is no filter, one stands alone. */
export const joinFilters = (parts: Filter[]): Filter | undefined => (parts.length > 1 ? { and: parts } : parts[0])
