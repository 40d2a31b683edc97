/** Where references are looked up. The application says how for each noun; fields and filters know only its name. */
import type { Filter } from '@rapport/domain/filter/filter.ts'
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'
import { useDebouncedValue } from '@mantine/hooks'
import { createContext, use } from 'react'

export type RefOption = { value: string; label: string; note?: string }

export type RefSource = {
  /** The best matches for what was typed; the first ones for nothing typed. */
  search: (to: string, text: string, signal: AbortSignal, narrow?: Filter) => Promise<RefOption[]>
  /** The records with these ids, as far as they may be seen. */
  named: (to: string, ids: string[], signal: AbortSignal) => Promise<RefOption[]>
}

export const RefSourceContext = createContext<RefSource | null>(null)

function useRefSource(): RefSource {
  const source = use(RefSourceContext)
  if (!source) throw new Error('no source of references around this field')
  return source
}

/** Options for a text, asked for once typing rests; `narrow` keeps to some records, such as one dictionary's items. */
export function useRefSearch(to: string, typed: string, narrow?: Filter) {
  const source = useRefSource()
  const [text] = useDebouncedValue(typed.trim(), 200)
  return useQuery({
    queryKey: [to, 'options', text, narrow ?? null],
    queryFn: ({ signal }) => source.search(to, text, signal, narrow),
    placeholderData: keepPreviousData,
  })
}

const namesQuery = (source: RefSource, to: string, ids: string[]) => {
  const wanted = [...new Set(ids)].sort()
  return {
    queryKey: [to, 'names', wanted],
    queryFn: ({ signal }: { signal: AbortSignal }) => source.named(to, wanted, signal),
    enabled: wanted.length > 0,
    placeholderData: keepPreviousData<RefOption[]>,
  }
}

const namesIn = (options: readonly RefOption[] = []) => options.map(({ value, label }) => [value, label] as const)

/** What people call the records with these ids; `meanwhile` stands for each as long as the names are on their way. */
export function useRefNames(to: string, ids: string[], meanwhile?: string): Map<string, string> {
  const { data, isLoading } = useQuery(namesQuery(useRefSource(), to, ids))
  return new Map(isLoading && meanwhile ? ids.map((id) => [id, meanwhile]) : namesIn(data))
}

/** What people call records of several nouns, each with its ids. */
export function useNamesByNoun(wanted: [to: string, ids: string[]][], meanwhile: string): Map<string, string> {
  const source = useRefSource()
  const found = useQueries({ queries: wanted.map(([to, ids]) => namesQuery(source, to, ids)) })
  const coming = wanted.flatMap(([, ids], at) => (found[at]?.isLoading ? ids : []))
  return new Map([...coming.map((id) => [id, meanwhile] as const), ...found.flatMap(({ data }) => namesIn(data))])
}
