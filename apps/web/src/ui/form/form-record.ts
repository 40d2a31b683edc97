/** The record that a form changes: what it holds now, and how it is read again when somebody else was faster. */
import { useQueryClient, type FetchQueryOptions, type QueryKey } from '@tanstack/react-query'
import type { Values } from './values.ts'

export type FormRecord<V extends Values> = {
  version: number
  values: V
  reread: () => Promise<{ version: number; values: V }>
}

/** `query` reads the record by its id; whoever else shows it sees what was read again, too. */
export function useFormRecord<R extends { version: number }, V extends Values, K extends QueryKey>(
  record: R | undefined,
  query: FetchQueryOptions<R, Error, R, K>,
  valuesOf: (record: R) => V,
): FormRecord<V> | undefined {
  const client = useQueryClient()
  if (!record) return undefined
  const asForm = (one: R) => ({ version: one.version, values: valuesOf(one) })
  return { ...asForm(record), reread: async () => asForm(await client.fetchQuery({ ...query, staleTime: 0 })) }
}
